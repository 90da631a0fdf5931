import type { Passage } from '../prose.ts';
import { isOthersWords } from '../prose.ts';

/** Words that somebody said or wrote, as a story has them. */
export interface QuoteFact {
  passage: Passage;
  start: number;
  /** Its words in lower case, without marks. */
  words: readonly string[];
  /** Whether a sign says that it was cut or mended: an ellipsis, brackets. */
  isEdited: boolean;
  /** Whether most of its words have capitals: then it is a title. */
  isTitle: boolean;
}

/** The words of a text, as they are compared. */
const wordsOf = (text: string): string[] =>
  text
    .toLowerCase()
    .replace(/[’‘]/g, "'")
    .match(/[\p{L}\p{N}\p{M}]+(?:['-][\p{L}\p{N}]+)*/gu) ?? [];

/** Whether words are those of a title: most have capitals. */
export function isTitle(text: string): boolean {
  const words = text.match(/\p{L}[\p{L}’'-]*/gu) ?? [];
  return words.length > 1 && words.filter((word) => /^\p{Lu}/u.test(word)).length > words.length * 0.6;
}

const edited = /…|\.\.\.|\[|\(/;

/** What stands in quotation marks in a passage, or the passage itself where it is all somebody’s own words. */
export function quotesIn(passage: Passage): QuoteFact[] {
  const { text, quotations } = passage;
  const isWhole = isOthersWords(passage) && !quotations.length;
  // Behind “](” stand the words of an address that was typed wrong.
  const spans = isWhole
    ? [{ start: 0, text }]
    : quotations.filter(({ start }) => !/\]\(\s*$/.test(text.slice(0, start)));
  return spans.map(({ start, text: said }) => ({
    passage,
    start,
    words: wordsOf(said),
    isEdited: edited.test(said),
    isTitle: isTitle(said),
  }));
}
