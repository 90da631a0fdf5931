import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { beforeEach, expect, onTestFinished, test } from 'vitest';
import { Reuse } from '../../src/integration/reuse.ts';

let folder: string;
const within = (...names: string[]) => join(folder, ...names);
const begin = () => new Reuse(within('cache/published.json'), within('dist'), within('next'));

function write(path: string, text: string): void {
  mkdirSync(dirname(within(path)), { recursive: true });
  writeFileSync(within(path), text);
}

/** What publishing does. */
function publish(build: Reuse): void {
  build.check();
  swap();
}

function swap(): void {
  rmSync(within('dist'), { recursive: true, force: true });
  renameSync(within('next'), within('dist'));
}

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'nutgraf-reuse-'));
  const here = folder;
  onTestFinished(() => rmSync(here, { recursive: true }));
  const first = begin();
  write('next/a/index.html', 'A');
  write('next/b.md', 'B');
  first.make('a/index.html', 'key of A');
  first.make('b.md', 'key of B');
  first.make('c.md', 'key of what was not written');
  first.look();
  publish(first);
  first.keep();
});

test('a file of the same key is put in its place as it is, with its time', () => {
  const { mtimeMs } = statSync(within('dist/a/index.html'));
  const next = begin();
  const made = next.find('a/index.html', 'key of A');
  expect(made && next.take('a/index.html', made)).toBe(true);
  expect(readFileSync(within('next/a/index.html'), 'utf8')).toBe('A');
  expect(statSync(within('next/a/index.html')).mtimeMs).toBe(mtimeMs);
});

test('no file of another key is, nor one that was never written', () => {
  expect(begin().find('a/index.html', 'another key')).toBeUndefined();
  expect(begin().find('c.md', 'key of what was not written')).toBeUndefined();
  expect(begin().find('d.md', 'key of A')).toBeUndefined();
});

test('no file that somebody changed or removed since is', () => {
  write('dist/a/index.html', 'A, by another hand');
  rmSync(within('dist/b.md'));
  expect(begin().find('a/index.html', 'key of A')).toBeUndefined();
  expect(begin().find('b.md', 'key of B')).toBeUndefined();
});

test('what another integration changes before it is published is made anew each time', () => {
  const build = begin();
  write('next/a/index.html', 'A');
  build.make('a/index.html', 'key of A');
  build.look();
  write('next/a/index.html', 'A, made smaller');
  publish(build);
  build.keep();
  expect(begin().find('a/index.html', 'key of A')).toBeUndefined();
});

test('what came out as it was has its former time, and can be taken', () => {
  const { atime, mtime } = statSync(within('dist/a/index.html'));
  const build = begin();
  write('next/a/index.html', 'A');
  build.make('a/index.html', 'another key');
  build.look();
  build.check();
  utimesSync(within('next/a/index.html'), atime, mtime);
  swap();
  build.keep();
  expect(begin().find('a/index.html', 'another key')).toBeDefined();
});

test('what was taken can be taken again', () => {
  const second = begin();
  second.take('a/index.html', second.find('a/index.html', 'key of A')!);
  second.look();
  publish(second);
  second.keep();
  expect(begin().find('a/index.html', 'key of A')).toBeDefined();
});

test('all files of a key, or none', () => {
  const build = begin();
  const files = ['pagefind/one', 'pagefind/two'];
  for (const file of files) write(`next/${file}`, file);
  build.madeTogether(files, 'key of an index');
  publish(build);
  build.keep();
  expect(begin().takeAll('key of another index')).toBe(false);
  expect(begin().takeAll('key of an index')).toBe(true);
  expect(existsSync(within('next/pagefind/two'))).toBe(true);
  rmSync(within('next'), { recursive: true });
  rmSync(within('dist/pagefind/two'));
  expect(begin().takeAll('key of an index')).toBe(false);
  expect(existsSync(within('next/pagefind/one'))).toBe(false);
});

test.each(['{', '[]', '{"folder":"/elsewhere","files":{}}'])(
  'with %j in the place of what is known, nothing is',
  (text) => {
    write('cache/published.json', text);
    expect(begin().find('a/index.html', 'key of A')).toBeUndefined();
  },
);
