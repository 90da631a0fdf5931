import { messageAt } from '../../document/message.ts';
import type { Rule } from '../rule.ts';

/**
 * A description has at most 160 characters.
 *
 * Search engines and shared links cut longer ones.
 *
 * @example ok
 * ---
 * description: The council votes on a new bridge on January 20.
 * ---
 *
 * @example not ok
 * ---
 * description: The council of the city will vote in the second week of the month on whether to build a new bridge across the river, for which the governor has set aside money in the budget of the year.
 * ---
 * @message above Unexpected 186 characters in the description: expected at most 160.
 */
export default {
  name: 'description-length',
  severity: 'warning',
  check({ data: { description }, placeOf }) {
    const { length } = [...description];
    return length > 160
      ? [
          messageAt(
            placeOf(['description'], 'value'),
            `Unexpected ${length} characters in the description: expected at most 160.`,
          ),
        ]
      : [];
  },
} satisfies Rule;
