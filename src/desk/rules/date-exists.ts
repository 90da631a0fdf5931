import { messageAt } from '../../document/message.ts';
import { daysIn, yearsIn } from '../facts/dates.ts';
import { factsOf } from '../facts/facts.ts';
import type { Rule } from '../rule.ts';

/**
 * A date is one that the calendar has.
 *
 * November has no 31st, and February has a 29th only in leap years.
 *
 * @example ok
 * The plan is of November 30, 2025, the law of February 29, 2024. In May 35 people signed it.
 *
 * @example not ok
 * The council voted on November 31, 2025.
 * @message 1:22 Unexpected date “November 31, 2025”: expected a day that there is; that month has 30.
 *
 * @example not ok
 * It was built from 28 to 30 February.
 * @message 1:19 Unexpected date “28 to 30 February”: expected a day that there is; that month has 28.
 */
export default {
  name: 'date-exists',
  severity: 'warning',
  check(prose) {
    const published = Number(prose.data.published.slice(0, 4));
    return factsOf(prose).dates.flatMap(({ year, month, day, passage, start, end, text }) => {
      if (month === undefined || day === undefined) return [];
      const years = year ? [year] : [published, published - 1, published + 1, ...yearsIn(passage.text)];
      const most = Math.max(...years.map((one) => daysIn(month, one)));
      if (day >= 1 && day <= most) return [];
      // “In May 35 people signed it.”
      const isOther = !year && (day > 31 || day < 1 || /^\s+\p{Ll}/u.test(passage.text.slice(end)));
      const isDated = /\b(?:on|by|until|since|after|before|el|le|em|dia)\s+$/i.test(passage.text.slice(0, start));
      if (isOther && !isDated) return [];
      return [
        messageAt(
          passage.placeAt(start),
          `Unexpected date “${text}”: expected a day that there is${most ? `; that month has ${most}` : ''}.`,
        ),
      ];
    });
  },
} satisfies Rule;
