import { expect, test } from 'vitest';
import { errorAt, fromJson, inFile, inReadingOrder, toJson, warningAt } from '../../src/document/message.ts';
import type { MessageJson } from '../../src/document/message.ts';
import { formatMessage, summarise } from '../../src/document/reporter.ts';

const message: MessageJson = {
  file: 'content/a.mdx',
  line: 24,
  column: 9,
  severity: 'error',
  reason: 'Unknown source “reuter”: expected one.',
  rule: 'source-exists',
};

test.each([
  [{}, 'content/a.mdx:24:9  error  Unknown source “reuter”: expected one.  [source-exists]'],
  [
    { suggestion: 'reuters' },
    'content/a.mdx:24:9  error  Unknown source “reuter”: expected one.\n  Did you mean “reuters”?  [source-exists]',
  ],
  [
    { severity: 'warning' as const },
    'content/a.mdx:24:9  warning  Unknown source “reuter”: expected one.  [source-exists]',
  ],
  // A writer’s line breaks and a terminal’s signs do not come through.
  [
    { reason: 'Unexpected “a\r\nb\u001B[31mc”.', suggestion: 'a\nb' },
    'content/a.mdx:24:9  error  Unexpected “a b [31mc”.\n  Did you mean “a b”?  [source-exists]',
  ],
])('prints %j', (more, printed) => expect(formatMessage(fromJson({ ...message, ...more }))).toBe(printed));

test('orders messages as they are read', () => {
  const at = (file: string, line: number, column: number) => fromJson({ ...message, file, line, column });
  const ordered = [at('a.mdx', 1, 1), at('a.mdx', 2, 1), at('a.mdx', 2, 10), at('a.mdx', 10, 2), at('b.mdx', 1, 1)];
  expect([...ordered].reverse().sort(inReadingOrder)).toEqual(ordered);
});

test.each<[string[], string]>([
  [['error a'], '1 error in 1 file'],
  [['error a', 'error a'], '2 errors in 1 file'],
  [['error a', 'warning b'], '1 error and 1 warning in 2 files'],
  [['warning a', 'warning b'], '2 warnings in 2 files'],
])('summarises %j', (list, summary) => {
  const messages = list.map((each) =>
    fromJson({ ...message, severity: each.startsWith('error') ? 'error' : 'warning', file: each.slice(-1) }),
  );
  expect(summarise(messages)).toBe(summary);
});

test('is a VFileMessage, which any reporter of that family can print', () => {
  const error = errorAt({ line: 3, column: 5 }, 'prop-known', 'Unexpected “a”: expected b.', 'b');
  expect(error).toMatchObject({
    name: '3:5',
    message: 'Unexpected “a”: expected b.',
    reason: 'Unexpected “a”: expected b.',
    place: { line: 3, column: 5 },
    line: 3,
    column: 5,
    source: 'nutgraf',
    ruleId: 'prop-known',
    fatal: true,
    expected: ['b'],
    file: '',
    stack: '',
  });
  expect(warningAt({ line: 3, column: 5 }, 'prop-known', 'Unexpected “a”: expected b.')).toMatchObject({
    fatal: false,
    expected: undefined,
  });
  expect(inFile('a.mdx', [error]).map(({ file }) => file)).toEqual(['a.mdx']);
});

test('comes back from JSON as the same', () => {
  for (const one of [message, { ...message, suggestion: 'reuters' }, { ...message, severity: 'warning' as const }]) {
    expect(toJson(fromJson(JSON.parse(JSON.stringify(one)) as MessageJson))).toEqual(one);
    expect(fromJson(one)).toBeInstanceOf(Error);
  }
});

test('does not look for the calls that led to it, and leaves other errors theirs', () => {
  const before = Error.stackTraceLimit;
  errorAt({ line: 1, column: 1 }, 'prop-known', 'Unexpected.');
  expect(Error.stackTraceLimit).toBe(before);
  expect(new Error('other').stack).toContain('message.test.ts');
});
