import * as Plot from '@observablehq/plot';
import type { Element, ElementContent } from 'hast';
import { s } from 'hastscript';
import { parseHTML } from 'linkedom';
import { formatCell } from '../data.ts';
import type { Column } from '../data.ts';
import { dateFormat, numberFormat } from '../../strings/intl.ts';
import { seriesOf } from './chart.ts';
import type { ChartType, Drawn } from './chart.ts';
import { apart, cleaned, label, wrap } from './svg.ts';

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
const strokes = [
  { stroke: 'var(--accent)', strokeWidth: 2.5 },
  { stroke: 'var(--ink)', strokeWidth: 1.5 },
  { stroke: 'var(--soft)', strokeWidth: 1.5, strokeDasharray: '9 3' },
  { stroke: 'var(--accent)', strokeWidth: 2.5, strokeDasharray: '9 3' },
  { stroke: 'var(--ink)', strokeWidth: 3.5 },
] as const;
const symbols = ['circle', 'diamond', 'triangle', 'square', 'plus', 'star'] as const;

const { document } = parseHTML('<!doctype html><html><body></body></html>');

/** One drawing, as an `svg` element. */
export function drawChart(props: { type: ChartType; drawn: Drawn }, lang: string, size: Size): Element {
  const layout = new ChartLayout(props, lang, size);
  const isByName = props.drawn.x.kind === 'words';
  const { children, height } =
    isByName && props.type !== 'lines' && props.type !== 'areas' ? rowsOn(layout) : panelsOn(layout);
  return s('svg', { className: [size], viewBox: `0 0 ${layout.width} ${Math.round(height)}` }, children);
}

/** What all kinds of charts need to know: sizes, words, and the span of the figures. */
class ChartLayout {
  readonly type: ChartType;
  readonly drawn: Drawn;
  readonly lang: string;
  readonly width: number;
  readonly font: number;
  readonly series: string[];
  /** The least and the greatest figure; bars and areas begin at zero. */
  readonly span: [number, number];

  constructor({ type, drawn }: { type: ChartType; drawn: Drawn }, lang: string, size: Size) {
    const values = drawn.points.flatMap(({ y }) => (y === null ? [] : [y]));
    const zero = type === 'bars' || type === 'areas' ? [0] : [];
    const [least, most] = [Math.min(...values, ...zero), Math.max(...values, ...zero)];
    this.type = type;
    this.drawn = drawn;
    this.lang = lang;
    this.width = sizes[size].width;
    this.font = sizes[size].font;
    this.series = seriesOf(drawn);
    const room = type === 'dots' ? (most - least) * 0.04 : 0;
    this.span = least === most ? [Math.min(least, 0), Math.max(most, 1)] : [least - room, most + room];
  }

  /** About how wide words are, in units. */
  widthOf = (words: string): number =>
    [...words].reduce((sum, sign) => sum + (/[\u1100-\uFFDC]/.test(sign) ? 1 : 0.58), 0) * this.font;

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
}

interface Drawing {
  children: ElementContent[];
  height: number;
}

