import type { Column } from '../data.ts';
import { dateFormat, numberFormat } from '../../strings/intl.ts';
import type { ChartLayout } from './layout.ts';

/** Where the figures stand from left to right. */
export interface Axis {
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

export function axisOf({ type, drawn: { x, points }, lang }: ChartLayout): Axis {
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
