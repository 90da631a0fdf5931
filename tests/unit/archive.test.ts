import { appendFileSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Root } from 'hast';
import { expect, onTestFinished, test } from 'vitest';
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

test('gives back what it keeps, by its digest, without places', () => {
  const archive = new Archive(folder());
  expect(archive.has('1')).toBe(false);
  archive.keep('1', kept, treeOf('Año'));
  archive.keep('2', kept, treeOf('two'));
  archive.keep('3', kept);
  expect(archive.has('1')).toBe(true);
  expect(archive.found('3')).toEqual(kept);
  expect([archive.tree('1'), archive.tree('2')]).toEqual([drawn('Año'), drawn('two')]);
});

test('is shared: another archive of the folder has it, also what is kept later', () => {
  const path = folder();
  const [writer, drawer] = [new Archive(path), new Archive(path)];
  writer.keep('1', kept, treeOf('one'));
  expect(drawer.tree('1')).toEqual(drawn('one'));
  const later = new Archive(path);
  later.keep('2', kept, treeOf('two'));
  expect(drawer.tree('2')).toEqual(drawn('two'));
  expect(new Archive(path).has('1')).toBe(true);
  expect(readdirSync(path).length).toBe(4);
});

test('passes over a line that was never finished', () => {
  const path = folder();
  new Archive(path).keep('1', kept, treeOf('one'));
  appendFileSync(
    join(
      path,
      readdirSync(path).find((file) => file.endsWith('.index'))!,
    ),
    '["2",12',
  );
  const archive = new Archive(path);
  expect([archive.has('1'), archive.has('2')]).toEqual([true, false]);
});

test('begins anew after many builds', () => {
  const path = folder();
  for (let build = 0; build < 52; build += 1) new Archive(path).keep(String(build), kept, treeOf('one'));
  expect(readdirSync(path).length).toBeLessThan(10);
});

test('says what to do when a tree is missing', () => {
  expect(() => new Archive(folder()).tree('1')).toThrow(/remove that folder and build again/);
});
