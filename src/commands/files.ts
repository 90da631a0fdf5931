import { existsSync, readdirSync } from 'node:fs';
import { join, sep } from 'node:path';
import { idOf } from '../integration/entry.ts';
import { isText } from '../schema/index.ts';
import type { CollectionName } from '../schema/index.ts';

/** The files of a collection; `other` is an earlier one of the same id. */
export function filesOf(collection: CollectionName, content: string): { id: string; path: string; other?: string }[] {
  const base = join(content, collection);
  const endings = isText(collection) ? /\.mdx$/ : /\.ya?ml$/;
  const seen = new Map<string, string>();
  const names = existsSync(base) ? readdirSync(base, { recursive: isText(collection), encoding: 'utf8' }) : [];
  return names
    .map((name) => name.split(sep).join('/'))
    .filter((name) => endings.test(name) && !/(^|\/)\./.test(name))
    .sort()
    .map((name) => {
      const [id, path] = [idOf(name), join(base, name)];
      const other = seen.get(id);
      if (!other) seen.set(id, path);
      return { id, path, ...(other && { other }) };
    });
}
