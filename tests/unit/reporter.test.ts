import { describe, expect, test } from 'vitest';
import {
  anyOf,
  cut,
  errorAt,
  fromJson,
  inFile,
  inReadingOrder,
  isError,
  messageAt,
  toJson,
  warningAt,
} from '../../src/document/message.ts';
import { formatMessage, formats, sarifLog, sentenceOf, summarise } from '../../src/document/reporter.ts';

const place = { line: 3, column: 5 };
const [error] = inFile('content/a b.mdx', [errorAt(place, 'source-exists', 'Unknown source “x”: expected one.', 'xy')]);
const [warning] = inFile('content/b.mdx', [warningAt({ line: 1, column: 1 }, 'mdx-syntax', '100 %: expected,\nless.')]);
const all = [error!, warning!];

describe('messages', () => {
  test('have a place, a rule and how much they count', () => {
    expect(messageAt(place, 'A.')).toMatchObject({
      line: 3,
      column: 5,
      reason: 'A.',
      fatal: false,
      ruleId: '',
      file: '',
      source: 'nutgraf',
      expected: undefined,
    });
    expect(error).toMatchObject({
      fatal: true,
      ruleId: 'source-exists',
      expected: ['xy'],
      place: { line: 3, column: 5 },
    });
    expect(all.map(isError)).toEqual([true, false]);
    expect(Error.stackTraceLimit).toBeGreaterThan(0);
    expect(messageAt(place, 'A.').stack).not.toMatch(/\n\s+at /);
  });

  test('are the same from plain data', () => {
    expect(all.map(toJson)).toEqual([
      {
        file: 'content/a b.mdx',
        line: 3,
        column: 5,
        severity: 'error',
        reason: 'Unknown source “x”: expected one.',
        suggestion: 'xy',
        rule: 'source-exists',
      },
      {
        file: 'content/b.mdx',
        line: 1,
        column: 1,
        severity: 'warning',
        reason: '100 %: expected,\nless.',
        rule: 'mdx-syntax',
      },
    ]);
    expect(all.map(toJson).map(fromJson).map(toJson)).toEqual(all.map(toJson));
  });

  test('stand as they do in the files', () => {
    const at = (file: string, line: number, column: number) => inFile(file, [messageAt({ line, column }, '')])[0]!;
    const sorted = [at('b', 1, 1), at('a', 10, 1), at('a', 2, 7), at('a', 2, 3)].sort(inReadingOrder);
    expect(sorted.map(({ file, line, column }) => `${file}${line}:${column}`)).toEqual([
      'a2:3',
      'a2:7',
      'a10:1',
      'b1:1',
    ]);
  });

  test('have lists in words, and cut what is long', () => {
    expect([[], ['a'], ['a', 'b'], ['a', 'b', 'c']].map(anyOf)).toEqual(['nothing', 'a', 'a or b', 'a, b or c']);
    expect([cut('x'.repeat(60)), cut('x'.repeat(61))]).toEqual(['x'.repeat(60), `${'x'.repeat(59)}…`]);
  });
});

describe('they are printed', () => {
  test('for a terminal, each on its line', () => {
    expect(formatMessage(error!)).toBe(
      'content/a b.mdx:3:5  error  Unknown source “x”: expected one.\n  Did you mean “xy”?  [source-exists]',
    );
    expect(formatMessage(warning!)).toBe('content/b.mdx:1:1  warning  100 %: expected, less.  [mdx-syntax]');
    const sly = inFile('a\u001b[31m.mdx', [errorAt(place, 'source-exists', 'A\u0007\u009bB', 'c\r\nd')])[0]!;
    expect(formatMessage(sly)).toBe('a [31m.mdx:3:5  error  A B\n  Did you mean “c d”?  [source-exists]');
    expect(formats.pretty([])).toBe('All is in order.');
    expect(formats.pretty([error!])).toBe(`${formatMessage(error!)}\n\n1 error in 1 file.`);
    const rest = 'What cannot be read keeps the check from looking further: check again when it is mended.';
    expect(formats.pretty(all)).toBe(
      `${all.map(formatMessage).join('\n')}\n\n1 error and 1 warning in 2 files.\n${rest}`,
    );
    expect(formats.pretty([warningAt(place, 'yaml-syntax', 'A.')])).toContain(rest);
  });

  test('with how many there are', () => {
    expect(summarise([error!, error!, warning!, warning!])).toBe('2 errors and 2 warnings in 2 files');
    expect(summarise([warning!])).toBe('1 warning in 1 file');
    expect(summarise([error!, error!])).toBe('2 errors in 1 file');
    expect([sentenceOf(error!), sentenceOf(warning!)]).toEqual([
      'Unknown source “x”: expected one. Did you mean “xy”?',
      '100 %: expected,\nless.',
    ]);
  });

  test('as JSON', () => {
    expect(JSON.parse(formats.json(all))).toEqual({ errors: 1, warnings: 1, messages: all.map(toJson) });
    expect(formats.json(all)).toContain('\n  "errors": 1');
  });

  test('as commands of a workflow, in which signs of its own are written by number', () => {
    const odd = inFile('a:b,c%.mdx', [errorAt(place, 'source-exists', 'A\r\n%,:')])[0]!;
    expect(formats.github([error!, odd])).toBe(
      '::error file=content/a b.mdx,line=3,col=5,title=source-exists::Unknown source “x”: expected one. Did you mean “xy”?\n' +
        '::error file=a%3Ab%2Cc%25.mdx,line=3,col=5,title=source-exists::A%0D%0A%25,:',
    );
    expect(formats.github([warning!])).toMatch(
      /^::warning file=content\/b\.mdx,line=1,col=1,title=mdx-syntax::100 %25: expected,%0Aless\.$/,
    );
  });

  test('as SARIF', () => {
    expect(JSON.parse(formats.sarif(all))).toEqual(sarifLog(all));
    expect(sarifLog([...all, error!])).toEqual({
      $schema: 'https://json.schemastore.org/sarif-2.1.0.json',
      version: '2.1.0',
      runs: [
        {
          tool: { driver: { name: 'Nutgraf', rules: [{ id: 'source-exists' }, { id: 'mdx-syntax' }] } },
          columnKind: 'utf16CodeUnits',
          results: [
            [
              'source-exists',
              0,
              'error',
              'Unknown source “x”: expected one. Did you mean “xy”?',
              'content/a%20b.mdx',
              3,
              5,
            ] as const,
            ['mdx-syntax', 1, 'warning', '100 %: expected,\nless.', 'content/b.mdx', 1, 1] as const,
            [
              'source-exists',
              0,
              'error',
              'Unknown source “x”: expected one. Did you mean “xy”?',
              'content/a%20b.mdx',
              3,
              5,
            ] as const,
          ].map(([ruleId, ruleIndex, level, text, uri, startLine, startColumn]) => ({
            ruleId,
            ruleIndex,
            level,
            message: { text },
            locations: [
              {
                physicalLocation: {
                  artifactLocation: { uri, uriBaseId: 'SRCROOT' },
                  region: { startLine, startColumn },
                },
              },
            ],
          })),
        },
      ],
    });
  });
});
