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
  /** An earlier one with the same id. */
  other?: string;
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

/** The files of a collection as a glob, from its folder; hidden ones are none. */
export const globOf = (collection: CollectionName): string => (isText(collection) ? '**/*.mdx' : '*.{yaml,yml}');

/**
 * The files of a collection by the same rule as `globOf`, in the order of their names.
 *
 * @param content the newsroom’s folder, absolute.
 */
export function filesOf(collection: CollectionName, content: string): EntryFile[] {
  const base = join(content, collection);
  const endings = isText(collection) ? /\.mdx$/ : /\.ya?ml$/;
  const names = existsSync(base) ? readdirSync(base, { recursive: isText(collection), encoding: 'utf8' }) : [];
  const seen = new Map<string, string>();
  return names
    .map((name) => name.split(sep).join('/'))
    .filter((name) => endings.test(name) && !/(^|\/)\./.test(name))
    .sort()
    .map((name) => {
      const [id, path] = [idOf(name), join(base, name)];
      const other = seen.get(id);
      if (!other) seen.set(id, path);
      return { collection, id, path, ...(other && { other }) };
    });
}

/** The ids in a collection, by its files alone. @param content the newsroom’s folder, absolute. */
export const idsIn = (collection: CollectionName, content: string): string[] => [
  ...new Set(
    filesOf(collection, content)
      .map(({ id }) => id)
      .sort(),
  ),
];
