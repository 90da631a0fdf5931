import * as Plot from '@observablehq/plot';
import { s } from 'hastscript';
import { symbols } from './layout.ts';
import type { ChartLayout, Drawing } from './layout.ts';
import { label } from './svg.ts';

export const dots = (points: { x: number; y: number }[], index: number): Plot.Markish =>
  Plot.dot(points, {
    x: 'x',
    y: 'y',
    r: 4.5,
    symbol: symbols[index % symbols.length]!,
    ...(index % 2 ? { stroke: 'var(--ink)', strokeWidth: 1.5 } : { fill: 'var(--accent)' }),
  });

/** For dots of several series, what each shape means, above the drawing. */
export function withKey(layout: ChartLayout, { children, height }: Drawing): Drawing {
  const { type, drawn, series, font, width, widthOf } = layout;
  if ((type !== 'dots' && type !== 'ranges') || !drawn.by) return { children, height };
  let [x, y] = [0, font * 0.9];
  const names = series.map((name) => layout.fitted(name, width - 16));
  const at = names.map((name) => {
    const wide = 16 + widthOf(name) + 20;
    if (x && x + wide > width) [x, y] = [0, y + font * 1.6];
    const place = { x: x + 6, y };
    x += wide;
    return place;
  });
  const end = y + font * 1.2;
  const key = layout.plot({
    height: end,
    margin: 0,
    x: { domain: [0, width], range: [0, width], axis: null },
    y: { domain: [0, end], range: [0, end], axis: null },
    marks: at.map((place, index) => dots([place], index)),
  });
  const words = names.map((name, index) => label(at[index]!.x + 10, at[index]!.y, name));
  return {
    children: [...key.children, ...words, s('g', { transform: `translate(0,${Math.round(end)})` }, children)],
    height: height + end,
  };
}
