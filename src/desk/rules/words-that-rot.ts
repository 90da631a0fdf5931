import { messageAt } from '../../document/message.ts';
import { byPassage, factsOf } from '../facts/facts.ts';
import { matchesIn } from '../prose.ts';
import type { Rule } from '../rule.ts';
import { hasWord, matcherOf } from '../words/words.ts';

/**
 * Words such as “today” or “last month” are not used.
 *
 * A reader who comes a week later takes another day for them. Write the date, or the month.
 * Words in quotation marks are the speaker’s and stay. “Today” is told of where it is the day, not these days.
 *
 * @example ok
 * The council votes on January 20.
 *
 * @example ok
 * “We vote tomorrow,” she said. Few people walk today. The presenter left This Morning.
 * It opens tonight, January 20, 2026.
 *
 * @example not ok
 * The council votes tomorrow.
 * @message 1:19 Unexpected “tomorrow”: expected the date, for readers of any day.
 */
export default {
  name: 'words-that-rot',
  severity: 'warning',
  check(prose) {
    const { words } = prose;
    if (!words) return [];
    const dates = byPassage(factsOf(prose).dates);
    return [...matchesIn(prose, matcherOf(words.rot))]
      .filter(({ passage, match: { 0: word, index } }) => {
        // “tonight, Saturday, September 29, 2018”: the date stands behind it.
        const end = index + word.length;
        if (
          dates
            .get(passage)
            ?.some(
              ({ start, day }) => day && start >= end && /^\s?[,(][^.]{0,20}$/.test(passage.text.slice(end, start)),
            )
        )
          return false;
        // “This Morning” is the name of a broadcast, not the morning of this day.
        if (/^\p{Lu}\p{Ll}+\s\p{Lu}/u.test(word)) return false;
        if (!words.nowadays.includes(word.toLowerCase())) return true;
        const behind = passage.text.slice(index + word.length);
        const sentence = passage.sentences.find(({ start, end }) => start <= index && index < end);
        return !/^(?:[’']s|\s?!)/.test(behind) && hasWord(sentence?.text ?? '', words.happened);
      })
      .map(({ match: [word], place }) =>
        messageAt(place, `Unexpected “${word}”: expected the date, for readers of any day.`),
      );
  },
} satisfies Rule;
