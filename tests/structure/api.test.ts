import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';

/** What `docs/api.md` promises is there. */

const at = (path: string) => fileURLToPath(new URL(`../../${path}`, import.meta.url));
const api = readFileSync(at('docs/api.md'), 'utf8');

test('every import of the package is told of', () => {
  const { exports } = JSON.parse(readFileSync(at('package.json'), 'utf8')) as { exports: Record<string, string> };
  const names = Object.keys(exports).filter((name) => !name.endsWith('package.json'));
  const missing = names.filter((name) => !api.includes(`nutgraf${name.slice(1).replace('*', '<Name>')}\``));
  expect(names.length).toBeGreaterThan(5);
  expect(missing).toEqual([]);
});

test('every part that it names is one', () => {
  const names = /their props: `([^`]+)`/.exec(api)![1]!.split(' ');
  expect(names.length).toBeGreaterThan(9);
  expect(names.filter((name) => !existsSync(at(`src/parts/${name}.astro`)))).toEqual([]);
});
