import type { ElementContent } from 'hast';
import { s } from 'hastscript';
import { axisOf } from './axis.ts';
import { sizes } from './layout.ts';
import type { ChartLayout, Drawing } from './layout.ts';
import { apart, label, wrap } from './svg.ts';

/** Lines that lead from one place to the next with a name at each end: what changed between two moments, and ranks. */

/** A figure of a series at a place on x, and how high it stands. */
interface Stop {
  at: number;
  value: number;
  /** From the top, as a share of the height. */
  down: number;
  /** What is written beside it. */
  words: string;
}

interface Course {
  series: string;
  stops: (Stop | undefined)[];
}

/** Two moments: the figures at both ends, and the names at the second. */
export function slopesOn(layout: ChartLayout): Drawing {
  const [least, most] = layout.span;
  const { courses, places } = coursesOf(layout, (value) => ({
    down: (most - value) / (most - least || 1),
    words: layout.valueOf(value),
  }));
  return drawn(layout, courses, places, layout.width === sizes.narrow.width ? 230 : 300);
}

/** The greatest figure of each place is first. */
export function ranksOn(layout: ChartLayout): Drawing {
  const {
    series,
    drawn: { points },
  } = layout;
  const count = Math.max(1, series.length - 1);
  const { courses, places } = coursesOf(layout, (value, x) => {
    const rank = points.filter((point) => point.x === x && point.y !== null && point.y > value).length;
    return { down: rank / count, words: String(rank + 1) };
  });
  // Those of one figure share a rank, and stand below each other.
  for (const index of places.keys()) {
    const taken = new Set<number>();
    for (const { stops } of courses) {
      const stop = stops[index];
      while (stop && taken.has(stop.down)) stop.down = (Math.round(stop.down * count) + 1) / count;
      if (stop) taken.add(stop.down);
    }
  }
  return drawn(layout, courses, places, series.length * layout.font * 1.9);
}

function coursesOf(
  layout: ChartLayout,
  standing: (value: number, x: string | number) => Pick<Stop, 'down' | 'words'>,
): { courses: Course[]; places: number[] } {
  const axis = axisOf(layout);
  const { points } = layout.drawn;
  const places = [...new Set(points.map(({ x }) => axis.at(x)))].sort((a, b) => a - b);
  const courses = layout.series.map((series) => ({
    series,
    stops: places.map((at) => {
      const point = points.find((one) => one.series === series && axis.at(one.x) === at);
      if (!point || point.y === null) return undefined;
      return { at, value: point.y, ...standing(point.y, point.x) };
    }),
  }));
  return { courses, places };
}

function drawn(layout: ChartLayout, courses: readonly Course[], places: readonly number[], tall: number): Drawing {
  const { font, width, widthOf, type } = layout;
  const axis = axisOf(layout);
  const signs = width === sizes.narrow.width ? 13 : 24;
  const ends = courses.flatMap(({ series, stops }) => {
    const last = stops.findLast((stop) => stop !== undefined);
    const words = last && type === 'slopes' ? `${last.words} ${series}` : series;
    return last ? [{ series, last, lines: wrap(words, signs) }] : [];
  });
  const begins = courses.flatMap(({ series, stops }) => (stops[0] ? [{ series, first: stops[0] }] : []));
  const heads = places.map((place) => axis.format(place));
  const left = Math.max(widthOf(heads[0] ?? '') / 2, ...begins.map(({ first }) => widthOf(first.words) + 12));
  const right = Math.max(...ends.flatMap(({ lines }) => lines.map((line) => widthOf(line) + 12)));
  // Names of several lines stay below the heads.
  const head = font * (1.6 + 0.6 * Math.max(1, ...ends.map(({ lines }) => lines.length)));
  const step = (width - left - right) / Math.max(1, places.length - 1);
  const xOf = (at: number) => left + places.indexOf(at) * step;
  const yOf = ({ down }: Stop) => head + down * (tall - font) + font / 2;
  const every = Math.ceil((Math.max(...heads.map(widthOf)) * 1.3) / step);
  const children: ElementContent[] = heads.flatMap((words, index) =>
    index % every && index < heads.length - 1
      ? []
      : [label(left + index * step, font * 0.8, words, { textAnchor: 'middle', fontWeight: 700 })],
  );
  // The highlighted one lies above the others.
  const order = [...courses].sort(
    (a, b) => Number(a.series === layout.edit.highlight) - Number(b.series === layout.edit.highlight),
  );
  for (const { series, stops } of order) {
    const { stroke, ...line } = layout.strokeOf(series);
    const steps = stops.map((stop, index) =>
      stop ? `${stops[index - 1] ? 'L' : 'M'}${Math.round(xOf(stop.at))},${Math.round(yOf(stop))}` : '',
    );
    children.push(s('path', { d: steps.join(''), fill: 'none', stroke, ...line }));
    for (const stop of stops)
      if (stop)
        children.push(s('circle', { cx: Math.round(xOf(stop.at)), cy: Math.round(yOf(stop)), r: 4, fill: stroke }));
  }
  const bottom = head + tall;
  const beside = (middles: number[], words: string[][], x: number, textAnchor: 'start' | 'end', names: string[]) =>
    words.flatMap((lines, index) =>
      lines.map((line, at) =>
        label(x, middles[index]! + (at - (lines.length - 1) / 2) * font * 1.15, line, {
          textAnchor,
          ...(names[index] === layout.edit.highlight && { fontWeight: 700 }),
        }),
      ),
    );
  const first = apart(
    begins.map(({ first: stop }) => yOf(stop)),
    begins.map(() => font * 1.15),
    bottom,
  );
  const last = apart(
    ends.map(({ last: stop }) => yOf(stop)),
    ends.map(({ lines }) => lines.length * font * 1.2),
    bottom,
  );
  children.push(
    ...beside(
      first,
      begins.map(({ first: stop }) => [stop.words]),
      left - 9,
      'end',
      begins.map(({ series }) => series),
    ),
    ...beside(
      last,
      ends.map(({ lines }) => lines),
      width - right + 9,
      'start',
      ends.map(({ series }) => series),
    ),
  );
  return { children, height: bottom };
}
