import { messageAt } from '../../document/message.ts';
import { isIn } from '../prose.ts';
import type { Rule } from '../rule.ts';

/**
 * A headline that asks a question has its answer in the key points.
 *
 * A question without an answer makes a reader pay for it with the whole story.
 *
 * @example ok
 * ---
 * headline: Will the bridge be built?
 * ---
 * <KeyPoints>
 * - Yes, from March.
 * </KeyPoints>
 *
 * @example not ok
 * ---
 * headline: Will the bridge be built?
 * ---
 * The council votes on January 20.
 * @message above Unexpected question in the headline: expected its answer in <KeyPoints>, or a headline that says it.
 */
export default {
  name: 'headline-question',
  severity: 'warning',
  check({ data: { headline }, passages, placeOf, tagFor }) {
    if (!/[?？؟]["”’»]?$/.test(headline.trim()) || passages.some((passage) => isIn(passage, 'points'))) return [];
    return [
      messageAt(
        placeOf(['headline'], 'value'),
        `Unexpected question in the headline: expected its answer in ${tagFor('points')}, or a headline that says it.`,
      ),
    ];
  },
} satisfies Rule;
