import type { ElementContent } from 'hast';
import { s } from 'hastscript';
import { MOST_PARTS, namesOfParts } from './chart.ts';
import { sizes } from './layout.ts';
import type { ChartLayout, Drawing } from './layout.ts';
import { nameColumn } from './rows.ts';
import { label } from './svg.ts';

/** The parts of a whole: as bars of parts, and as a hundred squares. */

/** How parts are told apart: each ground stands out from its neighbours, and has words of its own ink. */
const grounds = [
  { fill: 'var(--accent)', ink: 'var(--paper)' },
  { fill: 'var(--line)', ink: 'var(--ink)' },
  { fill: 'var(--soft)', ink: 'var(--paper)' },
  { fill: 'var(--tint)', ink: 'var(--ink)', stroke: 'var(--soft)' },
  { fill: 'var(--ink)', ink: 'var(--paper)' },
] as const;

/** The ground of each part; that of the highlighted one is the strongest. */
function groundsOf(names: readonly string[], { highlight }: ChartLayout['edit']) {
  const order = [...names].sort((a, b) => Number(b === highlight) - Number(a === highlight));
  return new Map(order.map((name, index) => [name, grounds[index % MOST_PARTS]!]));
}

/** A bar of parts for each name, from top to bottom, below a key. */
export function stackedOn(layout: ChartLayout): Drawing {
  const { drawn, series, font, width, span, valueOf, widthOf } = layout;
  const ground = groundsOf(series, layout.edit);
  const names = [...new Set(drawn.points.map(({ x }) => x))];
  const { isAbove, left } = nameColumn(layout, names.map(String));
  const scale = (value: number) => left + (value / span[1]) * (width - left);
  const { children, height } = keyOf(layout, series, 0);
  let y = height + font * 0.6;
  for (const name of names) {
    if (isAbove) {
      children.push(label(0, y + font * 0.6, layout.fitted(String(name))));
      y += font * 1.35;
    } else children.push(label(left - 8, y + font * 0.75, String(name), { textAnchor: 'end' }));
    let from = 0;
    for (const part of series) {
      const figure = drawn.points.find(({ x, series: of }) => x === name && of === part)?.y;
      if (!figure) continue;
      const { ink, ...look } = ground.get(part)!;
      const [x, end] = [scale(from), scale(from + figure)];
      children.push(
        s('rect', { x: tenth(x), y: tenth(y), width: tenth(end - x - 1), height: tenth(font * 1.5), ...look }),
      );
      const words = valueOf(figure);
      if (widthOf(words) + 8 < end - x)
        children.push(label((x + end) / 2, y + font * 0.75, words, { textAnchor: 'middle', fill: ink }));
      from += figure;
    }
    y += font * 1.9;
  }
  return { children, height: y };
}

/** A hundred squares, and beside or below them what they stand for. */
export function squaresOn(layout: ChartLayout): Drawing {
  const { drawn, font, width } = layout;
  const isNarrow = width === sizes.narrow.width;
  const names = namesOfParts(drawn);
  const ground = groundsOf(names, layout.edit);
  const [side, step] = [22, 25];
  let at = 0;
  const squares = hundredOf(drawn.points.map(({ y }) => y ?? 0)).map((count, index) => {
    const places = Array.from({ length: count }, (_, one) => at + one);
    at += count;
    const { ink: _, ...look } = ground.get(names[index]!)!;
    const d = places.map(
      (place) => `M${(place % 10) * step},${Math.floor(place / 10) * step}h${side}v${side}h-${side}z`,
    );
    return s('path', { d: d.join(''), ...look });
  });
  const all = 10 * step;
  const key = keyOf(layout, names, isNarrow ? 0 : all + 2 * font);
  const moved = s('g', isNarrow ? { transform: `translate(0,${all + font})` } : {}, key.children);
  return { children: [...squares, moved], height: isNarrow ? all + font + key.height : Math.max(all, key.height) };
}

/** How many of a hundred each has; what is left over goes to the largest remainders (Hare quota). */
export function hundredOf(figures: readonly number[]): number[] {
  const sum = figures.reduce((before, figure) => before + figure, 0);
  const exact = figures.map((figure) => (sum ? (figure / sum) * 100 : 0));
  const counts = exact.map(Math.floor);
  const left = (sum ? 100 : 0) - counts.reduce((before, count) => before + count, 0);
  const order = [...exact.keys()].sort((a, b) => (exact[b]! % 1) - (exact[a]! % 1));
  for (const index of order.slice(0, left)) counts[index]! += 1;
  return counts;
}

/** What each ground means: in a line for bars, in a list with figures for squares. */
function keyOf(layout: ChartLayout, names: readonly string[], left: number): Drawing {
  const { drawn, font, width, widthOf, valueOf } = layout;
  const ground = groundsOf(names, layout.edit);
  const children: ElementContent[] = [];
  let [x, y] = [left, font * 0.9];
  for (const name of names) {
    const figure = drawn.by ? undefined : drawn.points.find((point) => point.x === name)?.y;
    const value = figure === undefined ? '' : `  ${valueOf(figure ?? 0)}`;
    const words = layout.fitted(name, width - left - font * 1.5 - widthOf(value)) + value;
    const wide = font * 1.5 + widthOf(words) + 14;
    if (x > left && (figure !== undefined || x + wide > width)) [x, y] = [left, y + font * 1.7];
    const { ink: _, ...look } = ground.get(name)!;
    children.push(
      s('rect', { x: tenth(x), y: tenth(y - font * 0.5), width: font, height: font, ...look }),
      label(x + font * 1.5, y, words),
    );
    x += wide;
  }
  return { children, height: y + font };
}

const tenth = (value: number) => Math.round(value * 10) / 10;
