import { withStraightMarks } from '../../strings/quotation-marks.ts';

/**
 * Text as a comparison reads it: what an editor’s program changes by itself (kinds of quotation
 * marks, dashes and spaces, ligatures, soft hyphens) is no change of words.
 */
export const levelled = (text: string): string =>
  withStraightMarks(text.normalize('NFKC'))
    .replace(/\u00AD|[\u200B-\u200F]|\u2060|\uFEFF|\uFE0E|\uFE0F/g, '')
    .replace(/″|''|``/g, '"')
    .replace(/[′`ʼ]/g, "'")
    .replace(/[‐‑‒–—―−]|--+/g, '-')
    .replace(/\s+/g, ' ')
    .trim();

/** A word or a sign of a text, and where it stands in it, in UTF-16 code units. */
export interface Word {
  is: string;
  from: number;
  to: number;
}

const ideograph = String.raw`[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]`;
const letter = String.raw`(?:(?!${ideograph})[\p{L}\p{M}\p{N}\u00AD\u200B-\u200F\u2060\uFEFF])`;
/** A number with its point, a word with its apostrophe; signs by themselves, so that spaces beside them say nothing. */
const wordOrSign = new RegExp(
  String.raw`${ideograph}|${letter}+(?:(?:(?<=\p{N})[.,:](?=\p{N})|['’ʼ](?=\p{L}))${letter}+)*|''|${'``'}|--+|\.{3}|\S`,
  'gu',
);

/** The words of a text, one by one. A colon is left out: behind a name in a list it is the format’s. */
export const wordsAndSigns = (text: string): Word[] =>
  [...text.matchAll(wordOrSign)].flatMap(({ 0: raw, index }) => {
    const is = levelled(raw);
    return is && is !== ':' ? [{ is, from: index, to: index + raw.length }] : [];
  });

export const comparedWords = (text: string): string[] => wordsAndSigns(text).map(({ is }) => is);

/** Words as a message shows them, those in the middle left out where they are many. */
export function inShort(text: string): string {
  const words = text.trim().split(/\s+/);
  const shown = words.length > 16 ? [...words.slice(0, 8), '…', ...words.slice(-7)] : words;
  return shown.join(' ').slice(0, 300);
}
