import { messageAt } from '../../document/message.ts';
import { countWords } from '../../document/words.ts';
import { isTitle } from '../facts/quotes.ts';
import { isIn, isOthersWords, withoutQuotations } from '../prose.ts';
import type { Passage, Span } from '../prose.ts';
import type { Rule } from '../rule.ts';
import { hasWord } from '../words/words.ts';
import type { Words } from '../words/words.ts';

/**
 * A quotation has a speaker or a source in its paragraph.
 *
 * Words in quotation marks are somebody’s. Say whose, with a <Source> or a word such as “said”, or put
 * them in a <Statement>. What is a name, a title, a question or a few words is not looked at: it may be nobody’s. A
 * paragraph that is a quotation and nothing else goes on where the one before it says who speaks.
 *
 * @example ok
 * “The bridge will be built in the spring”, the governor said.
 *
 * @example ok
 * The governor promised “a bridge in the spring”, according to <Source id="reuters" />.
 *
 * @example ok
 * The “Great Honor” was the name of the ship. The book “The Bridge That Never Was” tells of it, with the question
 * “Who wants this bridge?” and a sign that reads “no way through”.
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
      ? passages.flatMap((passage, index) => {
          const hasOwner =
            passage.isHeading ||
            passage.citations.length ||
            isOthersWords(passage) ||
            isIn(passage, 'statement', 'response', 'claim', 'view', 'figures') ||
            isSpoken(passage, words) ||
            passage.quotations.some((quotation) => hasTag(quotation, passage)) ||
            isGoingOn(passages, index, words);
          if (hasOwner) return [];
          return passage.quotations
            .filter((quotation) => isSaid(quotation, passage, words))
            .map(({ start }) =>
              messageAt(
                passage.placeAt(start),
                `Unexpected quotation without a speaker: expected who said it, or a ${tagFor('badge')}, in the same paragraph.`,
              ),
            );
        })
      : [],
} satisfies Rule;

const isSpoken = (passage: Passage | undefined, { speech }: Words) =>
  passage !== undefined && hasWord(withoutQuotations(passage), speech);

/** Whether a passage is a quotation and nothing else, and the one before, or a colon at its end, says whose. */
function isGoingOn(passages: readonly Passage[], index: number, words: Words): boolean {
  const isAlone = (passage: Passage) => passage.text !== '' && !/[\p{L}\p{N}]/u.test(withoutQuotations(passage));
  if (!isAlone(passages[index]!)) return false;
  const before = passages.slice(0, index).findLast((passage) => !isAlone(passage));
  return isSpoken(before, words) || before?.text.trimEnd().endsWith(':') === true;
}

/** Whether a name stands behind a quotation, after a comma: “It is old,” Doe shares. */
const hasTag = ({ end }: Span, { text }: Passage) => /^.?,.?\s\p{Lu}/u.test(text.slice(end - 2));

/** Whether somebody said it: it is a sentence, or long, and is not named as a thing. */
function isSaid({ start, end, text }: Span, passage: Passage, words: Words): boolean {
  const [own, count] = [text.replace(/^[\p{P}\s]+/u, ''), countWords(text)];
  // “To be or not to be.” is one, “to be or not to be” a few words, “To Be or Not to Be” a title.
  const isSentence = /^\P{Ll}/u.test(own) && /[.!,。！،؟…]/u.test(passage.text.slice(end - 2, end + 1));
  if (count < 3 || !(isSentence || count > 7) || isTitle(own) || /[?？]\P{L}*$/u.test(own)) return false;
  const before = passage.text.slice(0, start);
  // The address of a link that was typed wrong, `[words]( "The title")`, and a mark that is the wrong one.
  if (/\]\(\s*$/.test(before) || /\s.$|^“.*“|^«.*«/u.test(text)) return false;
  const sentence = passage.sentences.findLast((one) => one.start <= start);
  return !hasWord(before.slice(sentence?.start), words.naming ?? []);
}
