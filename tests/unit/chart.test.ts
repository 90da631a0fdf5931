import { parseHTML } from 'linkedom';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { drawnBy, pointsOf, rowsOf } from '../../src/components/Chart/chart.ts';
import type { ChartType, Drawn, Edit } from '../../src/components/Chart/chart.ts';
import { drawChart } from '../../src/components/Chart/draw.ts';
import { sizes } from '../../src/components/Chart/layout.ts';
import { hundredOf } from '../../src/components/Chart/parts.ts';
import { apart, wrap } from '../../src/components/Chart/svg.ts';
import { toHtml } from '../../src/renderings/html.ts';

interface Given extends Edit {
  type?: ChartType;
  x: string;
  y: string;
  by?: string;
}

/** What reading a chart gives: what is drawn of a file, and what the writer is told. */
function read(contents: string, { type = 'lines', x, y, by, ...edit }: Given) {
  const said: string[] = [];
  const derived = drawnBy(
    { type, data: 'a.csv', x, y, by, ...edit },
    {
      file: () => contents,
      report: (prop, reason, suggestion) => said.push(`${prop}: ${reason}${suggestion ? ` (${suggestion})` : ''}`),
    },
  );
  return { drawn: derived?.drawn as Drawn, said };
}

const shown = (contents: string, props: Given, size: 'narrow' | 'wide' = 'narrow') => {
  const { drawn, said } = read(contents, props);
  expect(said).toEqual([]);
  const html = toHtml({ type: 'root', children: [drawChart({ type: 'lines', ...props, drawn }, 'en', size)] });
  const { document } = parseHTML(`<!doctype html><html><body>${html}</body></html>`);
  return { html, document, words: [...document.querySelectorAll('text')].map((text) => text.textContent) };
};

const votes = 'name,votes\nAnna,12345\nBert,-9876\nCarl,\n';
const years = 'year,place,share\n2020,Beta,4\n2000,Alpha,1.5\n2000,Beta,2\n2020,Alpha,3\n';

