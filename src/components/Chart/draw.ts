import type { Element } from 'hast';
import { s } from 'hastscript';
import { ChartLayout } from './layout.ts';
import type { Size, Sketch } from './layout.ts';
import { panelsOn } from './panels.ts';
import { rowsOn } from './rows.ts';

/** One drawing, as an `svg` element. */
export function drawChart(sketch: Sketch, lang: string, size: Size): Element {
  const layout = new ChartLayout(sketch, lang, size);
  const { type, drawn } = sketch;
  const isByName = drawn.x.kind === 'words' && (type === 'bars' || type === 'dots');
  const { children, height } = isByName ? rowsOn(layout) : panelsOn(layout);
  return s('svg', { className: [size], viewBox: `0 0 ${layout.width} ${Math.round(height)}` }, children);
}