/** Names with a bar or a dot each, from top to bottom; long names stand above theirs. */
function rowsOn(layout: ChartLayout): Drawing {
  const { type, drawn, series, font, width, span, widthOf, valueOf } = layout;
  const names = [...new Set(drawn.points.map(({ x }) => String(x)))];
  const isBars = type === 'bars';
  const groups = names.map((name) => ({ name, points: drawn.points.filter(({ x }) => x === name) }));
  const inGroups = Boolean(drawn.by) && isBars;
  const beside = (inGroups ? series : names).map(widthOf);
  const isAbove = Math.max(...beside) > width * (inGroups ? 0.5 : 0.34);
  const left = isAbove ? 0 : Math.max(...beside) + 8;
  const values = drawn.points.map(({ y }) => (y === null ? '' : valueOf(y)));
  const room = isBars ? Math.max(...values.map(widthOf)) + 8 : 10;
  const [least, most] = span;
  const words: ElementContent[] = [];
  const marks: { y1: number; y2: number; point: Drawn['points'][number] }[] = [];
  let y = isBars ? 0 : 2 * font;
  const above = (text: string, weight?: number) => {
    for (const line of wrap(text, Math.floor(width / (font * 0.6)))) {
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
  const { children, scale } = layout.plot({
    height,
    marginTop: 0,
    marginBottom: 0,
    marginLeft: left + (least < 0 && isBars ? room : isBars ? 0 : 6),
    marginRight: most > 0 || !isBars ? room : 0,
    x: { domain: span, axis: null },
    y: { domain: [0, height], range: [0, height], axis: null },
    marks: isBars
      ? [
          Plot.rect(
            marks.filter(({ point }) => point.y !== null),
            { x1: 0, x2: ({ point }: { point: { y: number } }) => point.y, y1: 'y1', y2: 'y2', fill: 'var(--accent)' },
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
          Plot.ruleY(marks, { y: ({ y1, y2 }: { y1: number; y2: number }) => (y1 + y2) / 2, stroke: 'var(--line)' }),
          ...series.map((name, index) =>
            dots(
              marks
                .filter(({ point }) => point.series === name && point.y !== null)
                .map(({ y1, y2, point }) => ({ x: point.y!, y: (y1 + y2) / 2 })),
              index,
            ),
          ),
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
  return withKey(layout, { children: [...children, ...words, ...ends], height });
}

/**
 * Figures from left to right, along years, dates, numbers or names; bars and areas of several series
 * in a panel each.
 */
function panelsOn(layout: ChartLayout): Drawing {
  const { type, drawn, series, font, width } = layout;
  const axis = axisOf(layout);
  const inPanels = Boolean(drawn.by) && (type === 'bars' || type === 'areas');
  const panels = inPanels ? series : [undefined];
  const single = inPanels ? font * 9 : width === sizes.narrow.width ? 210 : 290;
  const drawings = panels.map((name, index) =>
    panelOn(layout, axis, { name, height: single, isLast: index === panels.length - 1 }),
  );
  let height = 0;
  const children = drawings.flatMap((drawing, index) => {
    const name = panels[index];
    const head = name === undefined ? 0 : font * 1.7;
    const words = name === undefined ? [] : [label(0, height + font * 0.8, name, { fontWeight: 700 })];
    const moved = s(
      'g',
      panels.length > 1 ? { transform: `translate(0,${Math.round(height + head)})` } : {},
      drawing.children,
    );
    height += head + drawing.height + (index < panels.length - 1 ? font : 0);
    return [...words, ...(panels.length > 1 ? [moved] : drawing.children)];
  });
  return withKey(layout, { children, height });
}

interface Panel {
  name: string | undefined;
  height: number;
  isLast: boolean;
}

function panelOn(layout: ChartLayout, axis: Axis, { name, height, isLast }: Panel): Drawing {
  const { type, drawn, series, font, span, widthOf } = layout;
  const points = drawn.points
    .filter((point) => name === undefined || point.series === name)
    .map((point) => ({ ...point, at: axis.at(point.x) }));
  if (axis.isInOrder && type !== 'dots') points.sort((a, b) => a.at - b.at);
  const shown = name === undefined ? series : [name];
  const isNamed = isLast && drawn.x.kind === 'number';
  const bottom = isLast ? font * (isNamed ? 3.4 : 1.9) : 4;
  const ends = (type === 'lines' ? shown : []).flatMap((one) => {
    const last = points.findLast((point) => point.series === one && point.y !== null);
    const words = drawn.by ? one : layout.valueOf(last?.y ?? 0);
    return last ? [{ last, lines: wrap(words, layout.width === sizes.narrow.width ? 11 : 20) }] : [];
  });
  const [least = 0, most = 0] = Plot.scale({ y: { type: 'linear', domain: span, nice: 4 } }).domain as number[];
  const left = Math.max(
    widthOf(axis.format(axis.span[0])) / 2,
    ...[least, most, least + (most - least) / 4].map((value) => widthOf(layout.tickOf(value)) + 8),
  );
  const right = Math.max(
    widthOf(axis.format(axis.span[1])) / 2,
    ...ends.flatMap(({ lines }) => lines.map((line) => widthOf(line) + 10)),
  );
  const half = axis.step * 0.4;
  const ticks = name === undefined ? layout.ticks : 2;
  const of = (one: string) => points.filter((point) => point.series === one);
  const ink = (one: string) => strokes[(inOne(type, drawn) ? 0 : series.indexOf(one)) % strokes.length]!;
  const marks: Plot.Markish[] = [
    Plot.gridY({ ticks, stroke: 'var(--line)', strokeOpacity: 1 }),
    Plot.axisY({ ticks, tickSize: 0, tickPadding: 8, label: null, tickFormat: layout.tickOf }),
    ...(isLast
      ? [
          Plot.axisX(axis.ticks(layout, layout.width - left - right), {
            tickSize: 4,
            label: null,
            tickFormat: axis.format,
            stroke: 'var(--ink)',
            fill: 'currentColor',
          }),
        ]
      : []),
    ...shown.flatMap((one): Plot.Markish[] => {
      const own = of(one);
      switch (type) {
        case 'bars':
          return [
            Plot.rectY(
              own.filter(({ y }) => y !== null),
              {
                x1: ({ at }: { at: number }) => at - half,
                x2: ({ at }: { at: number }) => at + half,
                y: 'y',
                fill: 'var(--accent)',
              },
            ),
          ];
        case 'areas':
          return [
            Plot.areaY(own, { x: 'at', y1: 0, y2: 'y', fill: 'var(--accent)', fillOpacity: 0.25 }),
            Plot.lineY(own, { x: 'at', y: 'y', ...ink(one) }),
          ];
        case 'lines':
          return [Plot.lineY(own, { x: 'at', y: 'y', ...ink(one) })];
        case 'dots':
          return [
            dots(
              own.flatMap(({ at, y }) => (y === null ? [] : [{ x: at, y }])),
              series.indexOf(one),
            ),
          ];
      }
    }),
    // On the record: the line that amounts are counted from.
    ...(span[0] <= 0 ? [Plot.ruleY([0], { stroke: 'var(--ink)' })] : []),
  ];
  const { children, scale } = layout.plot({
    height,
    marginTop: font,
    marginBottom: bottom,
    marginLeft: left,
    marginRight: right,
    x: {
      type: 'linear',
      domain: type === 'bars' ? [axis.span[0] - axis.step / 2, axis.span[1] + axis.step / 2] : axis.span,
      axis: null,
    },
    y: { domain: span, nice: 4, axis: null },
    marks,
  });
  const middles = apart(
    ends.map(({ last }) => scale('y', last.y!)),
    ends.map(({ lines }) => lines.length * font * 1.2),
    height - bottom + font,
  );
  const words = ends.flatMap(({ lines, last }, index) =>
    lines.map((line, at) =>
      label(scale('x', last.at) + 6, middles[index]! + (at - (lines.length - 1) / 2) * font * 1.15, line, {
        fill: ink(last.series).stroke,
        fontWeight: 700,
      }),
    ),
  );
  if (isNamed)
    words.push(
      label(layout.width - right, height - font * 0.8, drawn.x.name, { fill: 'var(--soft)', textAnchor: 'end' }),
    );
  return { children: [...children, ...words], height };
}

/** Whether each drawing has one series only, so that they look alike. */
const inOne = (type: ChartType, { by }: Drawn) => !by || type === 'bars' || type === 'areas';

const dots = (points: { x: number; y: number }[], index: number): Plot.Markish =>
  Plot.dot(points, {
    x: 'x',
    y: 'y',
    r: 4.5,
    symbol: symbols[index % symbols.length]!,
    ...(index % 2 ? { stroke: 'var(--ink)', strokeWidth: 1.5 } : { fill: 'var(--accent)' }),
  });

/** For dots of several series, what each shape means, above the drawing. */
function withKey(layout: ChartLayout, { children, height }: Drawing): Drawing {
  const { type, drawn, series, font, width, widthOf } = layout;
  if (type !== 'dots' || !drawn.by) return { children, height };
  let [x, y] = [0, font * 0.9];
  const at = series.map((name) => {
    const wide = 16 + widthOf(name) + 14;
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
  const names = series.map((name, index) => label(at[index]!.x + 10, at[index]!.y, name));
  return {
    children: [...key.children, ...names, s('g', { transform: `translate(0,${Math.round(end)})` }, children)],
    height: height + end,
  };
}

/** Where the figures stand from left to right. */
interface Axis {
  at(x: string | number): number;
  span: [number, number];
  /** The least distance between two places. */
  step: number;
  /** Whether places have an order of their own. */
  isInOrder: boolean;
  ticks(layout: ChartLayout, width: number): number[];
  format(at: number): string;
}

const day = 86_400_000;

function axisOf({ type, drawn: { x, points }, lang }: ChartLayout): Axis {
  const names = [...new Set(points.map((point) => String(point.x)))];
  const at = (value: string | number): number =>
    typeof value === 'number' ? value : x.kind === 'date' ? Date.parse(value) : names.indexOf(value);
  const places = [...new Set(points.map((point) => at(point.x)))].sort((a, b) => a - b);
  const gaps = places.slice(1).map((place, index) => place - places[index]!);
  const step = gaps.length ? Math.min(...gaps) : 1;
  const [first, last] = [places[0] ?? 0, places.at(-1) ?? 0];
  const room = first === last ? step / 2 : type === 'dots' ? (last - first) * 0.04 : 0;
  const span: [number, number] = [first - room, last + room];
  const format = formatOf(x, names, last - first, lang);
  return {
    at,
    span,
    step,
    isInOrder: x.kind !== 'words',
    format,
    ticks: ({ widthOf }, width) => {
      const room = Math.max(
        1,
        Math.floor(width / (Math.max(...[first, last].map((place) => widthOf(format(place)))) * 1.5)),
      );
      // A bar stands for its own number: where there is room, each is named.
      if (type === 'bars' && x.kind !== 'date' && places.length <= room) return places;
      return x.kind === 'words'
        ? everyFew(places, room)
        : x.kind === 'date'
          ? datesIn(places, last - first, room)
          : roundIn(first, last, room);
    },
  };
}

const everyFew = (places: number[], room: number) =>
  places.filter((_, index) => index % Math.ceil(places.length / room) === 0);

/** Round numbers from first to last, at most so many: steps of 1, 2 or 5 and their tenfolds. */
function roundIn(first: number, last: number, room: number): number[] {
  if (first === last) return [first];
  const least = (last - first) / room;
  const ten = 10 ** Math.floor(Math.log10(least));
  const step = [1, 2, 5, 10].map((one) => one * ten).find((one) => one >= least)!;
  const whole = Number.isInteger(first) && Number.isInteger(last) ? Math.max(1, step) : step;
  const start = Math.ceil(first / whole);
  return Array.from({ length: Math.floor(last / whole) - start + 1 }, (_, index) =>
    Number(((start + index) * whole).toPrecision(12)),
  );
}

/** The first days of years or months, where there are some, at most so many. */
function datesIn(places: number[], length: number, room: number): number[] {
  if (length < 60 * day) return everyFew(places, room);
  const years = length > 3 * 365 * day;
  const [first, last] = [new Date(places[0]!), new Date(places.at(-1)!)];
  const months = (last.getUTCFullYear() - first.getUTCFullYear()) * 12 + last.getUTCMonth() - first.getUTCMonth();
  const step = (years ? [12, 24, 60, 120, 240, 600] : [1, 2, 3, 6, 12]).find((one) => months / one < room) ?? 1200;
  const begins = Array.from({ length: Math.ceil(months / step) + 2 }, (_, index) => {
    const start = years ? Math.ceil(first.getUTCFullYear() / (step / 12)) * (step / 12) : first.getUTCFullYear();
    return Date.UTC(start, (years ? 0 : Math.floor(first.getUTCMonth() / step) * step) + index * step);
  });
  return begins.filter((place) => place >= places[0]! && place <= places.at(-1)!);
}

function formatOf(x: Column, names: string[], length: number, lang: string): (at: number) => string {
  const dated = (options: Intl.DateTimeFormatOptions) => (at: number) =>
    dateFormat(lang, { ...options, timeZone: 'UTC' }).format(new Date(at));
  switch (x.kind) {
    case 'words':
      // All of a name is in the table.
      return (at) => (names[at] && names[at].length > 18 ? `${names[at].slice(0, 17)}…` : (names[at] ?? ''));
    case 'year':
      return String;
    case 'number':
      return (at) => numberFormat(lang, { maximumFractionDigits: 6 }).format(at).replace('-', '−');
    case 'date':
      if (length > 3 * 365 * day) return dated({ year: 'numeric' });
      return dated(length < 60 * day ? { day: 'numeric', month: 'short' } : { month: 'short', year: 'numeric' });
  }
}
