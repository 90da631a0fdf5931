import { closeSync, existsSync, openSync, readdirSync, readSync } from 'node:fs';
import { join } from 'node:path';

/**
 * The line in a story by which an import knows that it has a text already. It stands in the story itself, so that it
 * goes along when the story is moved, and is gone when the story is.
 */
export const markOf = (id: string): string => `# Imported: ${id.replace(/\s+/g, ' ').trim()}`;

/** The stories that came by an import, by the ids of their texts. @param stories the folder of stories, absolute. */
export function importedInto(stories: string): Map<string, string> {
  const found = new Map<string, string>();
  if (!existsSync(stories)) return found;
  const start = Buffer.alloc(1024);
  for (const name of readdirSync(stories, { recursive: true, encoding: 'utf8' })) {
    if (!name.endsWith('.mdx')) continue;
    const file = openSync(join(stories, name), 'r');
    const length = readSync(file, start);
    closeSync(file);
    const id = /^---\n# Imported: (.+)$/m.exec(start.toString('utf8', 0, length))?.[1];
    if (id) found.set(id, name);
  }
  return found;
}