describe('a chart tells the writer of', () => {
  test.each<[string, string, Given, string[]]>([
    [
      'columns that are not there',
      years,
      { x: 'years', y: 'share', by: 'plac' },
      [
        'x: Unexpected column “years”: expected year, place or share. (year)',
        'by: Unexpected column “plac”: expected year, place or share. (place)',
      ],
    ],
    [
      'figures that are none',
      'x,y\n1,2\n2,"1,5"\n',
      { x: 'x', y: 'y' },
      ['y: Unexpected “1,5” in line 3 of a.csv: expected plain numbers such as 1972 or 0.5 for “y”.'],
    ],
    [
      'a column without figures',
      'x,y\n1,\n2,\n',
      { x: 'x', y: 'y' },
      ['y: Unexpected column “y” of a.csv: expected plain numbers such as 1972 or 0.5 for “y”.'],
    ],
    [
      'a place that is empty',
      'x,y\n1,2\n,2\n',
      { x: 'x', y: 'y' },
      ['x: Unexpected empty cell in line 3 of a.csv: expected a value for “x”.'],
    ],
    [
      'two figures for one place',
      'x,y\n1,2\n1,3\n',
      { x: 'x', y: 'y' },
      ['x: Unexpected second value for “1” in line 3 of a.csv: expected one, or a column for the series in “by”.'],
    ],
    [
      'two figures for one place of a series',
      'x,s,y\n1,a,2\n1,b,3\n1,a,3\n',
      { x: 'x', y: 'y', by: 's' },
      ['x: Unexpected second value for “1” of “a” in line 4 of a.csv: expected one value for each.'],
    ],
    [
      'a name to highlight, and a place of a note, that are not in the figures',
      years,
      { x: 'year', y: 'share', by: 'place', highlight: 'Alpa', note: 'Here', noteAt: '2010' },
      [
        'highlight: Unexpected “Alpa”: expected one of the figures, such as Beta, Alpha, 2020 or 2000. (Alpha)',
        'noteAt: Unexpected “2010”: expected one of the figures, such as 2020 or 2000. (2020)',
      ],
    ],
    [
      'a level without a name, and a note without a place',
      years,
      { x: 'year', y: 'share', by: 'place', level: 2, note: 'Here' },
      [
        'level: Missing prop “levelName” on <Chart>: expected both or neither.',
        'note: Missing prop “noteAt” on <Chart>: expected both or neither.',
      ],
    ],
    [
      'a type of several series without their column',
      'x,y\n1,2\n',
      { type: 'slopes', x: 'x', y: 'y' },
      ['type: Missing prop “by” on <Chart>: expected the column of the series for type="slopes".'],
    ],
    [
      'squares of several series',
      years,
      { type: 'squares', x: 'year', y: 'share', by: 'place' },
      ['by: Unexpected prop “by”: expected none for type="squares", whose squares are shared by the places on x.'],
    ],
    [
      'a part below zero',
      votes,
      { type: 'squares', x: 'name', y: 'votes' },
      ['y: Unexpected “-9876” for “votes”: expected no figure below zero, as parts make a whole.'],
    ],
    [
      'more parts than can be told apart',
      'x,y\na,1\nb,1\nc,1\nd,1\ne,1\nf,1\n',
      { type: 'squares', x: 'x', y: 'y' },
      ['x: Unexpected 6 parts: expected at most 5, the small ones put together.'],
    ],
    [
      'slopes of three moments',
      'x,s,y\n1,a,2\n2,a,3\n3,a,4\n',
      { type: 'slopes', x: 'x', y: 'y', by: 's' },
      ['x: Unexpected 3 places in “x”: expected two, before and after.'],
    ],
    [
      'a level where there is no axis',
      years,
      { type: 'ranks', x: 'year', y: 'share', by: 'place', level: 2, levelName: 'Half' },
      ['level: Unexpected prop “level”: expected it with type bars, lines, steps, areas or dots.'],
    ],
    [
      'a file that cannot be read',
      'x;y\n1;2\n',
      { x: 'x', y: 'y' },
      ['data: Unexpected “;” in line 1 of a.csv: expected commas between the columns.'],
    ],
  ])('%s', (_, contents, props, said) => {
    expect(read(contents, props)).toEqual({ drawn: undefined, said });
  });
});

test('a bar for a number is named by that number, where there is room', () => {
  const { words } = shown('magnitude,energy\n7,2\n7.5,11\n8,63\n8.5,355\n9,1995\n', {
    type: 'bars',
    x: 'magnitude',
    y: 'energy',
  });
  expect(words).toEqual(expect.arrayContaining(['7', '7.5', '8', '8.5', '9']));
});

describe('the table of a chart', () => {
  test('has a column for each series, and the unit with the figures', () => {
    const { drawn } = read(years, { x: 'year', y: 'share', by: 'place' });
    const { columns, rows } = rowsOf(drawn, '%');
    expect(columns.map(({ name }) => name)).toEqual(['year', 'Beta (%)', 'Alpha (%)']);
    expect(rows).toEqual([
      [2020, 4, 3],
      [2000, 2, 1.5],
    ]);
  });

  test('keeps all points where one place has several', () => {
    const { drawn } = read('x,g,y\n1,a,2\n1,a,3\n', { type: 'dots', x: 'x', y: 'y', by: 'g' });
    expect(rowsOf(drawn)).toMatchObject({
      columns: [{ name: 'g' }, { name: 'x' }, { name: 'y' }],
      rows: [
        ['a', 1, 2],
        ['a', 1, 3],
      ],
    });
  });

  test('shows figures between 1000 and 2999 as figures, not as years', () => {
    expect(read('x,y\na,1972\n', { type: 'bars', x: 'x', y: 'y' }).drawn.y).toMatchObject({ kind: 'number' });
  });
});

