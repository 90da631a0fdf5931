import { withStraightMarks } from '../../strings/quotation-marks.ts';

/**
 * Text as a comparison reads it: what an editor’s program changes by itself (kinds of quotation
 * marks, dashes and spaces, ligatures, soft hyphens) is no change of words.
 */
export const levelled = (text: string): string =>
  withStraightMarks(text.normalize('NFKC'))
    .replace(/\u00AD|\u200B|\u2060|\uFEFF|\uFE0E|\uFE0F/g, '')
    .replace(/″|''|``/g, '"')
    .replace(/[′`]/g, "'")
    .replace(/[‐‑‒–—―−]|--+/g, '-')
    .replace(/\s+/g, ' ')
    .trim();

/** The words of a text, one by one; a colon behind a name in a list is the format’s. */
export const comparedWords = (text: string): string[] =>
  levelled(text)
    .split(' ')
    .map((word) => word.replace(/:$/, ''))
    .filter(Boolean);
