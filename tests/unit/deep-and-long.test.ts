import { describe, expect, test } from 'vitest';
import { parseDocument } from 'yaml';
import { checkDepth, checkLines, checkYamlDepth, deepBracket, tooDeep } from '../../src/document/depth.ts';
import {
  checkCrowding,
  checkLength,
  checkLineLength,
  checkPassages,
  isCrowded,
  tooManySigns,
} from '../../src/document/length.ts';
import type { Message } from '../../src/document/message.ts';
import { parseBody } from '../../src/document/parse.ts';
import { contracts } from '../support/newsroom.ts';

const told = (message: Message | undefined) =>
  message &&
  `${message.line}:${message.column} ${message.fatal ? 'error' : 'warning'} ${message.ruleId} ${message.reason}`;
const read = (body: string) => {
  const found = parseBody(body, contracts);
  return 'type' in found ? found.type : told(found);
};
const place = { line: 4, column: 2 };

describe('a text that is too long', () => {
  test.each([
    [
      'file',
      250_000,
      '4:2 error text-length Unexpected 250,001 characters: expected at most 250,000 in a file. Make more than one of it.',
    ],
    [
      'yaml',
      100_000,
      '4:2 error text-length Unexpected 100,001 characters: expected at most 100,000. Take out what is not needed, or make more than one story of it.',
    ],
    [
      'passage',
      20_000,
      '4:2 error text-length Unexpected 20,001 characters: expected at most 20,000 in a paragraph. Put empty lines between its parts.',
    ],
  ] as const)('%s: at most %d characters', (kind, most, message) => {
    expect(checkLength('x'.repeat(most), kind, place)).toBeUndefined();
    expect(told(checkLength('x'.repeat(most + 1), kind, place))).toBe(message);
  });

  const long = 'word '.repeat(4001).trimEnd();
  const tooLong =
    'error text-length Unexpected 20,004 characters: expected at most 20,000 in a paragraph. Put empty lines between its parts.';

  test('is told of at its line, before it is parsed', () => {
    expect(checkLineLength('x\n'.repeat(20_000))).toBeUndefined();
    expect(checkLineLength('x'.repeat(20_000))).toBeUndefined();
    expect(told(checkLineLength(`One.\n\n${long}\n`))).toBe(`3:1 ${tooLong}`);
    expect(read(`One.\n\n${long}\n`)).toBe(`3:1 ${tooLong}`);
  });

  test('is told of at its paragraph, heading or cell, however many lines it has', () => {
    const lines = long.replace(/(?:word ){10}/g, '$&\n').replace(/ \n/g, '\n');
    const check = (body: string) => {
      const tree = parseBody(body, contracts);
      return 'type' in tree ? told(checkPassages(tree)) : told(tree);
    };
    expect(check(`One.\n\n- A list.\n- ${lines.replaceAll('\n', '\n  ')}\n`)).toMatch(
      /^4:3 error text-length Unexpected 20,804 characters/,
    );
    expect(check('A word.\n\n'.repeat(3000))).toBeUndefined();
    expect(check(`> ${'word '.repeat(3999)}\n`)).toBeUndefined();
  });
});