describe('a drawing', () => {
  test('of names has a bar from zero for each, with its figure', () => {
    const { words, document } = shown(votes, { type: 'bars', x: 'name', y: 'votes' });
    expect(words).toEqual(['Anna', 'Bert', 'Carl', '12,345', '−9,876']);
    const [anna, bert] = [...document.querySelectorAll('rect')].map((rect) =>
      ['x', 'width'].map((name) => Number(rect.getAttribute(name))),
    );
    expect(document.querySelectorAll('rect')).toHaveLength(2);
    // One ends where the other begins, and their lengths are as their figures.
    expect(bert![0]! + bert![1]!).toBeCloseTo(anna![0]!, 0);
    expect(anna![1]! / bert![1]!).toBeCloseTo(12345 / 9876, 1);
  });

  test.each(['bars', 'areas'] as const)('of %s over years begins at zero, in the order of time', (type) => {
    const { words, html } = shown('year,y\n2003,104\n2001,101\n2002,102\n', { type, x: 'year', y: 'y' });
    expect(words).toEqual(expect.arrayContaining(['0', '2001', '2003']));
    expect(html.match(/NaN|undefined|null/)).toBeNull();
  });

  test('of lines names each series at its end, and tells them apart by more than colour', () => {
    const { words, document } = shown(years, { x: 'year', y: 'share', by: 'place' });
    expect(words).toEqual(expect.arrayContaining(['Alpha', 'Beta', '2000', '2020']));
    const lines = [...document.querySelectorAll('g')]
      .filter((group) => group.getAttribute('fill') === 'none')
      .flatMap((group) => group.getAttribute('stroke-width') ?? []);
    expect(new Set(lines).size).toBe(2);
  });

  test('of dots has a key and another shape for each group', () => {
    const { words, document } = shown('x,g,y\n1,a,2\n2,b,3\n', { type: 'dots', x: 'x', y: 'y', by: 'g' });
    expect(words).toEqual(expect.arrayContaining(['a', 'b', 'x']));
    expect(document.querySelectorAll('circle')).toHaveLength(2);
  });

  test('has words of a language, and dates by their length', () => {
    const { drawn } = read('month,y\n2023-01,1234.5\n2023-06,1000\n2023-12,2000\n', { x: 'month', y: 'y' });
    const words = toHtml({ type: 'root', children: [drawChart({ type: 'lines', drawn }, 'de', 'wide')] });
    expect(words).toContain('Jan. 2023');
    expect(words).toContain('2.000');
  });

  test.each(['bars', 'lines', 'areas', 'dots', 'stacked', 'slopes', 'ranks', 'ranges'] as const)(
    'of %s keeps what a file says as text, and has nothing but shapes and words',
    (type) => {
      const hostile = '</svg><script>alert(1)</script>" onload="x';
      const cell = JSON.stringify(hostile).replaceAll('\\"', '""');
      for (const size of ['narrow', 'wide'] as const) {
        const { document, words } = shown(
          `${cell},s,n\n${cell},${cell},1\nb,${cell},2\n`,
          { type, x: hostile, y: 'n', by: 's' },
          size,
        );
        expect(document.querySelector('script, style, image, a, use, foreignObject')).toBeNull();
        expect(words.join(' ')).toContain('alert(1)');
        const names = new Set(
          [...document.querySelectorAll('svg *')].flatMap((element) => [...element.attributes].map(({ name }) => name)),
        );
        expect([...names].filter((name) => /^(on|id|class|style|aria|href|font-family)/.test(name))).toEqual([]);
        expect(document.querySelector('svg')!.getAttribute('viewBox')).toMatch(
          new RegExp(`^0 0 ${sizes[size].width} \\d+$`),
        );
      }
    },
  );
});

test('apart moves labels as little as keeps them from each other and in the drawing', () => {
  expect(apart([50, 10, 52], [10, 10, 10], 100)).toEqual([50, 10, 60]);
  expect(apart([95, 98], [10, 10], 100)).toEqual([85, 95]);
});

test('wrap breaks words into lines, and only words that are far too long in themselves', () => {
  expect(wrap('United States of America', 10)).toEqual(['United', 'States of', 'America']);
  expect(wrap('Donaudampfschiff', 10)).toEqual(['Donaudampfschiff']);
  expect(wrap('Donaudampfschiff', 6)).toEqual(['Donaud', 'ampfsc', 'hiff']);
});

