import { messageAt } from '../../document/message.ts';
import { isQuoted, matchesIn } from '../prose.ts';
import type { Rule } from '../rule.ts';
import { matcherOf } from '../words/words.ts';

/**
 * Words with a judgement in them are left to those who are quoted.
 *
 * “Regime”, “slammed” and their like tell the reader what to think. Say what happened in plain
 * words. A newsroom adds words of its own, and clears others, in `content/desk/<language>.yaml`.
 * One right before words in quotation marks brings in what others call it, and stays.
 *
 * @example ok
 * The mayor criticised the plan. Her opponent called it “draconian”. A so-called “nut graf” is a paragraph.
 *
 * @example not ok
 * The mayor slammed the plan.
 * @message 1:11 Unexpected “slammed”: expected a word without a judgement in it.
 */
export default {
  name: 'loaded-words',
  severity: 'warning',
  check: (prose) =>
    [...matchesIn(prose, matcherOf(prose.words?.loaded ?? []))]
      .filter(({ passage, match: { 0: word, index } }) => !isQuoted(passage, index + word.length + 1))
      .map(({ match: [word], place }) =>
        messageAt(place, `Unexpected “${word}”: expected a word without a judgement in it.`),
      ),
} satisfies Rule;
