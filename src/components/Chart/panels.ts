import * as Plot from '@observablehq/plot';
import type { Element } from 'hast';
import { s } from 'hastscript';
import { axisOf } from './axis.ts';
import type { Axis } from './axis.ts';
import type { ChartType, Drawn } from './chart.ts';
import { dots, withKey } from './key.ts';
import { sizes, strokes } from './layout.ts';
import type { ChartLayout, Drawing } from './layout.ts';
import { apart, label, wrap } from './svg.ts';

/**
 * Figures from left to right, along years, dates, numbers or names; bars and areas of several series
 * in a panel each.
 */
export function panelsOn(layout: ChartLayout): Drawing {
  const { type, drawn, series, font, width } = layout;
  const axis = axisOf(layout);
  const inPanels = Boolean(drawn.by) && (type === 'bars' || type === 'areas');
  const panels = inPanels ? series : [undefined];
  const single = inPanels ? font * 9 : width === sizes.narrow.width ? 210 : 290;
  const drawings = panels.map((name, index) =>
    panelOn(layout, axis, { name, height: single, isFirst: index === 0, isLast: index === panels.length - 1 }),
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
  isFirst: boolean;
  isLast: boolean;
}

function panelOn(layout: ChartLayout, axis: Axis, { name, height, isFirst, isLast }: Panel): Drawing {
  const { type, drawn, series, font, span, widthOf } = layout;
  const points = drawn.points
    .filter((point) => name === undefined || point.series === name)
    .map((point) => ({ ...point, at: axis.at(point.x) }));
  if (axis.isInOrder && type !== 'dots') points.sort((a, b) => a.at - b.at);
  const shown = name === undefined ? series : [name];
  const isNamed = isLast && drawn.x.kind === 'number';
  const bottom = isLast ? font * (isNamed ? 3.4 : 1.9) : 4;
  const ends = (type === 'lines' || type === 'steps' ? shown : []).flatMap((one) => {
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
  const { level } = layout.edit;
  const ink = (one: string) => (inOne(type, drawn) ? strokes[0] : layout.strokeOf(one));
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
                fill: ({ x, series: of }: { x: string | number; series: string }) => layout.fillOf(x, of),
              },
            ),
          ];
        case 'areas':
          return [
            Plot.areaY(own, { x: 'at', y1: 0, y2: 'y', fill: 'var(--accent)', fillOpacity: 0.25 }),
            Plot.lineY(own, { x: 'at', y: 'y', ...ink(one) }),
          ];
        case 'steps':
          return [Plot.lineY(own, { x: 'at', y: 'y', curve: 'step-after', ...ink(one) })];
        case 'lines':
          return [Plot.lineY(own, { x: 'at', y: 'y', ...ink(one) })];
        case 'dots':
          return [
            dots(
              own.flatMap(({ at, y }) => (y === null ? [] : [{ x: at, y }])),
              series.indexOf(one),
            ),
          ];
        default:
          return [];
      }
    }),
    ...(level === undefined ? [] : [Plot.ruleY([level], { stroke: 'var(--ink)', strokeWidth: 1.5 })]),
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
  if (level !== undefined && isFirst)
    words.push(
      label(layout.width - right, scale('y', level) - font * 0.8, layout.levelWords, {
        textAnchor: 'end',
        fontWeight: 700,
      }),
    );
  const noted = points.find((point) => String(point.x) === layout.edit.noteAt && point.y !== null);
  if (noted && isFirst) words.push(...noteAt(layout, scale('x', noted.at), scale('y', noted.y!)));
  return { children: [...children, ...words], height };
}

/** Words at a point, and a line from them to it. They stand above it where there is room, else below. */
function noteAt({ edit, font, width }: ChartLayout, x: number, y: number): Element[] {
  const lines = wrap(edit.note ?? '', width === sizes.narrow.width ? 20 : 32);
  const room = lines.length * font * 1.2 + font;
  const isAbove = y > room + font;
  const [from, to] = isAbove ? [y - font * 1.2, y - 6] : [y + font * 1.2, y + 6];
  const textAnchor = x > width / 2 ? 'end' : 'start';
  return [
    s('path', { d: `M${Math.round(x)},${Math.round(from)}V${Math.round(to)}`, stroke: 'var(--ink)' }),
    ...lines.map((line, index) => {
      const at = isAbove
        ? from - font * 0.7 - (lines.length - 1 - index) * font * 1.2
        : from + font * (0.7 + index * 1.2);
      return label(x, at, line, { textAnchor });
    }),
  ];
}

/** Whether each drawing has one series only, so that they look alike. */
const inOne = (type: ChartType, { by }: Drawn) => !by || type === 'bars' || type === 'areas';
