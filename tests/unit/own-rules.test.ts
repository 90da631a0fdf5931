import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { ownRulesIn, placeInStack } from '../../src/desk/own-rules.ts';
import type { Prose } from '../../src/desk/prose.ts';
import { toJson } from '../../src/document/message.ts';
import { folderWith } from '../support/folder.ts';

const rule = (name: string, check = '() => []', severity = "'warning'") =>
  `export default { name: '${name}', severity: ${severity}, check: ${check} };`;

// Rules of these tests look at nothing.
const prose = {} as Prose;

test('each file of the folder is a rule, in the order of their names; what begins with a dot, and folders, are none', async () => {
  const folder = folderWith({
    'b-rule.mjs': rule('b-rule', undefined, "'error'"),
    'a-rule.js': rule('a-rule', undefined, "'off'"),
    '.draft.js': 'no code',
    'words.txt': 'no code',
    'two.dots.js': 'no code',
    'shared/words.js': 'export default [];',
  });
  const { rules, messages, code } = await ownRulesIn(folder);
  expect(rules.map(({ name, severity }) => [name, severity])).toEqual([
    ['a-rule', 'off'],
    ['b-rule', 'error'],
  ]);
  expect(messages).toEqual([]);
  for (const text of [rule('a-rule', undefined, "'off'"), 'export default [];']) expect(code).toContain(text);
  expect(code.split('\0')).toHaveLength(6);
});

test('a folder that is not there has none', async () =>
  expect(await ownRulesIn('/none/at/all')).toEqual({ rules: [], messages: [], code: '' }));

const expected = (name: string) =>
  `Unexpected export: expected this rule as what the file exports by default, defineRule({ name: '${name}', severity: 'warning', check: … }).`;

test.each([
  ['nothing exported', 'export const rule = 1;', [1, 1, expected('a-rule')]],
  ['no check', "export default { name: 'a-rule', severity: 'warning' };", [1, 1, expected('a-rule')]],
  ['another name', rule('b-rule'), [1, 1, expected('a-rule')]],
  ['no severity', rule('a-rule', undefined, 'undefined'), [1, 1, expected('a-rule')]],
  ['an unknown severity', rule('a-rule', undefined, "'info'"), [1, 1, expected('a-rule')]],
  [
    'code that throws',
    `\n\n  throw new Error('No words.\\nAt all.');\n${rule('a-rule')}`,
    // Where it stands, a command tells (tests/commands): here, the tests’ own loader reads the file.
    [
      expect.any(Number),
      expect.any(Number),
      'Unexpected code, “No words.”: expected a rule of the desk that can be loaded.',
    ],
  ],
])('a file with %s is told of, and is no rule', async (_, contents, [line, column, reason]) => {
  const folder = folderWith({ 'a-rule.mjs': contents, 'c-rule.mjs': rule('c-rule') });
  const { rules, messages } = await ownRulesIn(folder);
  expect(rules.map(({ name }) => name)).toEqual(['c-rule']);
  expect(messages.map(toJson)).toEqual([
    { file: join(folder, 'a-rule.mjs'), line, column, severity: 'error', reason, rule: 'rule-valid' },
  ]);
});

test('code that is none is told of as well', async () => {
  const folder = folderWith({ 'a-rule.mjs': 'export default {' });
  const { messages } = await ownRulesIn(folder);
  expect(messages.map(({ reason }) => reason)).toEqual([
    expect.stringMatching(/^Unexpected code, “.+”: expected a rule of the desk that can be loaded\.$/),
  ]);
});

test('a rule that has changed is read anew', async () => {
  const folder = folderWith({ 'a-rule.mjs': rule('a-rule', "() => [{ line: 1, column: 1, reason: 'One.' }]") });
  const first = await ownRulesIn(folder);
  expect(first.rules[0]!.check(prose)).toEqual([{ line: 1, column: 1, reason: 'One.' }]);
  await new Promise((resolve) => setTimeout(resolve, 20));
  writeFileSync(join(folder, 'a-rule.mjs'), rule('a-rule', '() => []'));
  const second = await ownRulesIn(folder);
  expect(second.rules[0]!.check(prose)).toEqual([]);
  expect(second.code).not.toBe(first.code);
});

test.each([
  ["() => { throw new Error('No.\\nMore'); }", 'Unexpected fault of the rule, “No.”: expected messages.'],
  ['() => 1', /^Unexpected fault of the rule, “.+”: expected messages\.$/],
  [
    '() => [{ reason: "A" }]',
    'Unexpected fault of the rule, “it gave something else than messages”: expected messages.',
  ],
  ['() => [{ line: 1 }]', 'Unexpected fault of the rule, “it gave something else than messages”: expected messages.'],
  [
    '() => [{ line: 1, reason: "A" }, {}]',
    'Unexpected fault of the rule, “it gave something else than messages”: expected messages.',
  ],
])('a rule that fails says so at the top of the story: %s', async (check, reason) => {
  const { rules } = await ownRulesIn(folderWith({ 'a-rule.mjs': rule('a-rule', check) }));
  const [message, ...others] = rules[0]!.check(prose);
  expect(others).toEqual([]);
  expect(message).toMatchObject({ line: 1, column: 1, reason: expect.stringMatching(reason) as string });
});

test.each([
  ['Error\n    at file:///site/a.mjs?123.5:12:34', { line: 12, column: 34 }],
  ['file:///site/a.mjs?123.5:3\nexport default {', { line: 3, column: 1 }],
  ['Error\n    at other (file:///site/b.mjs:9:9)\n    at file:///site/a.mjs:1:5\n    at x:7:7', { line: 1, column: 5 }],
  ['Error: no place', { line: 1, column: 1 }],
  ['', { line: 1, column: 1 }],
])('where code is wrong, by the lines of its stack: %j', (stack, place) =>
  expect(placeInStack(stack, 'file:///site/a.mjs')).toEqual(place),
);
