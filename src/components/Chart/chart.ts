import type { Reader } from '../../document/contract.ts';
import { anyOf, cut } from '../../document/message.ts';
import { nearest } from '../../schema/nearest.ts';
import { findColumn, formatCell, readData } from '../data.ts';
import type { Cell, Column, Data, DataFile } from '../data.ts';

export const types = [
  'bars',
  'lines',
  'steps',
  'areas',
  'dots',
  'stacked',
  'squares',
  'slopes',
  'ranks',
  'ranges',
] as const;

export type ChartType = (typeof types)[number];

/** What a type is called where it is not seen, by one of the kinds that have a name in every language. */
export const kinds = {
  bars: 'bars',
  lines: 'lines',
  steps: 'steps',
  areas: 'areas',
  dots: 'dots',
  stacked: 'bars',
  squares: 'areas',
  slopes: 'lines',
  ranks: 'lines',
  ranges: 'dots',
} as const satisfies Record<ChartType, string>;

/** Types that are made of several series, types of parts that make a whole, and types that have room for words. */
const ofSeries: readonly ChartType[] = ['stacked', 'slopes', 'ranks', 'ranges'];
const ofParts: readonly ChartType[] = ['stacked', 'squares'];
const edited: readonly ChartType[] = ['bars', 'lines', 'steps', 'areas', 'dots'];

/** More parts than that cannot be told apart. */
export const MOST_PARTS = 5;

/** What a chart is made of: its type, its file, and the names of the columns that it shows. */
interface Figures {
  type: ChartType;
  data: string;
  x: string;
  y: string;
  by: string | undefined;
}

/** What an editor points to: a name, a level, and words at a place. */
export type Edit = {
  highlight?: string | undefined;
  level?: number | undefined;
  levelName?: string | undefined;
  note?: string | undefined;
  noteAt?: string | undefined;
};

/** What a chart draws, point by point. Plain data, so that it can be a prop. */
export type Drawn = { x: Column; y: Column; by?: Column; points: Point[] };

type Point = { x: string | number; y: number | null; series: string };

/** Reads the file of a chart, and tells the writer of everything that cannot be drawn. */
export function drawnBy(props: Figures & Edit, reader: Reader): { drawn: Drawn } | undefined {
  const contents = reader.file(props.data);
  if (contents === undefined) return undefined;
  const read = readData(contents, props.data, (reason) => reader.report('data', reason));
  if (!read) return undefined;
  const indexOf = (prop: 'x' | 'y' | 'by'): number | undefined => {
    const name = props[prop];
    if (name === undefined) return undefined;
    return findColumn(read.data, name, (reason, nearest) => reader.report(prop, reason, nearest));
  };
  const [x, y, by] = [indexOf('x'), indexOf('y'), indexOf('by')];
  if (x === undefined || y === undefined || (props.by && by === undefined)) return undefined;
  const drawn = drawnOf(read, { x, y, ...(by !== undefined && { by }) });
  const isWhole =
    canBeDrawn(read, { x, y, by }, props, reader) &&
    (props.type === 'dots' || hasOneForEach(drawn, read.places, props, reader)) &&
    isOfItsType(drawn, props, reader) &&
    hasWhatIsPointedTo(drawn, props, reader);
  return isWhole ? { drawn } : undefined;
}

interface Places {
  x: number;
  y: number;
  by?: number | undefined;
}

function drawnOf({ data: { columns, rows } }: DataFile, { x, y, by }: Places): Drawn {
  const points = rows.map((row) => ({
    x: row[x] ?? '',
    y: Number.isFinite(row[y]) ? Number(row[y]) : null,
    series: by === undefined ? '' : String(row[by] ?? ''),
  }));
  const column = columns[y]!;
  return {
    x: columns[x]!,
    // What is measured is a number, also between 1000 and 2999.
    y: column.kind === 'year' ? { ...column, kind: 'number', decimals: [0, 0] } : column,
    ...(by !== undefined && { by: columns[by]! }),
    points,
  };
}

/** Whether there is something to draw in each row; the writer is told of the first that has not. */
function canBeDrawn(
  { data: { columns, rows }, places }: DataFile,
  { x, y, by }: Places,
  { data: file }: Figures,
  reader: Reader,
): boolean {
  for (const [prop, index] of [
    ['x', x],
    ['by', by],
  ] as const) {
    const empty = index === undefined ? -1 : rows.findIndex((row) => row[index] === null);
    if (empty < 0) continue;
    const expected = `a value for “${cut(columns[index!]!.name)}”`;
    reader.report(prop, `Unexpected empty cell in ${places[empty]} of ${file}: expected ${expected}.`);
    return false;
  }
  const { name, kind } = columns[y]!;
  if (kind === 'number' || kind === 'year') return true;
  const isText = (cell: Cell) => cell !== null && !/^[-+−]?\d+(\.\d+)?$/.test(String(cell));
  const odd = rows.findIndex((row) => isText(row[y]!));
  const found =
    odd >= 0 ? `“${cut(String(rows[odd]![y]))}” in ${places[odd]} of ${file}` : `column “${cut(name)}” of ${file}`;
  reader.report('y', `Unexpected ${found}: expected plain numbers such as 1972 or 0.5 for “${cut(name)}”.`);
  return false;
}

