import { describe, expect, test } from 'vitest';
import { findColumn, formatCell, readData } from '../../src/components/data.ts';
import type { DataFile } from '../../src/components/data.ts';
import { tableOf } from '../../src/components/table.ts';
import { toHtml } from '../../src/renderings/html.ts';

/** What a file has, or what the writer is told of it. */
function read(contents: string, file = 'a.csv'): DataFile | { reason: string } {
  let told: string | undefined;
  const data = readData(contents, file, (reason) => (told = reason));
  return data ?? { reason: told! };
}
const dataOf = (contents: string, file?: string) => (read(contents, file) as DataFile).data;
const kinds = (contents: string) => dataOf(contents).columns.map(({ kind }) => kind);
const html = (contents: string, file?: string) =>
  toHtml({ type: 'root', children: [tableOf(dataOf(contents, file), 'en', { isPlain: true })] });

describe('readData', () => {
  test('reads what Excel writes: a mark, Windows line ends, quoted commas, marks and lines', () => {
    expect(read('\uFEFFName,Count\r\n"Bogotá, D.C.",1\r\n"The ""big""\r\none",\r\n\r\n x , 2 \r\n')).toEqual({
      data: {
        columns: [
          { name: 'Name', kind: 'words' },
          { name: 'Count', kind: 'number', decimals: [0, 0] },
        ],
        rows: [
          ['Bogotá, D.C.', 1],
          ['The "big"\r\none', null],
          ['x', 2],
        ],
      },
      places: ['line 2', 'line 3', 'line 6'],
    });
  });

  test('reads a JSON list, whatever order and holes its objects have', () => {
    expect(read('[{"a":1.50,"b":"x"},{"b":null,"c":true,"a":-2}]', 'a.JSON')).toEqual({
      data: {
        columns: [
          { name: 'a', kind: 'number', decimals: [0, 1] },
          { name: 'b', kind: 'words' },
          { name: 'c', kind: 'words' },
        ],
        rows: [
          [1.5, 'x', null],
          [-2, null, 'true'],
        ],
      },
      places: ['row 1', 'row 2'],
    });
  });

  test('takes plain digits for numbers, and nothing else', () => {
    expect(kinds('a,b,c,d,e\n1,-2.5,+3,−4,0.1')).toEqual(['number', 'number', 'number', 'number', 'number']);
    expect(kinds('a,b,c,d,e,f\n007,"1,000",1e3,0x10,12345678901234567890,∞')).toEqual(Array(6).fill('words'));
    expect(kinds('a,b\n1,\nx,')).toEqual(['words', 'words']);
  });

  test('knows years and dates', () => {
    expect(kinds('year,month,day,not\n1972,2024-01,2024-02-29,2024-02-30\n2016,,2024-03-01,2024-03-01')).toEqual([
      'year',
      'date',
      'date',
      'words',
    ]);
  });

  test.each([
    ['', 'Unexpected nothing in a.csv: expected a line with the names of the columns, and a line for each row.'],
    [
      'a,b\n',
      'Unexpected end after the first line of a.csv: expected a line with the names of the columns, and a line for each row.',
    ],
    [
      'a,b\n1,2\n\n3\n',
      'Unexpected 1 value in line 4 of a.csv: expected 2, one for each column (text with a comma in it needs quotation marks).',
    ],
    [
      'a,b\n"x\ny",2\n1,2,3\n',
      'Unexpected 3 values in line 4 of a.csv: expected 2, one for each column (text with a comma in it needs quotation marks).',
    ],
    ['a;b\n1;2\n', 'Unexpected “;” in line 1 of a.csv: expected commas between the columns.'],
    ['a,\n1,2\n', 'Unexpected column 2 without a name in line 1 of a.csv: expected a name for each column.'],
    ['a,a\n1,2\n', 'Unexpected second column “a” in line 1 of a.csv: expected another name for each column.'],
    ['a,b\n1,"2\n3,4\n', 'Unexpected quotation mark in line 2 of a.csv: expected another one at the end of the value.'],
    [
      'a,b\n1,\uFFFD\n',
      'Unexpected sign that is not in UTF-8 in line 2 of a.csv: expected a file that is saved as “CSV UTF-8”.',
    ],
  ])('tells what is wrong with %j', (contents, reason) => {
    expect(read(contents)).toEqual({ reason });
  });

  test.each([
    ['[\n{"a":1},\n{"a" 2}\n]', 'signs in line 3 of a.json'],
    ['[\n{"a":1}\n', 'signs in line 2 of a.json'],
    ['[\n{"a": }\n]', 'signs in line 2 of a.json'],
    ['[\n{"a":1},\n]', 'signs in line 2 of a.json'],
    ['[\n{a: 1}]', 'signs in line 2 of a.json'],
    ['[]', 'empty list in a.json'],
    ['{"a":1}', 'value in a.json'],
    ['[{}]', 'empty row in a.json'],
    ['[{"a":1},{"a":[1]}]', 'value in row 2 of a.json'],
    ['[1]', 'value in row 1 of a.json'],
  ])('tells what is wrong with %j', (contents, unexpected) => {
    expect(read(contents, 'a.json')).toEqual({
      reason: expect.stringContaining(`Unexpected ${unexpected}: expected `),
    });
  });
});

test('findColumn names the columns that there are', () => {
  const data = dataOf('year,count\n1972,2');
  const told: unknown[] = [];
  const tell = (...words: unknown[]) => told.push(...words);
  expect(findColumn(data, 'count', tell)).toBe(1);
  expect(told).toEqual([]);
  expect(findColumn(data, 'counts', tell)).toBeUndefined();
  expect(told).toEqual(['Unexpected column “counts”: expected year or count.', 'count']);
});

test('formatCell shows numbers as the language does, years as years, and decimals as they were written', () => {
  const { columns, rows } = dataOf('year,count,rate,month\n1972,12345,7.0,2024-01\n2016,-5,8.25,');
  const shown = (lang: string) => rows.map((row) => row.map((cell, index) => formatCell(cell, columns[index]!, lang)));
  expect(shown('en')).toEqual([
    ['1972', '12,345', '7.0', 'January 2024'],
    ['2016', '−5', '8.25', '–'],
  ]);
  expect(shown('de')).toEqual([
    ['1972', '12.345', '7,0', 'Januar 2024'],
    ['2016', '−5', '8,25', '–'],
  ]);
});

test('tableOf has headings for columns and rows, and nothing in a file is markup', () => {
  expect(html('year,<b>\n1972,</td><script>\n2016,"""&"""')).toBe(
    '<table><thead><tr><th scope="col">year</th><th scope="col">&#x3C;b></th></tr></thead>' +
      '<tbody><tr><th scope="row">1972</th><td>&#x3C;/td>&#x3C;script></td></tr><tr><th scope="row">2016</th><td>"&#x26;"</td></tr></tbody></table>',
  );
  expect(html('a,b\n1,2')).toContain('<tr><td>1</td><td>2</td></tr>');
});
