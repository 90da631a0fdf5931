import type { Nodes } from 'mdast';
import { isTag } from '../../document/normalise.ts';
import { propsOf } from '../../document/props.ts';

/** Scripts that put no space between words: there each letter is counted. */
const unspaced =
  '\\p{sc=Han}\\p{sc=Hiragana}\\p{sc=Katakana}\\p{sc=Thai}\\p{sc=Lao}\\p{sc=Khmer}\\p{sc=Myanmar}\\p{sc=Tibetan}';
const word = new RegExp(
  `[${unspaced}]\\p{M}*|[[\\p{L}\\p{N}]--[${unspaced}]][[\\p{L}\\p{M}\\p{N}]--[${unspaced}]]*`,
  'gv',
);

/** The words of a text in any script, in one case and one form (NFKC), as they are compared. */
export const wordsOf = (text: string): string[] => text.normalize('NFKC').toLowerCase().match(word) ?? [];

/** Words that one text has more often than another, in their order. */
export function wordsMissing(taken: string, written: string): string[] {
  const left = new Map<string, number>();
  for (const one of wordsOf(written)) left.set(one, (left.get(one) ?? 0) + 1);
  return wordsOf(taken).filter((one) => {
    const count = left.get(one) ?? 0;
    left.set(one, count - 1);
    return count <= 0;
  });
}

/** What stands in a tree for a reader: its words, and those in the props of its components; comments are none. */
export function wordsIn(node: Nodes): string {
  const parts: string[] = [];
  const visit = (one: Nodes): void => {
    if (one.type === 'text' || one.type === 'inlineCode' || one.type === 'code') parts.push(one.value);
    else if (one.type === 'image') parts.push(one.alt ?? '');
    else if (one.type === 'break') parts.push(' ');
    if (isTag(one))
      for (const value of Object.values(propsOf(one).values))
        if (typeof value === 'string') parts.push(' ', value, ' ');
    if ('children' in one) for (const child of one.children) visit(child);
    if (isBlock(one)) parts.push('\n');
  };
  visit(node);
  return parts.join('');
}

const isBlock = ({ type }: Nodes) =>
  /^(?:paragraph|heading|listItem|tableCell|code|blockquote|mdxJsxFlowElement)$/.test(type);