describe('what an editor points to', () => {
  test('one bar stands out, and the others step back', () => {
    const { html } = shown('name,votes\nAnna,3\nBert,2\n', { type: 'bars', x: 'name', y: 'votes', highlight: 'Bert' });
    expect(
      [...html.matchAll(/<(?:rect|path)[^>]* fill="(var\(--(?:accent|edge)\))"/g)].map(([, fill]) => fill),
    ).toEqual(['var(--edge)', 'var(--accent)']);
  });

  test('one line stands out', () => {
    const props: Given = { x: 'year', y: 'share', by: 'place', highlight: 'Alpha' };
    const { html } = shown(years, props);
    expect(html.match(/stroke="var\(--accent\)"/g)).toHaveLength(1);
    expect(shown(years, { ...props, highlight: 'Beta' }).html).not.toBe(html);
  });

  test.each(['narrow', 'wide'] as const)('a level is a line with a name, inside the drawing, %s', (size) => {
    const bars: Given = { type: 'bars', x: 'name', y: 'votes', level: 10, levelName: 'Majority' };
    expect(shown('name,votes\nAnna,3\nBert,2\n', bars, size).words).toContain('Majority 10');
    const lines: Given = { x: 'year', y: 'share', by: 'place', level: 3.5, levelName: 'Half' };
    expect(shown(years, lines, size).words).toContain('Half 3.5');
  });

  test('a note stands at its place, in lines that fit a phone', () => {
    const props: Given = { x: 'x', y: 'y', note: 'The first year in which nobody came', noteAt: '2' };
    const { words, document } = shown('x,y\n1,2\n2,9\n3,4\n', props);
    expect(words.slice(-2)).toEqual(['The first year in', 'which nobody came']);
    const heights = [...document.querySelectorAll('text')].slice(-2).map((text) => Number(text.getAttribute('y')));
    expect(heights[0]).toBeLessThan(heights[1]!);
    expect(heights[0]).toBeGreaterThan(0);
  });

  test('is told in words where the drawing is not seen', () => {
    const { drawn } = read(years, { x: 'year', y: 'share', by: 'place' });
    const edit = { level: 3.5, levelName: 'Half', note: 'Here', noteAt: '2020' };
    expect(pointsOf({ drawn, ...edit }, 'de')).toEqual(['Half: 3,5', '2020: Here']);
    expect(pointsOf({ drawn }, 'en')).toEqual([]);
  });
});

