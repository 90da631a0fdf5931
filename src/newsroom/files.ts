import { existsSync, readdirSync } from 'node:fs';
import { join, sep } from 'node:path';
import { isText } from '../schema/index.ts';
import type { CollectionName } from '../schema/index.ts';

/** A file under `content/` that is an entry of a collection. */
export interface EntryFile {
  collection: CollectionName;
  id: string;
  /** Absolute. */
  path: string;
}

/**
 * The id of an entry: its file’s name, or its folder’s for `index.mdx`. In which folders that lies is
 * the newsroom’s own order.
 *
 * @param name the file’s path from the folder of its collection, with `/`.
 */
export const idOf = (name: string): string =>
  name
    .replace(/\.[^./]+$/, '')
    .replace(/\/index$/, '')
    .replace(/^.*\//, '');

/** What the files of a collection end in. */
export const endingsOf = (collection: CollectionName): string[] => (isText(collection) ? ['.mdx'] : ['.yaml', '.yml']);

/** The files of a collection as a glob, from its folder; hidden ones are none of them. */
export const globOf = (collection: CollectionName): string => (isText(collection) ? '**/*.mdx' : '*.{yaml,yml}');

/**
 * The files of a collection, found by the rule of `globOf`, in the order of their names.
 *
 * @param content the newsroom’s folder, absolute.
 */
export function filesOf(collection: CollectionName, content: string): EntryFile[] {
  const base = join(content, collection);
  const endings = endingsOf(collection);
  const names = existsSync(base) ? readdirSync(base, { recursive: isText(collection), encoding: 'utf8' }) : [];
  return names
    .map((name) => name.split(sep).join('/'))
    .filter((name) => endings.some((ending) => name.endsWith(ending)) && !/(^|\/)\./.test(name))
    .sort()
    .map((name) => ({ collection, id: idOf(name), path: join(base, name) }));
}

/** The ids in a collection, by its files alone. @param content the newsroom’s folder, absolute. */
export const idsIn = (collection: CollectionName, content: string): string[] =>
  [...new Set(filesOf(collection, content).map(({ id }) => id))].sort();
