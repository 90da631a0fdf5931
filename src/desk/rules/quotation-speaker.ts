import { messageAt } from '../../document/message.ts';
import { countWords } from '../../document/words.ts';
import { isIn, isOthersWords, withoutQuotations } from '../prose.ts';
import type { Rule } from '../rule.ts';
import { hasWord } from '../words/words.ts';

/**
 * A quotation has a speaker or a source in its paragraph.
 *
 * Words in quotation marks are somebody’s. Say whose, with a <Source> or a word such as “said”, or put
 * them in a <Statement>. Quotations of one or two words are not looked at: they may be names or terms.
 *
 * @example ok
 * “The bridge will be built in the spring”, the governor said.
 *
 * @example ok
 * The governor promised “a bridge in the spring”, according to <Source id="reuters" />.
 *
 * @example ok
 * The “Great Honor” was the name of the ship.
 *
 * @example not ok
 * “The bridge will be built in the spring.” The council votes on January 20.
 * @message 1:1 Unexpected quotation without a speaker: expected who said it, or a <Source id="…" />, in the same paragraph.
 */
export default {
  name: 'quotation-speaker',
  severity: 'warning',
  check: ({ passages, words, tagFor }) =>
    words
      ? passages.flatMap((passage) => {
          const hasOwner =
            passage.isHeading ||
            passage.citations.length ||
            isOthersWords(passage) ||
            isIn(passage, 'statement', 'response', 'claim', 'view', 'figures');
          if (hasOwner) return [];
          if (hasWord(withoutQuotations(passage), words.speech)) return [];
          return passage.quotations
            .filter(({ text }) => countWords(text) > 2)
            .map(({ start }) =>
              messageAt(
                passage.placeAt(start),
                `Unexpected quotation without a speaker: expected who said it, or a ${tagFor('badge')}, in the same paragraph.`,
              ),
            );
        })
      : [],
} satisfies Rule;
