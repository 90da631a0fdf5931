import { csvParseRows } from 'd3-dsv';
import { parseDocument } from 'yaml';
import { anyOf, cut } from '../document/message.ts';
import { dateOrMoment } from '../schema/fields.ts';
import { nearest } from '../schema/nearest.ts';
import { formatDate } from '../strings/date.ts';
import { numberFormat } from '../strings/intl.ts';

/** The rows of a file that a chart or a table is made of. Plain data, so that they can be a prop. */
export type Data = { columns: Column[]; rows: Cell[][] };

/** `null` is a cell with nothing in it. */
export type Cell = string | number | null;

export type Column = {
  name: string;
  /** `year` and `number` hold numbers, `date` the text of ISO 8601 dates, `words` any text. */
  kind: 'words' | 'number' | 'year' | 'date';
  /** For numbers: the fewest and the most decimals that are written. */
  decimals?: [number, number];
};

/** Tells the writer what is wrong with a file. `reason` is “Unexpected X: expected Y.” */
export type Tell = (reason: string, nearest?: string) => void;

/** A file that was read, with the line of each row, or what a row is called where lines are not known. */
export interface DataFile {
  data: Data;
  places: string[];
}

/** Rows as text, before it is known what they hold. */
interface Rows {
  names: string[];
  rows: string[][];
  places: string[];
}

/**
 * Reads a CSV file (RFC 4180, with the names of its columns in the first line) or a JSON file (a list
 * of flat objects). A column of plain digits, with a sign and decimal point at most, is of numbers.
 *
 * @param file its name, for messages and to know its kind.
 * @returns `undefined` where it cannot be read, of which the writer is then told.
 */
export function readData(contents: string, file: string, tell: Tell): DataFile | undefined {
  const refuse: Refuse = (unexpected, expected) => tell(`Unexpected ${unexpected}: expected ${expected}.`);
  if (contents.length > MOST_SIGNS) {
    refuse(
      `${inWords(contents.length)} characters in ${file}`,
      `at most ${inWords(MOST_SIGNS)}, of the rows that are shown`,
    );
    return;
  }
  const text = contents.replace(/^\uFEFF/, '');
  const broken = text.indexOf('\uFFFD');
  if (broken >= 0) {
    refuse(
      `sign that is not in UTF-8 in line ${lineAt(text, broken)} of ${file}`,
      'a file that is saved as “CSV UTF-8”',
    );
    return;
  }
  const read = file.toLowerCase().endsWith('.json') ? rowsOfJson(text, file, refuse) : rowsOfCsv(text, file, refuse);
  if (!read) return undefined;
  const { names, rows, places } = read;
  const columns = names.map((name, index) =>
    columnOf(
      name,
      rows.map((row) => row[index] ?? ''),
    ),
  );
  const cells = rows.map((row) => columns.map(({ kind }, index) => cellOf(row[index] ?? '', kind)));
  return { data: { columns, rows: cells }, places };
}

/** What a chart or a table can show is far less; what is more would take long to look through. */
const MOST_SIGNS = 1_000_000;
const MOST_COLUMNS = 100;

const inWords = (count: number) => count.toLocaleString('en');

/** Whether there are too many columns, of which the writer is then told. */
function areTooMany(names: readonly string[], file: string, refuse: Refuse): boolean {
  if (names.length <= MOST_COLUMNS) return false;
  refuse(`${inWords(names.length)} columns in ${file}`, `at most ${MOST_COLUMNS}`);
  return true;
}

/** Tells of one thing that keeps a file from being read. */
type Refuse = (unexpected: string, expected: string) => void;

const lineAt = (text: string, offset: number) => text.slice(0, offset).split(/\r\n?|\n/).length;

