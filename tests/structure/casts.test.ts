import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';

const src = fileURLToPath(new URL('../../src/', import.meta.url));
const isComment = (line = '') => /^\s*(\/\/|\/?\*)/.test(line);

/** Lines that make the compiler believe anything, `as unknown as` and `as never`, without a comment that says why. */
const baldIn = (code: string): number[] => {
  const lines = code.split('\n');
  return lines.flatMap((line, index) => {
    const casts = !isComment(line) && /\bas (unknown as|never)\b/.test(line.replace(/\/\/ .*/, ''));
    return casts && !isComment(lines[index - 1]) && !/\/\/ \S/.test(line) ? [index + 1] : [];
  });
};

test('where a type is forced, a comment names the edge at which that has to be', () => {
  const bald = readdirSync(src, { recursive: true, encoding: 'utf8' })
    .filter((file) => /\.(ts|astro)$/.test(file))
    .flatMap((file) => baldIn(readFileSync(join(src, file), 'utf8')).map((line) => `src/${file}:${line}`));
  expect(bald).toEqual([]);
});

test.each([
  ['no comment', 'const a = b as never;', [1]],
  ['an empty line between', '// The library has no type for it.\n\nconst a = b as unknown as C;', [3]],
  ['a comment above', '// The library has no type for it.\nconst a = b as unknown as C;', []],
  ['a comment behind', 'const a = b as never; // The library has no type for it.', []],
  ['words of a comment', '/** What was typed as never before. */\nconst a = 1; // as never', []],
  ['a cast that the compiler checks', 'const a = b as C;\nconst c: unknown = a as unknown;', []],
])('%s', (_, code, bald) => expect(baldIn(code)).toEqual(bald));
