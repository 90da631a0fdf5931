import { messageAt } from '../../document/message.ts';
import { byPassage, factsOf } from '../facts/facts.ts';
import type { NumberFact } from '../facts/numbers.ts';
import { isIn, isOthersWords, isCode, isQuoted, withoutQuotations } from '../prose.ts';
import type { Rule } from '../rule.ts';
import { hasWord, matcherOf } from '../words/words.ts';

/**
 * A number that somebody counted has a source in its paragraph.
 *
 * Shares, sums of money and great numbers are looked at: “12 %”, “$3 million”, “40,000”. Put a
 * <Source> beside it, or say in words who counted. Dates, prices and small numbers need none, nor does a paragraph
 * with a link, or one that goes on from a source in the paragraph before.
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
  check(prose) {
    const { words, passages, tagFor } = prose;
    if (!words) return [];
    const numbers = byPassage(factsOf(prose).numbers);
    const speech = matcherOf([...words.speech, ...words.evidence]);
    return passages.flatMap((passage, index) => {
      const hasOwner =
        passage.isHeading ||
        passage.citations.length ||
        passage.hasLink ||
        passages[index - 1]?.citations.length ||
        isOthersWords(passage) ||
        isIn(passage, 'statement', 'response', 'claim', 'view', 'figures', 'points', 'questions');
      if (hasOwner || withoutQuotations(passage).search(speech) >= 0) return [];
      const number = (numbers.get(passage) ?? []).find(
        (one) => isCounted(one) && !isQuoted(passage, one.start) && !isCode(passage, one.start),
      );
      if (!number || hasWord(passages[index - 1]?.text ?? '', words.speech)) return [];
      return [
        messageAt(
          passage.placeAt(number.start),
          `Unexpected number “${number.text}” without a source: expected a ${tagFor('badge')}, or who says so, in the same paragraph.`,
        ),
      ];
    });
  },
} satisfies Rule;

/** Whether somebody had to count or to measure for a number. */
function isCounted({ kind, value, text, isRough }: NumberFact): boolean {
  // An address of the net, a version.
  if (/\d\.\d+\.\d+\./.test(text)) return false;
  if (kind === 'percent' || kind === 'points') return value !== 100 && value !== 0;
  if (kind === 'money') return value >= 1 || /\p{L}/u.test(text);
  return kind === 'count' && value >= 1000 && (/\D/.test(text) || !isRough);
}
