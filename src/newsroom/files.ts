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
 * the newsroom’s own order. In Unicode’s composed form: disks differ in how they write an é.
 *
 * @param name the file’s path from the folder of its collection, with `/`.
 */
export const idOf = (name: string): string =>
  name
    .replace(/\.[^./]+$/, '')
    .replace(/\/index$/, '')
    .replace(/^.*\//, '')
    .normalize('NFC');

/** What the files of a collection end in. */
export const endingsOf = (collection: CollectionName): string[] => (isText(collection) ? ['.mdx'] : ['.yaml', '.yml']);

/** The files of a collection as a glob, from its folder; hidden ones are none of them. */
export const globOf = (collection: CollectionName): string => (isText(collection) ? '**/*.mdx' : '*.{yaml,yml}');
