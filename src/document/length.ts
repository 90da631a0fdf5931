import type { Nodes } from 'mdast';
import { errorAt } from './message.ts';
import type { Message } from './message.ts';
import type { Place } from './place.ts';

/**
 * The longest that may be read, in UTF-16 code units. Readers of Markdown and YAML, and patterns of words, may take
 * time that grows with the square of a text; below these limits none takes more than a moment.
 */
const limits = {
  /** A whole file: some 40,000 words. */
  file: 250_000,
  /** What stands above a text, or a file of a registry: some 500 sources. */
  yaml: 100_000,
  /** A paragraph, a heading or a cell of a table: some 3,000 words. */
  passage: 20_000,
  /** Of them, those that may begin or end something: some hundred links, or words set off, in a paragraph. */
  signs: 2_000,
} as const;

const advice = {
  file: 'expected at most {most} in a file. Make more than one of it',
  yaml: 'expected at most {most}. Take out what is not needed, or make more than one story of it',
  passage: 'expected at most {most} in a paragraph. Put empty lines between its parts',
} as const;

/** What there is to say of a text that is too long to be read. */
export const checkLength = (text: string, kind: keyof typeof advice, place: Place): Message | undefined =>
  text.length > limits[kind] ? tooLong(text.length, kind, place) : undefined;

const tooLong = (length: number, kind: keyof typeof advice, place: Place): Message =>
  errorAt(
    place,
    'text-length',
    `Unexpected ${inWords(length)} characters: ${advice[kind].replace('{most}', inWords(limits[kind]))}.`,
  );

/** The first line of a body that is too long: some parsers take long over those. */
export function checkLineLength(body: string): Message | undefined {
  if (body.length <= limits.passage) return undefined;
  const lines = body.split('\n');
  const index = lines.findIndex((line) => line.length > limits.passage);
  return index < 0 ? undefined : checkLength(lines[index]!, 'passage', { line: index + 1, column: 1 });
}

/** The first run of words in a tree that is too long. */
export function checkPassages(tree: Nodes): Message | undefined {
  const { start, end } = tree.position ?? {};
  const length = (end?.offset ?? 0) - (start?.offset ?? 0);
  if (length <= limits.passage && tree.type !== 'root') return undefined;
  if (start && passages.has(tree.type)) return tooLong(length, 'passage', start);
  if (!('children' in tree)) return undefined;
  for (const child of tree.children) {
    const found = checkPassages(child);
    if (found) return found;
  }
  return undefined;
}

const passages = new Set(['paragraph', 'heading', 'tableCell']);

/** What there is to say of a text with too many signs of emphasis and links. @param place where it begins. */
export function tooManySigns(text: string, place: Place = { line: 1, column: 1 }): Message | undefined {
  const count = text.match(/[*_[\]]/g)?.length ?? 0;
  const reason = `Unexpected ${inWords(count)} signs such as “*” and “[” in a paragraph: expected at most ${inWords(limits.signs)}.`;
  return count > limits.signs ? errorAt(place, 'text-length', reason) : undefined;
}

/** Whether a text of Markdown has a paragraph for which its readers would take minutes. */
export const isCrowded = (text: string): boolean =>
  text.split(/\n[ \t]*\r?\n/).some((block) => tooManySigns(block) !== undefined);

/** The first run of words in a tree that has too many signs. @param body what was typed. */
export function checkCrowding(tree: Nodes, body: string): Message | undefined {
  const { start, end } = tree.position ?? {};
  if (start && passages.has(tree.type)) return tooManySigns(body.slice(start.offset, end?.offset), start);
  for (const child of 'children' in tree ? tree.children : []) {
    const found = checkCrowding(child, body);
    if (found) return found;
  }
  return undefined;
}

const inWords = (count: number) => count.toLocaleString('en');