/** Whether each place has one value: which of two is right, only the writer knows, and is told of them. */
function hasOneForEach({ points, by }: Drawn, places: string[], { data: file }: Figures, reader: Reader): boolean {
  const seen = new Set<string>();
  for (const [index, { x: at, series }] of points.entries()) {
    const key = JSON.stringify([at, series]);
    const of = by ? ` of “${cut(series)}”` : '';
    const expected = by ? 'one value for each' : `one, or a column for the series in “by”`;
    if (seen.has(key)) {
      const second = `second value for “${cut(String(at))}”${of} in ${places[index]} of ${file}`;
      reader.report('x', `Unexpected ${second}: expected ${expected}.`);
      return false;
    }
    seen.add(key);
  }
  return true;
}

/** Whether the figures are those that a type is for; the writer is told of the first thing that is not. */
function isOfItsType(drawn: Drawn, { type, x, y, by, level, note }: Figures & Edit, reader: Reader): boolean {
  const says = (prop: string, reason: string) => {
    reader.report(prop, reason);
    return false;
  };
  if (ofSeries.includes(type) && !by)
    return says('type', `Missing prop “by” on <Chart>: expected the column of the series for type="${type}".`);
  if (type === 'squares' && by)
    return says(
      'by',
      'Unexpected prop “by”: expected none for type="squares", whose squares are shared by the places on x.',
    );
  const words = level !== undefined ? 'level' : note !== undefined ? 'note' : undefined;
  if (words && !edited.includes(type))
    return says(words, `Unexpected prop “${words}”: expected it with type ${anyOf(edited)}.`);
  if (ofParts.includes(type)) {
    const below = drawn.points.find((point) => (point.y ?? 0) < 0);
    if (below)
      return says(
        'y',
        `Unexpected “${below.y}” for “${cut(y)}”: expected no figure below zero, as parts make a whole.`,
      );
    const { length } = namesOfParts(drawn);
    if (length > MOST_PARTS)
      return says(
        by ? 'by' : 'x',
        `Unexpected ${length} parts: expected at most ${MOST_PARTS}, the small ones put together.`,
      );
  }
  const places = new Set(drawn.points.map((point) => point.x)).size;
  if (type === 'slopes' && places !== 2)
    return says('x', `Unexpected ${places} places in “${cut(x)}”: expected two, before and after.`);
  return true;
}

/** The names of the parts of a whole: the series, or where there are none the places. */
export const namesOfParts = (drawn: Drawn): string[] =>
  drawn.by ? seriesOf(drawn) : drawn.points.map(({ x }) => String(x));

/** Whether what the editor points to is in the figures; the writer is told of what is not. */
function hasWhatIsPointedTo(
  drawn: Drawn,
  { highlight, level, levelName, note, noteAt }: Edit,
  reader: Reader,
): boolean {
  const places = [...new Set(drawn.points.map(({ x }) => String(x)))];
  const isAmong = (prop: 'highlight' | 'noteAt', name: string | undefined, names: string[]) => {
    if (name === undefined || names.includes(name)) return true;
    const some = names.length > 6 ? [...names.slice(0, 3), names.at(-1)!] : names;
    reader.report(
      prop,
      `Unexpected “${cut(name)}”: expected one of the figures, such as ${anyOf(some.map(cut))}.`,
      nearest(name, names),
    );
    return false;
  };
  const isWith = (prop: 'level' | 'levelName' | 'note' | 'noteAt', other: string, isThere: boolean) => {
    if (isThere) reader.report(prop, `Missing prop “${other}” on <Chart>: expected both or neither.`);
    return !isThere;
  };
  return [
    isAmong('highlight', highlight, drawn.by ? [...seriesOf(drawn), ...places] : places),
    isAmong('noteAt', noteAt, places),
    isWith('levelName', 'level', levelName !== undefined && level === undefined),
    isWith('level', 'levelName', level !== undefined && levelName === undefined),
    isWith('note', 'noteAt', note !== undefined && noteAt === undefined),
    isWith('noteAt', 'note', noteAt !== undefined && note === undefined),
  ].every(Boolean);
}

/** The names of the series, in the order of the file. */
export const seriesOf = ({ points }: Drawn): string[] => [...new Set(points.map(({ series }) => series))];

/** What an editor points to, in words, for where the drawing is not seen. */
export const pointsOf = (
  { drawn, level, levelName, note, noteAt }: { drawn: Drawn } & Edit,
  lang: string,
): string[] => [
  ...(level === undefined ? [] : [`${levelName}: ${formatCell(level, drawn.y, lang)}`]),
  ...(note === undefined ? [] : [`${noteAt}: ${note}`]),
];

/** What a chart draws as rows: a column for each series where every place has one value in it. */
export function rowsOf({ x, y, by, points }: Drawn, unit?: string): Data {
  const measured: Column = { ...y, name: unit && unit !== y.name ? `${y.name} (${unit})` : y.name };
  if (!by) return { columns: [x, measured], rows: points.map((point) => [point.x, point.y]) };
  const names = seriesOf({ x, y, points });
  const values = new Map<string | number, Map<string, Cell>>();
  for (const point of points) {
    const row = values.get(point.x) ?? new Map<string, Cell>();
    if (row.has(point.series))
      return { columns: [by, x, measured], rows: points.map((each) => [each.series, each.x, each.y]) };
    values.set(point.x, row.set(point.series, point.y));
  }
  return {
    columns: [x, ...names.map((name) => ({ ...y, name: unit ? `${name} (${unit})` : name }))],
    rows: [...values].map(([at, row]) => [at, ...names.map((name) => row.get(name) ?? null)]),
  };
}
