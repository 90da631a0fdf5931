import { expect, test } from 'vitest';
import { formatMessage, inReadingOrder, summarise } from '../../src/document/message.ts';
import type { Message } from '../../src/document/message.ts';

const message: Message = {
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
])('prints %j', (more, printed) => expect(formatMessage({ ...message, ...more })).toBe(printed));

test('orders messages as they are read', () => {
  const at = (file: string, line: number, column: number) => ({ ...message, file, line, column });
  const ordered = [at('a.mdx', 1, 1), at('a.mdx', 2, 1), at('a.mdx', 2, 10), at('a.mdx', 10, 2), at('b.mdx', 1, 1)];
  expect([...ordered].reverse().sort(inReadingOrder)).toEqual(ordered);
});

test.each<[string[], string]>([
  [['error a'], '1 error in 1 file'],
  [['error a', 'error a'], '2 errors in 1 file'],
  [['error a', 'warning b'], '1 error and 1 warning in 2 files'],
  [['warning a', 'warning b'], '2 warnings in 2 files'],
])('summarises %j', (list, summary) => {
  const messages = list.map((each): Message => ({
    ...message,
    severity: each.startsWith('error') ? 'error' : 'warning',
    file: each.slice(-1),
  }));
  expect(summarise(messages)).toBe(summary);
});
