import { messageAt } from '../../document/message.ts';
import { isIn, isOthersWords } from '../prose.ts';
import type { Rule } from '../rule.ts';
import type { Words } from '../words/words.ts';
import { hasWord, matcherOf } from '../words/words.ts';

/**
 * A number that somebody counted has a source in its paragraph.
 *
 * Shares, sums of money and great numbers are looked at: “12 %”, “$3 million”, “40,000”. Put a
 * <Source> beside it, or say in words who counted. Dates and small numbers need none.
 *
 * @example ok
 * The bridge costs $3 million, <Source id="reuters" /> reported.
 *
 * @example ok
 * The governor said that 12% of the money is there. The vote is on January 20, 2026.
 *
 * @example not ok
 * The bridge costs $3 million.
 * @message 1:18 Unexpected number “$3 million” without a source: expected a <Source id="…" />, or who says so, in the same paragraph.
 */
export default {
  name: 'number-source',
  severity: 'warning',
  check: ({ passages, words, tagFor }) =>
    words
      ? passages.flatMap((passage) => {
          const hasOwner =
            passage.isHeading ||
            passage.citations.length ||
            isOthersWords(passage) ||
            isIn(passage, 'statement', 'response', 'claim', 'view', 'figures', 'points', 'questions');
          if (hasOwner || hasWord(passage.text, words.speech)) return [];
          const match = numberPattern(words).exec(passage.text);
          return match
            ? [
                messageAt(
                  passage.placeAt(match.index),
                  `Unexpected number “${match[0]}” without a source: expected a ${tagFor('badge')}, or who says so, in the same paragraph.`,
                ),
              ]
            : [];
        })
      : [],
} satisfies Rule;

const patterns = new WeakMap<Words, RegExp>();

function numberPattern(words: Words): RegExp {
  const made = patterns.get(words);
  if (made) return made;
  const magnitude = matcherOf(words.magnitudes).source;
  // From the first digit on, so that a row of them is gone through once.
  const digits = '(?<!\\d[.,\\u00A0\\u202F]?)\\d[\\d.,\\u00A0\\u202F]*';
  const pattern = new RegExp(
    `\\p{Sc}\\s?${digits}(?:\\s${magnitude})?|${digits}(?:\\s?%|\\s${magnitude})|(?<!\\d)\\d{1,3}(?:[.,\\u00A0\\u202F]\\d{3})+`,
    'iu',
  );
  patterns.set(words, pattern);
  return pattern;
}
