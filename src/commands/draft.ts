import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { Document, isMap, isSeq, visit } from 'yaml';

/** An address for a story, or an id for an entry: lower-case letters, digits and hyphens, of at most eight words. */
export function slugOf(text: string): string {
  const words = text
    .normalize('NFD')
    .replace(/\p{M}|['’]/gu, '')
    .toLowerCase()
    .split(/[^a-z0-9]+/)
    .filter(Boolean);
  return words.slice(0, 8).join('-');
}

/** A story’s file: its frontmatter and its body. */
export const storyText = (data: object, body: string): string => `---\n${yamlOf(data)}---\n\n${body.trim()}\n`;

/** YAML as a newsroom writes it: lists and small groups in one line. */
export function yamlOf(data: object): string {
  const document = new Document(data);
  visit(document, (_, node, path) => {
    const isSmall = isSeq(node) || (isMap(node) && path.length > 4 && node.items.length < 4);
    if ((isSeq(node) || isMap(node)) && isSmall && !node.items.some((item) => isMap(item) || isSeq(item)))
      node.flow = true;
  });
  return document.toString({ lineWidth: 0 }).replace(/^(\s*[\w-]+: )\[ (.*) \]$/gm, '$1[$2]');
}

/** Whether a story has an address: a folder, or a file. */
export const isTaken = (stories: string, slug: string): boolean =>
  existsSync(join(stories, slug)) || existsSync(join(stories, `${slug}.mdx`));

/** Writes a file that is not there yet; its folder is made. @throws when it is there. */
export function writeNew(folder: string, name: string, contents: string | Uint8Array): void {
  mkdirSync(dirname(join(folder, name)), { recursive: true });
  writeFileSync(join(folder, name), contents, { flag: 'wx' });
}
