import { readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { visit } from 'unist-util-visit';
import { splitStory } from '../../document/frontmatter.ts';
import { cut, isError } from '../../document/message.ts';
import { parseBody } from '../../document/parse.ts';
import type { Place } from '../../document/place.ts';
import type { Settings } from '../../integration/settings.ts';
import { apply } from '../check/fix.ts';
import type { TextEdit } from '../check/fix.ts';
import { checkNewsroom } from '../check/newsroom.ts';
import { mdxOf, todo } from './mdx.ts';
import type { Outcome } from './outcome.ts';

/**
 * Of links that lead nowhere on this site, such as those of a page that was saved without its address, the words stay,
 * and a note at the top has their addresses. It has to wait for the end of a run: one text may lead to another.
 *
 * @param cwd the folder from which outcomes name their files, absolute.
 */
export async function loosenLinks(settings: Settings, outcomes: readonly Outcome[], cwd: string): Promise<void> {
  if (!outcomes.some(({ leadsWithin, file }) => leadsWithin && file)) return;
  const root = fileURLToPath(settings.root);
  const written = new Map(outcomes.flatMap((one) => (one.file ? [[resolve(cwd, one.file), one] as const] : [])));
  const { messages } = await checkNewsroom(settings);
  const loose = messages.filter((message) => message.ruleId === 'link-exists' && isError(message));
  for (const [name, places] of Map.groupBy(loose, ({ file }) => file)) {
    const file = join(root, name);
    const outcome = written.get(file);
    if (!outcome) continue;
    const { contents, addresses } = withoutLinks(readFileSync(file, 'utf8'), places);
    if (!addresses.length) continue;
    const more = addresses.length > 5 ? ` and ${addresses.length - 5} more` : '';
    const note = `Of links that lead to no page of this site, the words are here: ${addresses.slice(0, 5).join(', ')}${more}.`;
    outcome.todo.push(note);
    writeFileSync(file, withNote(contents, note));
  }
}

/** A text with the words of some of its links in their place. @param places where the links begin. */
function withoutLinks(contents: string, places: readonly Place[]): { contents: string; addresses: string[] } {
  const { body } = splitStory(contents);
  const tree = parseBody(body, new Map());
  const [edits, addresses]: [TextEdit[], string[]] = [[], []];
  if (!('type' in tree)) return { contents, addresses };
  const begins = new Set(places.map(({ line, column }) => `${line}:${column}`));
  visit(tree, 'link', (node) => {
    const [first, last] = [node.children[0]?.position, node.children.at(-1)?.position];
    const { position } = node;
    if (!position || !first || !last || !begins.has(`${position.start.line}:${position.start.column}`)) return;
    edits.push(
      { start: position.start.offset!, end: first.start.offset!, text: '' },
      { start: last.end.offset!, end: position.end.offset!, text: '' },
    );
    addresses.push(cut(node.url));
  });
  return { contents: apply(contents, edits, contents.length - body.length), addresses };
}

/** A text with a note for the writer above its words. */
function withNote(contents: string, note: string): string {
  const { body } = splitStory(contents);
  const text = body.trimStart();
  return contents.slice(0, contents.length - text.length) + mdxOf([todo(note)]) + '\n' + text;
}
