import { describe, expect, test, vi } from 'vitest';
import { check, newsdesk, storyOf } from '../support/desk.ts';
import { edges } from '../support/rule-edges.ts';

/** What each rule says at its edges: a story, what stands above it, and the messages, each with its place in it. */

const people = new Map([...newsdesk.registries.people, ['john-roe', { name: 'John Roe', roles: [] }] as const]);

function told(rule: string, body: string, above: string, ask = check): string[] {
  const story = storyOf(above, body).split('\n');
  const first = storyOf(above, '').split('\n').length - 2;
  const messages = ask(story.join('\n'), rule, { registries: { ...newsdesk.registries, people } });
  return messages.map(({ line, column, reason, expected }) => {
    const place = line > first ? `${line - first}:${column}` : `${/^\w*/.exec(story[line - 1]!)![0]}:${column}`;
    return `${place} ${reason}${expected ? ` (${expected[0]})` : ''}`;
  });
}

describe.each(Object.entries(edges))('%s', (rule, rows) => {
  test.each(rows)('%s %s', (body, above, ...messages) => expect(told(rule, body, above)).toEqual(messages));
});

/** Patterns are made once for each language, so that only the first story would tell of one that is made wrongly. */
test('all of it, by patterns that are made anew', async () => {
  vi.resetModules();
  const anew = await import('../support/desk.ts');
  const rows = Object.entries(edges).flatMap(([rule, ofRule]) => ofRule.map((row) => [rule, ...row] as const));
  expect(rows.map(([rule, body, above]) => told(rule, body, above, anew.check))).toEqual(
    rows.map(([, , , ...messages]) => messages),
  );
});