describe('a text with too many signs', () => {
  const message =
    '1:1 error text-length Unexpected 2,001 signs such as “*” and “[” in a paragraph: expected at most 2,000.';

  test.each(['*', '_', '[', ']'])('%s', (sign) => {
    expect(tooManySigns(sign.repeat(2000))).toBeUndefined();
    expect(told(tooManySigns(sign.repeat(2001)))).toBe(message);
    expect(tooManySigns('x'.repeat(3000))).toBeUndefined();
  });

  test('is one where a paragraph has them', () => {
    expect(isCrowded(`${'*'.repeat(2000)}\n \n${'*'.repeat(2000)}`)).toBe(false);
    expect(isCrowded(`a\n\n${'*'.repeat(2001)}`)).toBe(true);
    expect(isCrowded(`${'*'.repeat(1500)}\n${'*'.repeat(1500)}`)).toBe(true);
  });

  test('is told of at its paragraph', () => {
    const crowded = '[a '.repeat(2001);
    // Sätteri reads it in a moment, remark would not.
    expect(read(`One.\n\nTwo.\n\n${crowded}\n`)).toBe('root');
    expect(read(`One.\n\nTwo {3}.\n\n${crowded}\n`)).toBe(message.replace('1:1', '5:1'));
    // What Sätteri cannot read is told of by lines.
    expect(read(`One.\n\nTwo { three.\n\n${crowded}\n`)).toBe(message.replace('1:1', '5:1'));
    expect(read('One [.\n\n'.repeat(2001))).toBe('root');
    const tree = parseBody('One *two*.', contracts);
    expect('type' in tree && checkCrowding(tree, 'One *two*.')).toBeUndefined();
  });
});

describe('what stands too deep', () => {
  const message = 'error nesting Unexpected nesting of more than 100 levels: expected a text that is less deep.';

  test('is told of', () => expect(told(tooDeep(place))).toBe(`4:2 ${message}`));

  test.each([['>'], ['> '], ['- '], ['* '], ['+ '], ['1. '], ['12) ']])(
    'signs of quotations and lists: “%s”',
    (sign) => {
      expect(checkLines(`One.\n${sign.repeat(100)}x`)).toBeUndefined();
      expect(told(checkLines(`One.\n${sign.repeat(101)}x`))).toBe(`2:1 ${message}`);
      expect(told(checkLines(`One.\n \t${sign.repeat(101)}x`))).toBe(`2:1 ${message}`);
      expect(checkLines(`x ${sign.repeat(101)}`)).toBeUndefined();
    },
  );

  test('is read up to a hundred levels', () => {
    const div = (levels: number) => `One.\n\n${'<div>\n'.repeat(levels)}x\n${'</div>\n'.repeat(levels)}`;
    expect(read(div(90))).toBe('root');
    expect(read(div(120))).toMatch(/nesting Unexpected nesting of more than 100 levels/);
    expect(read('> '.repeat(101) + 'x')).toBe(`1:1 ${message}`);
  });

  test('in a tree, at the level that is too deep', () => {
    const tree = (levels: number): Parameters<typeof checkDepth>[0] => {
      let node = { type: 'text', value: 'x' } as Parameters<typeof checkDepth>[0];
      for (let level = levels; level > 0; level -= 1)
        node = {
          type: 'emphasis',
          children: [node],
          position: { start: { line: level, column: 3 }, end: { line: 1, column: 1 } },
        } as Parameters<typeof checkDepth>[0];
      return node;
    };
    expect(checkDepth(tree(100))).toBeUndefined();
    expect(told(checkDepth(tree(101)))).toBe(`101:3 ${message}`);
    expect(told(checkDepth(tree(300)))).toBe(`102:3 ${message}`);
  });

  test('in YAML', () => {
    const at = (offset: number) => ({ line: 1, column: offset + 1 });
    const check = (yaml: string) => told(checkYamlDepth(parseDocument(yaml).contents, at));
    expect(check(`${'['.repeat(90)}${']'.repeat(90)}`)).toBeUndefined();
    expect(check(`a: 1\nb: [1, 2]\nc:\n  d: {}`)).toBeUndefined();
    expect(check(`${'['.repeat(110)}x${']'.repeat(110)}`)).toBe(`1:102 ${message}`);
    expect(check(`${'{a: '.repeat(110)}x${'}'.repeat(110)}`)).toMatch(/nesting/);
    expect(check('')).toBeUndefined();
    expect(deepBracket('['.repeat(100))).toBe(0);
    expect(deepBracket(`a: ${'['.repeat(101)}`)).toBe(103);
    expect(deepBracket(`a: ${'{'.repeat(101)}`)).toBe(103);
    expect(deepBracket('[]'.repeat(200) + '{}'.repeat(200))).toBe(0);
  });
});