function rowsOfCsv(text: string, file: string, refuse: Refuse): Rows | undefined {
  if ((text.match(/"/g)?.length ?? 0) % 2) {
    refuse(`quotation mark in line ${openQuoteIn(text)} of ${file}`, 'another one at the end of the value');
    return;
  }
  let line = 1;
  const lines = csvParseRows(text).map((cells) => {
    const place = line;
    line += 1 + cells.join('').split(/\r\n?|\n/).length - 1;
    return { cells: cells.map((cell) => cell.trim()), place };
  });
  const [head, ...rest] = lines.filter(({ cells }) => cells.length > 1 || cells[0]);
  if (!head || !rest.length) {
    refuse(
      `${head ? 'end' : 'nothing'} ${head ? 'after the first line of' : 'in'} ${file}`,
      'a line with the names of the columns, and a line for each row',
    );
    return;
  }
  const { cells: names, place: first } = head;
  if (names.length === 1 && /[;\t]/.test(names[0]!)) {
    refuse(`“${/;/.test(names[0]!) ? ';' : 'tab'}” in line ${first} of ${file}`, 'commas between the columns');
    return;
  }
  if (areTooMany(names, file, refuse)) return;
  const unnamed = names.indexOf('');
  if (unnamed >= 0) {
    refuse(`column ${unnamed + 1} without a name in line ${first} of ${file}`, 'a name for each column');
    return;
  }
  const twice = names.find((name, index) => names.indexOf(name) < index);
  if (twice !== undefined) {
    refuse(`second column “${cut(twice)}” in line ${first} of ${file}`, 'another name for each column');
    return;
  }
  const ragged = rest.find(({ cells }) => cells.length !== names.length);
  if (ragged) {
    const count = ragged.cells.length;
    refuse(
      `${count} value${count === 1 ? '' : 's'} in line ${ragged.place} of ${file}`,
      `${names.length}, one for each column (text with a comma in it needs quotation marks)`,
    );
    return;
  }
  return { names, rows: rest.map(({ cells }) => cells), places: rest.map(({ place }) => `line ${place}`) };
}

/** The line of the last quotation mark that opens a value: what follows was taken for its text. */
function openQuoteIn(text: string): number {
  let open = 0;
  let isOpen = false;
  for (const { index } of text.matchAll(/"/g)) {
    isOpen = !isOpen;
    if (isOpen && text[index - 1] !== '"') open = index;
  }
  return lineAt(text, open);
}

function rowsOfJson(text: string, file: string, refuse: Refuse): Rows | undefined {
  const expected = 'a list of rows such as [{ "year": 2024, "count": 3 }]';
  let list: unknown;
  try {
    list = JSON.parse(text);
  } catch (error) {
    refuse(`signs in line ${lineAt(text.trimEnd(), faultyAt(text, String(error)))} of ${file}`, expected);
    return;
  }
  if (!Array.isArray(list) || !list.length) {
    refuse(`${Array.isArray(list) ? 'empty list' : 'value'} in ${file}`, expected);
    return;
  }
  const isFlat = (row: unknown): row is Record<string, unknown> =>
    typeof row === 'object' && row !== null && !Array.isArray(row);
  const odd = list.findIndex(
    (row) => !isFlat(row) || Object.values(row).some((value) => typeof value === 'object' && value !== null),
  );
  if (odd >= 0) {
    refuse(`value in row ${odd + 1} of ${file}`, 'names with texts and numbers only');
    return;
  }
  const second = secondName(text);
  if (second) {
    refuse(`second “${cut(second.name)}” in line ${lineAt(text, second.offset)} of ${file}`, 'each name once in a row');
    return;
  }
  const rows = list as Record<string, unknown>[];
  const names = [...new Set(rows.flatMap((row) => Object.keys(row)))];
  if (areTooMany(names, file, refuse)) return;
  if (!names.length) {
    refuse(`empty row in ${file}`, expected);
    return;
  }
  // eslint-disable-next-line @typescript-eslint/no-base-to-string -- Lists and objects were refused above.
  const textOf = (value: unknown) => (value === null || value === undefined ? '' : String(value).trim());
  return {
    names,
    rows: rows.map((row) => names.map((name) => textOf(Object.hasOwn(row, name) ? row[name] : ''))),
    places: rows.map((_, index) => `row ${index + 1}`),
  };
}

/** A name that stands twice in a row of JSON, of which `JSON.parse` keeps the last. @param json a list of flat rows. */
function secondName(json: string): { name: string; offset: number } | undefined {
  let seen = new Set<string>();
  for (const { 0: token, index } of json.matchAll(/"(?:[^"\\]|\\.)*"(?:\s*:)?|\{/g)) {
    if (token === '{') seen = new Set();
    if (!token.endsWith(':')) continue;
    const name = JSON.parse(token.slice(0, -1)) as string;
    if (seen.has(name)) return { name, offset: index };
    seen.add(name);
  }
  return undefined;
}

/** Where JSON cannot be read: the engine does not always say; a reader of YAML is slow, and lets last commas pass. */
function faultyAt(json: string, error: string): number {
  const said = /position (\d+)/.exec(error)?.[1];
  if (said) return Number(said);
  const comma = /,\s*[\]}]/.exec(json)?.index;
  if (json.length > 50_000) return comma ?? json.length;
  return parseDocument(json, { schema: 'json', prettyErrors: false }).errors[0]?.pos[0] ?? comma ?? json.length;
}

const digits = /^[-+−]?(?:0|[1-9]\d*)(?:\.\d+)?$/;
const dayOrMonth = /^\d{4}-\d{2}(-\d{2})?$/;

const numberOf = (text: string) => Number(text.replace('−', '-'));

const isNumber = (text: string) => digits.test(text) && Math.abs(numberOf(text)) <= Number.MAX_SAFE_INTEGER;

const isDate = (text: string) =>
  dayOrMonth.test(text) && dateOrMoment().safeParse(text.length === 7 ? `${text}-01` : text).success;

/** What a column holds, by all the cells that are filled. */
export function columnOf(name: string, texts: readonly string[]): Column {
  const filled = texts.filter(Boolean);
  if (filled.length && filled.every(isDate)) return { name, kind: 'date' };
  if (!filled.length || !filled.every(isNumber)) return { name, kind: 'words' };
  const decimals = filled.map((text) => text.split('.')[1]?.length ?? 0);
  // Nobody writes “1,972” for a year; counts between 1000 and 2999 are as clear without the comma.
  const isYear = filled.every((text) => /^[12]\d{3}$/.test(text));
  return isYear
    ? { name, kind: 'year' }
    : { name, kind: 'number', decimals: [Math.min(...decimals), Math.max(...decimals)] };
}

function cellOf(text: string, kind: Column['kind']): Cell {
  if (!text) return null;
  return kind === 'number' || kind === 'year' ? numberOf(text) : text;
}

/** A cell as readers of a language see it. */
export function formatCell(cell: Cell, { kind, decimals = [0, 0] }: Column, lang: string): string {
  if (cell === null) return '–';
  if (kind === 'date') return formatDate(String(cell), lang, 'UTC');
  if (typeof cell === 'string' || kind === 'year') return String(cell);
  const [least, most] = decimals;
  return numberFormat(lang, { minimumFractionDigits: least, maximumFractionDigits: most })
    .format(cell)
    .replace('-', '−');
}

/** Where a column stands; where there is none of that name, the writer is told so. */
export function findColumn({ columns }: Data, name: string, tell: Tell): number | undefined {
  const names = columns.map((column) => column.name);
  const index = names.indexOf(name);
  if (index >= 0) return index;
  tell(`Unexpected column “${cut(name)}”: expected ${anyOf(names.map(cut))}.`, nearest(name, names));
  return undefined;
}
