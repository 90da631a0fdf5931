import { messageAt } from '../../document/message.ts';
import { areInOneSentence, matchesIn } from '../prose.ts';
import type { Rule } from '../rule.ts';
import { matcherOf } from '../words/words.ts';

/**
 * Nobody hides behind “some say”.
 *
 * Say who says so, and cite it: “critics say” is an opinion without an owner.
 *
 * @example ok
 * The plan is too dear, the governor said.
 *
 * @example not ok
 * Critics say that the plan is too dear.
 * @message 1:1 Unexpected “Critics say”: expected who says so, with a source.
 */
export default {
  name: 'hedges',
  severity: 'warning',
  check: (prose) =>
    [...matchesIn(prose, matcherOf(prose.words?.hedges ?? []))]
      .filter(
        ({ passage, match }) => !passage.citations.some(({ start }) => areInOneSentence(passage, match.index, start)),
      )
      .map(({ match: [words], place }) =>
        messageAt(place, `Unexpected “${words}”: expected who says so, with a source.`),
      ),
} satisfies Rule;