test('steps stay until the next figure', () => {
  const of = (type: ChartType) => shown('x,y\n1,2\n2,4\n3,4\n', { type, x: 'x', y: 'y' }).html;
  expect(of('steps')).toMatch(/d="M[\d.,]+(?:L[\d.,]+){4,}/);
  expect(of('lines')).not.toMatch(/d="M[\d.,]+(?:L[\d.,]+){4,}/);
});

describe('parts of a whole', () => {
  const rows = 'year,kind,share\n2000,Coal,60\n2000,Gas,40\n2020,Coal,15\n2020,Gas,85\n';

  test.each(['narrow', 'wide'] as const)('are one bar for each place, as long as they are together, %s', (size) => {
    const { document, words } = shown(rows, { type: 'stacked', x: 'year', y: 'share', by: 'kind' }, size);
    expect(words).toEqual(['Coal', 'Gas', '2000', '60', '40', '2020', '15', '85']);
    const wide = [...document.querySelectorAll('rect')].slice(2).map((rect) => Number(rect.getAttribute('width')) + 1);
    expect(wide[0]! + wide[1]!).toBeCloseTo(wide[2]! + wide[3]!, 0);
    expect(wide[0]! / wide[1]!).toBeCloseTo(60 / 40, 1);
  });

  test('stand out where one is highlighted, in the key too', () => {
    const { html } = shown(rows, { type: 'stacked', x: 'year', y: 'share', by: 'kind', highlight: 'Gas' });
    const fills = [...html.matchAll(/<rect [^>]*fill="(var\(--\w+\))"/g)].map(([, fill]) => fill);
    expect(fills).toEqual(Array.from({ length: 3 }, () => ['var(--line)', 'var(--accent)']).flat());
  });

  test('are a hundred squares, shared by the largest remainders', () => {
    expect(hundredOf([1, 1, 1])).toEqual([34, 33, 33]);
    expect(hundredOf([0, 0])).toEqual([0, 0]);
    fc.assert(
      fc.property(fc.array(fc.nat({ max: 1e6 }), { minLength: 1, maxLength: 5 }), (figures) => {
        const sum = figures.reduce((before, figure) => before + figure, 0);
        const counts = hundredOf(figures);
        expect(counts.reduce((before, count) => before + count, 0)).toBe(sum ? 100 : 0);
        for (const [index, figure] of figures.entries())
          expect(Math.abs(counts[index]! - (sum ? (figure / sum) * 100 : 0))).toBeLessThan(1);
      }),
    );
    const { html, words } = shown('party,seats\nRed,41\nBlue,59\n', { type: 'squares', x: 'party', y: 'seats' });
    expect([...html.matchAll(/ d="([^"]+)"/g)].map(([, d = '']) => d.split('z').length - 1)).toEqual([41, 59]);
    expect(words).toEqual(['Red  41', 'Blue  59']);
  });
});

describe('lines with a name at each end', () => {
  const cities = 'year,city,minutes\n2010,Hill,31\n2024,Hill,24\n2010,Lake,28\n2024,Lake,35\n';

  test('lead from before to after, the greater figure above', () => {
    const { document, words } = shown(cities, {
      type: 'slopes',
      x: 'year',
      y: 'minutes',
      by: 'city',
      highlight: 'Lake',
    });
    expect(words).toEqual(['2010', '2024', '31', '28', '24 Hill', '35 Lake']);
    const heights = Object.fromEntries(
      [...document.querySelectorAll('text')].map((text) => [text.textContent, Number(text.getAttribute('y'))]),
    );
    expect(heights['31']).toBeLessThan(heights['28']!);
    expect(heights['35 Lake']).toBeLessThan(heights['24 Hill']!);
    // The highlighted one is drawn last, over the others.
    expect([...document.querySelectorAll('path')].at(-1)!.getAttribute('stroke')).toBe('var(--accent)');
  });

  test('are ranks of each place; those with one figure share a rank and not a place; a gap stays one', () => {
    const visitors = 'year,city,n\n1,A,5\n1,B,9\n1,C,5\n2,A,8\n2,C,2\n3,A,1\n3,B,2\n3,C,3\n';
    const { document, words } = shown(visitors, { type: 'ranks', x: 'year', y: 'n', by: 'city' });
    expect(words).toEqual(['1', '2', '3', '2', '1', '2', 'A', 'B', 'C']);
    const heights = [...document.querySelectorAll('circle')].map((circle) => Number(circle.getAttribute('cy')));
    expect(new Set(heights).size).toBe(3);
    const [, ofB] = [...document.querySelectorAll('path')].map((path) => path.getAttribute('d'));
    expect(ofB).toMatch(/^M[\d,]+M[\d,]+$/);
  });
});

test('ranges lie between the least and the greatest figure of a name', () => {
  const pay = 'job,who,pay\nNurses,Women,31\nNurses,Men,33\nTeachers,Women,36\nTeachers,Men,40\n';
  const { document, words } = shown(pay, { type: 'ranges', x: 'job', y: 'pay', by: 'who' });
  expect(words).toEqual(expect.arrayContaining(['Women', 'Men', 'Nurses', 'Teachers']));
  const bars = [...document.querySelectorAll('[stroke-width="4"] line, line[stroke-width="4"]')];
  const long = bars.map((bar) => Math.abs(Number(bar.getAttribute('x2')) - Number(bar.getAttribute('x1'))));
  expect(long[1]! / long[0]!).toBeCloseTo(2, 0);
});
