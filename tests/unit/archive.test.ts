import { mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import type { Root } from 'hast';
import { expect, onTestFinished, test, vi } from 'vitest';
import { Archive } from '../../src/document/archive.ts';

function folder(): string {
  const path = mkdtempSync(join(tmpdir(), 'nutgraf-archive-'));
  onTestFinished(() => rmSync(path, { recursive: true }));
  return join(path, 'deep');
}

const treeOf = (value: string): Root => ({
  type: 'root',
  children: [{ type: 'text', value, position: { start: { line: 1, column: 1 }, end: { line: 1, column: 2 } } }],
});
const kept = { references: [{ to: 'outlets', id: 'a', line: 1, column: 2 }], messages: [] };
const drawn = (value: string): Root => ({ type: 'root', children: [{ type: 'text', value }] });

/** An archive with these texts, as a build leaves it. */
function archiveOf(path: string, ...texts: string[]): void {
  const archive = new Archive(path);
  for (const text of texts) archive.keep(text, kept, treeOf(text));
  archive.commit();
}

test('gives back what it keeps, by its digest, without places', () => {
  const archive = new Archive(folder());
  expect(archive.has('1')).toBe(false);
  archive.keep('1', kept, treeOf('Año'), { said: ['Año'] });
  archive.keep('2', kept, treeOf('two'));
  archive.keep('3', kept);
  expect(archive.has('1')).toBe(true);
  expect(archive.found('3')).toEqual(kept);
  expect([archive.tree('1'), archive.tree('2')]).toEqual([drawn('Año'), drawn('two')]);
  expect([archive.extract('1'), archive.extract('2')]).toEqual([{ said: ['Año'] }, undefined]);
});

test('is shared: another archive of the folder has it, also what is kept later, once it is committed', () => {
  const path = folder();
  const [writer, drawer] = [new Archive(path), new Archive(path)];
  writer.keep('1', kept, treeOf('one'));
  expect(drawer.has('1')).toBe(false);
  writer.commit();
  expect(drawer.tree('1')).toEqual(drawn('one'));
  archiveOf(path, '2');
  expect(drawer.tree('2')).toEqual(drawn('2'));
});

test('two changed bytes of a text are noticed: it is not there, and the others are', () => {
  const path = folder();
  archiveOf(path, 'one of these', 'two of these');
  new DatabaseSync(join(path, 'trees.sqlite')).exec(
    `UPDATE texts SET tree = replace(tree, 'one', 'own') WHERE digest = 'one of these'`,
  );
  const tell = vi.fn<(line: string) => void>();
  const archive = new Archive(path, tell);
  expect([archive.has('one of these'), archive.has('two of these')]).toEqual([false, true]);
  expect(tell.mock.lastCall).toEqual([expect.stringMatching(/is not as it was kept: it is read again/)]);
  archive.keep('one of these', kept, treeOf('one of these'));
  expect(archive.has('one of these')).toBe(true);
});

/** What can become of a file: each is changed as its name says. */
const harms: Record<string, (bytes: Buffer) => Buffer> = {
  'of another kind': () => Buffer.from('{"not": "a database"}\n'.repeat(300)),
  'cut in the middle': (bytes) => bytes.subarray(0, bytes.length / 2),
  'with a torn page': (bytes) => Buffer.concat([bytes.subarray(0, 4096), Buffer.alloc(4096, 7), bytes.subarray(8192)]),
  'with a torn head': (bytes) => Buffer.concat([Buffer.alloc(64, 7), bytes.subarray(64)]),
  empty: () => Buffer.alloc(0),
};

test.each(Object.entries(harms))('a file %s is dropped and made anew', (_, harm) => {
  const path = folder();
  archiveOf(path, ...Array.from({ length: 200 }, (_, index) => `text ${index} ${'word '.repeat(50)}`));
  // A database that was closed has all in one file.
  const database = new DatabaseSync(join(path, 'trees.sqlite'));
  database.exec('PRAGMA wal_checkpoint(TRUNCATE)');
  database.close();
  const bytes = readFileSync(join(path, 'trees.sqlite'));
  for (const name of readdirSync(path)) rmSync(join(path, name));
  writeFileSync(join(path, 'trees.sqlite'), harm(bytes));
  const archive = new Archive(path, vi.fn());
  for (let index = 0; index < 200; index += 1) {
    const digest = `text ${index} ${'word '.repeat(50)}`;
    if (!archive.has(digest)) archive.keep(digest, kept, treeOf(digest));
  }
  archive.commit();
  const later = new Archive(path);
  for (let index = 0; index < 200; index += 1) {
    const digest = `text ${index} ${'word '.repeat(50)}`;
    expect(later.has(digest)).toBe(true);
    expect(later.tree(digest)).toEqual(drawn(digest));
  }
});

test('one of another version is begun anew, and that is said', () => {
  const path = folder();
  archiveOf(path, '1');
  new DatabaseSync(join(path, 'trees.sqlite')).exec('PRAGMA user_version = 99');
  const tell = vi.fn<(line: string) => void>();
  expect(new Archive(path, tell).has('1')).toBe(false);
  expect(tell.mock.calls).toEqual([[expect.stringMatching(/of another version: all stories are read anew/)]]);
});

test('does not grow for ever: of what no story has any more it keeps as much as there are stories', () => {
  const path = folder();
  archiveOf(path, ...Array.from({ length: 300 }, (_, index) => `old ${index}`));
  const archive = new Archive(path);
  archive.keep('new', kept, treeOf('new'));
  archive.prune();
  const later = new Archive(path);
  expect([later.has('old 1'), later.has('new')]).toEqual([false, true]);
  later.keep('newer', kept);
  later.prune();
  expect(later.has('new')).toBe(true);
});

test('says what to do when a tree is missing', () => {
  expect(() => new Archive(folder()).tree('1')).toThrow(/remove that folder and build again/);
});
