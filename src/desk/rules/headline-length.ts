import { messageAt } from '../../document/message.ts';
import type { Rule } from '../rule.ts';

/**
 * A headline has at most 110 characters.
 *
 * Search engines and phones cut longer ones.
 *
 * @example ok
 * ---
 * headline: The council votes on a new bridge
 * ---
 *
 * @example not ok
 * ---
 * headline: The council of the city will vote in the second week of the month on whether to build a new bridge across the river
 * ---
 * @message above Unexpected 115 characters in the headline: expected at most 110.
 */
export default {
  name: 'headline-length',
  severity: 'warning',
  check({ data: { headline }, placeOf }) {
    const { length } = [...headline];
    return length > 110
      ? [
          messageAt(
            placeOf(['headline'], 'value'),
            `Unexpected ${length} characters in the headline: expected at most 110.`,
          ),
        ]
      : [];
  },
} satisfies Rule;
