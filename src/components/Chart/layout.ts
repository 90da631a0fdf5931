import * as Plot from '@observablehq/plot';
import type { ElementContent } from 'hast';
import { s } from 'hastscript';
import { parseHTML } from 'linkedom';
import { formatCell } from '../data.ts';
import { numberFormat } from '../../strings/intl.ts';
import { seriesOf } from './chart.ts';
import type { ChartType, Drawn, Edit } from './chart.ts';
import { cleaned } from './svg.ts';

/**
 * A chart is drawn twice, for a phone and for a column, and shown by the width of its place: words
 * keep a size that can be read. Units are CSS pixels at the named width.
 */
export const sizes = {
  narrow: { width: 320, font: 13 },
  wide: { width: 600, font: 15 },
} as const;

export type Size = keyof typeof sizes;

/** How series are told apart, besides the name at each. A dash is long: dots mean what is not settled. */
export const strokes = [
  { stroke: 'var(--accent)', strokeWidth: 2.5 },
  { stroke: 'var(--ink)', strokeWidth: 1.5 },
  { stroke: 'var(--soft)', strokeWidth: 1.5, strokeDasharray: '9 3' },
  { stroke: 'var(--accent)', strokeWidth: 2.5, strokeDasharray: '9 3' },
  { stroke: 'var(--ink)', strokeWidth: 3.5 },
] as const;
export const symbols = ['circle', 'diamond', 'triangle', 'square', 'plus', 'star'] as const;

interface Stroke {
  stroke: string;
  strokeWidth: number;
  strokeDasharray?: string;
}

/** A chart to be drawn: its figures, and what an editor points to in them. */
export type Sketch = { type: ChartType; drawn: Drawn } & Edit;

const { document } = parseHTML('<!doctype html><html><body></body></html>');

/** What all kinds of charts need to know: sizes, words, and the span of the figures. */
export class ChartLayout {
  readonly type: ChartType;
  readonly drawn: Drawn;
  readonly lang: string;
  readonly width: number;
  readonly font: number;
  readonly series: string[];
  /** The least and the greatest figure; bars and areas begin at zero. */
  readonly span: [number, number];

  readonly edit: Edit;

  constructor({ type, drawn, ...edit }: Sketch, lang: string, size: Size) {
    const figures = drawn.points.flatMap(({ y }) => (y === null ? [] : [y]));
    const values = edit.level === undefined ? figures : [...figures, edit.level];
    const zero = ['bars', 'areas', 'stacked', 'squares'].includes(type) ? [0] : [];
    if (type === 'stacked') values.push(...wholesOf(drawn));
    const [least, most] = [Math.min(...values, ...zero), Math.max(...values, ...zero)];
    this.type = type;
    this.drawn = drawn;
    this.lang = lang;
    this.width = sizes[size].width;
    this.font = sizes[size].font;
    this.series = seriesOf(drawn);
    this.edit = edit;
    const room = type === 'dots' || type === 'ranges' ? (most - least) * 0.04 : 0;
    this.span = least === most ? [Math.min(least, 0), Math.max(most, 1)] : [least - room, most + room];
  }

  /** About how wide words are, in units. */
  widthOf = (words: string): number =>
    [...words].reduce((sum, sign) => sum + (/[\u1100-\uFFDC]/.test(sign) ? 1 : 0.58), 0) * this.font;

  /** Words, cut where they would be wider than the drawing: all of them are in the table. */
  fitted(words: string, room = this.width): string {
    const signs = [...words];
    while (signs.length > 1 && this.widthOf(`${signs.join('')}…`) > room) signs.pop();
    return this.widthOf(words) > room ? `${signs.join('').trimEnd()}…` : words;
  }

  valueOf = (y: number): string => formatCell(y, this.drawn.y, this.lang);

  /** A figure on the axis: short where there are many digits. */
  tickOf = (y: number): string =>
    numberFormat(
      this.lang,
      Math.abs(this.span[1] - this.span[0]) >= 100_000 ? { notation: 'compact' } : { maximumFractionDigits: 6 },
    )
      .format(y)
      .replace('-', '−');

  /** Round figures for the axis: few, and whole where the figures are. */
  get ticks(): number | number[] {
    const [least, most] = this.span;
    const isWhole = this.drawn.points.every(({ y }) => y === null || Number.isInteger(y));
    return isWhole && most - least <= 4
      ? Array.from({ length: Math.floor(most) - Math.ceil(least) + 1 }, (_, index) => Math.ceil(least) + index)
      : 4;
  }

  plot(options: Plot.PlotOptions): { children: ElementContent[]; scale: (name: 'x' | 'y', value: number) => number } {
    const svg = Plot.plot({
      document: document,
      width: this.width,
      ...options,
    }) as SVGSVGElement & Plot.Plot;
    const scale = (name: 'x' | 'y', value: number) => Number(svg.scale(name)!.apply(value));
    // The library says so once, on what we leave out.
    return { children: [s('g', { textAnchor: 'middle' }, [...svg.children].flatMap(cleaned))], scale };
  }

  /** The ground of a bar: where one is highlighted, the others step back. */
  fillOf = (...names: (string | number)[]): string =>
    this.edit.highlight === undefined || names.map(String).includes(this.edit.highlight)
      ? 'var(--accent)'
      : 'var(--edge)';

  /** The line of a series. */
  strokeOf(series: string): Stroke {
    const { highlight } = this.edit;
    if (highlight !== undefined && this.series.includes(highlight))
      return series === highlight ? strokes[0] : { stroke: 'var(--soft)', strokeWidth: 1.5 };
    return strokes[this.series.indexOf(series) % strokes.length]!;
  }

  /** What stands at the line of a level. */
  get levelWords(): string {
    const { level, levelName } = this.edit;
    return level === undefined ? '' : [levelName, this.tickOf(level)].filter(Boolean).join(' ');
  }
}

/** What the parts of each place are together. */
const wholesOf = ({ points }: Drawn): number[] => [
  ...points
    .reduce((wholes, { x, y }) => wholes.set(x, (wholes.get(x) ?? 0) + (y ?? 0)), new Map<unknown, number>())
    .values(),
];

export interface Drawing {
  children: ElementContent[];
  height: number;
}
