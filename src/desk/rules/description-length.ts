import { messageAt } from '../../document/message.ts';
import type { Rule } from '../rule.ts';

/**
 * A description has at most 300 characters.
 *
 * It is one sentence. Search engines show about 160 characters of it, and shared links 300 at most.
 *
 * @example ok
 * ---
 * description: The council votes on a new bridge on January 20.
 * ---
 *
 * @example not ok
 * ---
 * description: The council of the city will vote in the second week of the month on whether to build a new bridge across the river, for which the governor has set aside money in the budget of the year, and which two towns on its banks, each for its own reasons and against the advice of the engineers who looked at the old one, have asked for since the spring.
 * ---
 * @message above Unexpected 345 characters in the description: expected at most 300.
 */
export default {
  name: 'description-length',
  severity: 'warning',
  check({ data: { description }, placeOf }) {
    const { length } = [...description];
    return length > 300
      ? [
          messageAt(
            placeOf(['description'], 'value'),
            `Unexpected ${length} characters in the description: expected at most 300.`,
          ),
        ]
      : [];
  },
} satisfies Rule;
