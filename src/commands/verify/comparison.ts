import type { KitRecord, LinkedWords } from '../../renderings/kit.ts';
import { Places, align } from './align.ts';
import type { Alignment } from './align.ts';
import type { CopyWord, PublishedCopy } from './copy.ts';
import { wordsAndSigns } from './words.ts';
import type { Word } from './words.ts';

/** A text of a story in words, and which of them lead where. */
export interface StoryText {
  text: string;
  words: Word[];
  /** For each word, the address that it leads to. */
  links: (string | undefined)[];
}

export function storyTextOf(text: string, links: readonly LinkedWords[] = []): StoryText {
  const words = wordsAndSigns(text);
  const before: number[] = [];
  let count = 0;
  for (let at = 0; at < text.length; at++) {
    before.push(count);
    if (!/\s/.test(text[at]!)) count += 1;
  }
  const led = words.map(({ from }) => {
    const at = before[from]!;
    return links.find((link) => at >= link.at && at < link.at + link.text.replace(/\s/g, '').length)?.url;
  });
  return { text, words, links: led };
}

/** A copy held against the words of its story. */
export interface Comparison {
  copy: PublishedCopy;
  record: KitRecord;
  body: StoryText;
  /** Numbers of the first words of the story’s lines, and one behind the last. */
  lines: number[];
  places: Places;
  alignment: Alignment;
  /** Numbers of the page’s words that are the story’s. */
  own: Set<number>;
  /** Things of the page that have words of the story in them: what is in them is no furniture. */
  ownAsides: Set<number>;
  /** The blocks of the page that have words of the story. */
  ownBlocks: Set<number>;
  /** How much of the story is there, from 0 to 1. */
  share: number;
}

export function comparisonOf(copy: PublishedCopy, record: KitRecord): Comparison {
  const body = storyTextOf(record.text, record.anchors);
  const lineWords: string[][] = [];
  const lines: number[] = [];
  let line = -1;
  let end = -1;
  for (const [index, { is, from }] of body.words.entries()) {
    if (from >= end) {
      const next = record.text.indexOf('\n', from);
      end = next < 0 ? Infinity : next;
      line = lineWords.push([]) - 1;
      lines.push(index);
    }
    lineWords[line]!.push(is);
  }
  lines.push(body.words.length);
  const places = new Places(copy.words);
  const alignment = align(lineWords, copy.words, places);
  const own = new Set([...alignment.places].filter((at) => at >= 0));
  const words = [...own].map((at) => copy.words[at]!);
  return {
    copy,
    record,
    body,
    lines,
    places,
    alignment,
    own,
    ownAsides: new Set(words.flatMap(({ aside }) => aside ?? [])),
    ownBlocks: new Set(words.map(({ block }) => block)),
    share: body.words.length ? own.size / body.words.length : 1,
  };
}

/** Words of the page as it has them. @param numbers of words, in order. */
export function shownText({ blocks, words }: PublishedCopy, numbers: readonly number[]): string {
  const parts: { block: number; from: number; to: number }[] = [];
  for (const number of numbers) {
    const { block, from, to } = words[number]!;
    const last = parts.at(-1);
    if (last?.block === block) last.to = to;
    else parts.push({ block, from, to });
  }
  return parts.map(({ block, from, to }) => blocks[block]!.text.slice(from, to)).join(' ');
}

/** Where a word of the page is in its file. */
export const placeOf = (copy: PublishedCopy, number: number | undefined) =>
  number === undefined || number < 0 ? undefined : copy.blocks[copy.words[number]?.block ?? -1]?.place;

/** Whether a word is in something that pages put between or into texts. */
export const isFurniture = ({ aside }: CopyWord, { ownAsides }: Comparison): boolean =>
  aside !== undefined && !ownAsides.has(aside);
