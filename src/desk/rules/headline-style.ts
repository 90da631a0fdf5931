import { messageAt } from '../../document/message.ts';
import type { Rule } from '../rule.ts';

/**
 * A headline is in the newsroom’s style.
 *
 * No headline ends with a full stop or stands all in capitals. A newsroom that has chosen says so in
 * `content/desk/<language>.yaml`: `headlines: sentence` (capitals as in a sentence) or `headlines: title` (Every
 * Word of Weight).
 *
 * @example ok
 * ---
 * headline: The council votes on a bridge
 * ---
 *
 * @example not ok
 * ---
 * headline: The council votes on a bridge.
 * ---
 * @message above Unexpected full stop at the end of the headline: expected none.
 *
 * @example not ok
 * ---
 * headline: COUNCIL VOTES ON A BRIDGE
 * ---
 * @message above Unexpected headline all in capitals: expected capitals as in a sentence.
 */
export default {
  name: 'headline-style',
  severity: 'warning',
  check({ data: { headline }, placeOf, headlines, words }) {
    const tell = (reason: string) => [messageAt(placeOf(['headline'], 'value'), reason)];
    const text = headline.trim();
    if (/[^.\s]\.["”’»]?$/u.test(text) && !/(?:\b\p{Lu}|\b(?:Inc|Jr|Sr|Co|Corp|Ltd|etc|St))\.["”’»]?$/u.test(text))
      return tell('Unexpected full stop at the end of the headline: expected none.');
    const letters = text.replace(/\P{L}/gu, '');
    if (text.split(/\s+/).length > 2 && /\p{Lu}/u.test(letters) && !/\p{Ll}|\p{Lo}/u.test(letters))
      return tell('Unexpected headline all in capitals: expected capitals as in a sentence.');
    if (!headlines) return [];
    // The first word of a headline, and of what follows a colon, has a capital in both styles.
    const own = [...text.matchAll(/(?<![:.?!“"‘'—–]\s?)(?<=\s)\p{L}[\p{L}’'-]*/gu)].map(([word]) => word);
    const weighty = own.filter((word) => !words?.small.includes(word.toLowerCase()) && word.length > 3);
    const capital = weighty.filter((word) => /^\p{Lu}/u.test(word));
    if (headlines === 'title') {
      const low = weighty.find((word) => /^\p{Ll}/u.test(word));
      return low ? tell(`Unexpected “${low}” in the headline: expected capitals, as in “Every Word of Weight”.`) : [];
    }
    return weighty.length > 2 && capital.length >= weighty.length * 0.8
      ? tell('Unexpected capitals in the headline: expected them as in a sentence, for names alone.')
      : [];
  },
} satisfies Rule;
