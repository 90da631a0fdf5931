import { messageAt } from '../../document/message.ts';
import { countWords } from '../../document/words.ts';
import { isOthersWords } from '../prose.ts';
import type { Rule } from '../rule.ts';

/**
 * A sentence has at most 50 words.
 *
 * On a phone, that is a screen without a full stop. Make two of it.
 *
 * @example ok
 * The council votes on January 20. The governor has set money aside.
 *
 * @example not ok
 * The council, which met for the first time in the new hall after the elections of the autumn and a long dispute over who may sit where, will on the third Tuesday of the month vote on a plan that nobody but the governor and two of her friends has seen.
 * @message 1:1 Unexpected sentence of 51 words: expected at most 50.
 */
export default {
  name: 'sentence-length',
  severity: 'warning',
  check: ({ passages }) =>
    passages.flatMap((passage) =>
      passage.sentences.flatMap(({ start, text }) => {
        const length = countWords(text);
        const isQuote = passage.quotations.some((quotation) => quotation.end - quotation.start > text.length / 2);
        if (length <= 50 || isQuote || isOthersWords(passage)) return [];
        return [messageAt(passage.placeAt(start), `Unexpected sentence of ${length} words: expected at most 50.`)];
      }),
    ),
} satisfies Rule;
