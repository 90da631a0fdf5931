import { messageAt } from '../../document/message.ts';
import type { Message } from '../../document/message.ts';
import { factsOf } from '../facts/facts.ts';
import { isOthersWords } from '../prose.ts';
import type { Rule } from '../rule.ts';
import { hasWord, matcherOf } from '../words/words.ts';

/**
 * A grave charge does not rest on one unnamed source.
 *
 * A sentence that accuses a person, on the word of somebody whose name is not published, wants a second source in
 * its paragraph.
 *
 * @example ok
 * Jane Doe took bribes, an official who asked not to be named said. <Source id="reuters" /> has the papers.
 *
 * @example not ok
 * Jane Doe took bribes, said an official who asked not to be named.
 * @message 1:10 Unexpected charge on one unnamed source: expected a second source in the same paragraph.
 *
 * @example not ok
 * ---
 * sources:
 *   official: { name: An official, unnamed: true, description: An official of the city, anonymity: Fear for the job }
 * ---
 * The mayor is accused of fraud, according to <Source id="official" />.
 * @message 1:14 Unexpected charge on one unnamed source: expected a second source in the same paragraph.
 */
export default {
  name: 'charge-unnamed',
  severity: 'warning',
  check(prose) {
    const { passages, words, data } = prose;
    if (!words) return [];
    const charge = matcherOf([...words.accusation, ...words.charges]);
    return passages.flatMap((passage): Message[] => {
      if (passage.isHeading || isOthersWords(passage)) return [];
      const cited = new Set(passage.citations.map(({ source }) => source));
      const unnamed = [...cited].filter((id) => data.sources[id]?.unnamed);
      if (cited.size > unnamed.length || unnamed.length > 1) return [];
      const sentence = passage.sentences.find(({ text, start, end }) => {
        if (text.search(charge) < 0) return false;
        const isCited = passage.citations.some(
          (one) => unnamed.includes(one.source) && start <= one.start && one.start < end,
        );
        return isCited || (hasWord(text, words.unnamed) && hasWord(text, words.speech));
      });
      if (!sentence) return [];
      const isOfPerson =
        unnamed.length > 0 ||
        factsOf(prose).names.some((name) => name.passage === passage && (name.isPerson || name.words.length > 1)) ||
        words.titles.some((title) => title.length > 4 && hasWord(sentence.text, [title]));
      if (!isOfPerson) return [];
      return [
        messageAt(
          passage.placeAt(sentence.start + sentence.text.search(charge)),
          'Unexpected charge on one unnamed source: expected a second source in the same paragraph.',
        ),
      ];
    });
  },
} satisfies Rule;
