import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Root } from 'hast';
import { expect, onTestFinished, test } from 'vitest';
import { Archive } from '../../src/document/archive.ts';

test('gives back what it keeps, by its digest', () => {
  const folder = mkdtempSync(join(tmpdir(), 'nutgraf-archive-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  const tree: Root = { type: 'root', children: [{ type: 'text', value: 'A', position: { start: { line: 1, column: 1 }, end: { line: 1, column: 2 } } }] };
  const kept = { references: [{ to: 'outlets' as const, id: 'a', line: 1, column: 2 }], findings: [] };
  const archive = new Archive(join(folder, 'deep'));
  expect(archive.has('1')).toBe(false);
  archive.keep('1', { data: {}, sources: {}, tree, ...kept });
  archive.keep('2', { data: {}, sources: {}, ...kept });
  expect(archive.has('1')).toBe(true);
  expect(archive.found('1')).toEqual(kept);
  expect(archive.tree('1')).toEqual({ type: 'root', children: [{ type: 'text', value: 'A' }] });
  // Another process finds it too, and no half-written file stays.
  expect(new Archive(join(folder, 'deep')).has('2')).toBe(true);
  expect(readdirSync(join(folder, 'deep')).sort()).toEqual(['1.jsonl', '2.jsonl']);
});
