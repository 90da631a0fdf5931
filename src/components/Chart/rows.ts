import * as Plot from '@observablehq/plot';
import type { Element, ElementContent } from 'hast';
import type { Drawn } from './chart.ts';
import { dots, withKey } from './key.ts';
import type { ChartLayout, Drawing } from './layout.ts';
import { label, wrap } from './svg.ts';

/** A bar or a dot between two heights. */
interface Mark {
  y1: number;
  y2: number;
  point: Drawn['points'][number];
}

/** Names with a bar or a dot each, from top to bottom; long names stand above theirs. */
export function rowsOn(layout: ChartLayout): Drawing {
  const { type, drawn, series, font, width, span, widthOf, valueOf } = layout;
  const names = [...new Set(drawn.points.map(({ x }) => String(x)))];
  const isBars = type === 'bars';
  const groups = names.map((name) => ({ name, points: drawn.points.filter(({ x }) => String(x) === name) }));
  const inGroups = Boolean(drawn.by) && isBars;
  const { isAbove, left } = nameColumn(layout, inGroups ? series : names, inGroups ? 0.5 : 0.34);
  const values = drawn.points.map(({ y }) => (y === null ? '' : valueOf(y)));
  const room = isBars ? Math.max(...values.map(widthOf)) + 8 : 10;
  const [least, most] = span;
  const words: ElementContent[] = [];
  const marks: Mark[] = [];
  const { level } = layout.edit;
  let y = isBars && level === undefined ? 0 : 2 * font;
  const above = (text: string, weight?: number) => {
    // No word may be longer than the drawing is wide.
    const signs = Math.floor(width / (font * 0.6));
    for (const line of wrap(text, signs, signs)) {
      words.push(label(0, y + font * 0.8, line, weight ? { fontWeight: weight } : {}));
      y += font * 1.35;
    }
  };
  for (const { name, points } of groups) {
    if (inGroups) above(name, 700);
    else if (isAbove) above(name);
    const [first] = points;
    const lines = inGroups ? points.map((point) => [point]) : [points];
    for (const line of lines) {
      if (inGroups && isAbove) above(first === undefined ? '' : line[0]!.series);
      if (!isAbove)
        words.push(label(left - 8, y + font * 0.75, inGroups ? line[0]!.series : name, { textAnchor: 'end' }));
      for (const point of line) marks.push({ y1: y, y2: y + font * 1.5, point });
      y += font * 1.9;
    }
    if (inGroups) y += font * 0.6;
  }
  const height = y;
  const atLevel =
    level === undefined
      ? []
      : [Plot.ruleX([level], { y1: () => 1.6 * font, y2: () => height, stroke: 'var(--ink)', strokeWidth: 1.5 })];
  const { children, scale } = layout.plot({
    height,
    marginTop: 0,
    marginBottom: 0,
    marginLeft: left + (least < 0 && isBars ? room : isBars ? 0 : 6),
    marginRight: most > 0 || !isBars ? room : 0,
    x: { domain: span, axis: null },
    y: { domain: [0, height], range: [0, height], axis: null },
    marks: [
      ...(isBars
        ? [
            Plot.rect(
              marks.filter(({ point }) => point.y !== null),
              {
                x1: 0,
                x2: ({ point }: { point: { y: number } }) => point.y,
                y1: 'y1',
                y2: 'y2',
                fill: ({ point }: Mark) => layout.fillOf(point.x, point.series),
              },
            ),
            inGroups || isAbove
              ? Plot.ruleX(marks, { x: 0, y1: 'y1', y2: 'y2', stroke: 'var(--ink)' })
              : Plot.ruleX([0], { stroke: 'var(--ink)' }),
          ]
        : [
            Plot.axisX({
              anchor: 'top',
              ticks: layout.ticks,
              tickFormat: layout.tickOf,
              tickSize: 0,
              label: null,
              dy: 1.5 * font,
            }),
            Plot.ruleY(marks, { y: middleOf, stroke: 'var(--line)' }),
            ...(type === 'ranges'
              ? groups.map(({ name }) => {
                  const own = marks.filter(({ point }) => String(point.x) === name && point.y !== null);
                  const figures = own.map(({ point }) => point.y!);
                  return Plot.ruleY(own.slice(0, 1), {
                    y: middleOf,
                    x1: () => Math.min(...figures),
                    x2: () => Math.max(...figures),
                    stroke: layout.fillOf(name) === 'var(--accent)' ? 'var(--soft)' : 'var(--line)',
                    strokeWidth: 4,
                  });
                })
              : []),
            ...series.map((name, index) =>
              dots(
                marks
                  .filter(({ point }) => point.series === name && point.y !== null)
                  .map(({ y1, y2, point }) => ({ x: point.y!, y: (y1 + y2) / 2 })),
                index,
              ),
            ),
          ]),
      ...atLevel,
    ],
  });
  const ends = isBars
    ? marks.flatMap(({ y1, y2, point }) => {
        if (point.y === null) return [];
        const isBack = point.y < 0;
        return [
          label(
            scale('x', point.y) + (isBack ? -5 : 5),
            (y1 + y2) / 2,
            valueOf(point.y),
            isBack ? { textAnchor: 'end' } : {},
          ),
        ];
      })
    : [];
  const named = level === undefined ? [] : [nameOfLevel(layout, scale('x', level))];
  return withKey(layout, { children: [...children, ...words, ...ends, ...named], height });
}

const middleOf = ({ y1, y2 }: Mark) => (y1 + y2) / 2;

/** How much room names take before what they name, in units; where that is more than a share, they stand above. */
export function nameColumn(
  { width, widthOf }: ChartLayout,
  names: readonly string[],
  share = 0.34,
): { isAbove: boolean; left: number } {
  const widest = Math.max(...names.map(widthOf));
  const isAbove = widest > width * share;
  return { isAbove, left: isAbove ? 0 : widest + 8 };
}

/** The name of a level, above its line and inside the drawing. */
function nameOfLevel({ levelWords, widthOf, width, font }: ChartLayout, x: number): Element {
  const half = widthOf(levelWords) / 2;
  return label(Math.min(Math.max(x, half), width - half), font * 0.8, levelWords, {
    textAnchor: 'middle',
    fontWeight: 700,
  });
}
