import fc from 'fast-check';
import { expect, test } from 'vitest';
import { figures } from '../../src/schema/topic.ts';
import { familyOf, drawMark } from '../../src/stories/mark.ts';

const strokesOf = (path: string) => path.match(/M/g)?.length ?? 0;

test.each(figures)('%s: solid strokes count the sources, dotted ones what is not known, within bounds', (figure) =>
  fc.assert(
    fc.property(fc.string(), fc.nat(40), fc.nat(40), (seed, sources, open) => {
      const { solid, dotted, disc } = drawMark({ figure, isDeep: false, seed, sources, open });
      const most = figure === 'arcs' || figure === 'waves' ? 6 : 8;
      expect(strokesOf(solid)).toBe(Math.min(Math.max(sources, 4), most));
      expect(strokesOf(dotted)).toBe(Math.min(Math.max(open, 1), 3));
      expect(solid + dotted).not.toMatch(/NaN|undefined|e-/);
      expect(disc.x).toBeGreaterThanOrEqual(20);
      expect(disc.x).toBeLessThanOrEqual(76);
      expect(disc.y).toBeGreaterThanOrEqual(7);
      expect(disc.y).toBeLessThanOrEqual(57);
      expect((solid + dotted).length).toBeLessThan(700);
    }),
    { numRuns: 60 },
  ),
);

test('the same story has the same mark, another story another one', () => {
  const mark = (seed: string) => drawMark({ figure: 'strata', isDeep: false, seed, sources: 5, open: 1 });
  expect(mark('leap-second')).toEqual(mark('leap-second'));
  expect(mark('leap-second')).not.toEqual(mark('leap-seconds'));
});

test('a topic has its figure: the one that it names, else one by its id', () => {
  expect(familyOf({ id: 'elections', mark: 'bars' }).figure).toBe('bars');
  expect(familyOf({ id: 'elections' })).toEqual(familyOf({ id: 'elections' }));
  expect(figures).toContain(familyOf(undefined).figure);
  const found = Array.from({ length: 40 }, (_, index) => familyOf({ id: `topic-${index}` }));
  expect(new Set(found.map(({ figure }) => figure)).size).toBe(figures.length);
  expect(new Set(found.map(({ isDeep }) => isDeep)).size).toBe(2);
});

test('arcs are round: each is as wide as its two radii', () => {
  const { solid } = drawMark({ figure: 'arcs', isDeep: false, seed: 'leap-second', sources: 6, open: 1 });
  const arcs = [...solid.matchAll(/a(\S+) (\S+) 0 0 1 (\S+) 0/g)].map(([, x, y, across]) => [
    x,
    y,
    Math.abs(Number(across!.split(/[aM]/)[0])) / 2,
  ]);
  expect(arcs.length).toBeGreaterThan(3);
  for (const [x, y, half] of arcs) expect([Number(x), Number(y)]).toEqual([half, half]);
});

// A story’s mark and card are in other people’s hands: a new version of ours draws them as before.
test.each(figures)('%s: the marks of two stories are what they were', (figure) => {
  const marks = ['leap-second', 'brexit'].map((seed, index) =>
    drawMark({ figure, isDeep: false, seed, sources: 5 + index, open: 1 + index }),
  );
  expect(marks).toMatchSnapshot();
});
