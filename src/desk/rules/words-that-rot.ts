import { messageAt } from '../../document/message.ts';
import { matchesIn } from '../prose.ts';
import type { Rule } from '../rule.ts';
import { matcherOf } from '../words/words.ts';

/**
 * Words such as “today” or “last month” are not used.
 *
 * A reader who comes a week later takes another day for them. Write the date, or the month.
 * Words in quotation marks are the speaker’s and stay.
 *
 * @example ok
 * The council votes on January 20.
 *
 * @example ok
 * “We vote tomorrow,” she said.
 *
 * @example not ok
 * The council votes tomorrow.
 * @message 1:19 Unexpected “tomorrow”: expected the date, for readers of any day.
 */
export default {
  name: 'words-that-rot',
  severity: 'warning',
  check: (prose) =>
    [...matchesIn(prose, matcherOf(prose.words?.rot ?? []))].map(({ match: [word], place }) =>
      messageAt(place, `Unexpected “${word}”: expected the date, for readers of any day.`),
    ),
} satisfies Rule;
