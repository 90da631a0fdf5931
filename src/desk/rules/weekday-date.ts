import { messageAt } from '../../document/message.ts';
import { weekdayOf, yearsIn } from '../facts/dates.ts';
import type { DateFact } from '../facts/dates.ts';
import { factsOf } from '../facts/facts.ts';
import type { Rule } from '../rule.ts';

/**
 * A weekday fits its date.
 *
 * One of the two is wrong. A date without a year is taken for the one nearest to the story’s, or for one of
 * a year that stands in the same paragraph.
 *
 * @example ok
 * The council votes on Tuesday, January 20, 2026. The plan is of Wednesday, June 12, 2019.
 *
 * @example not ok
 * The council votes on Monday, January 20, 2026.
 * @message 1:22 Unexpected “Monday” for January 20, 2026: expected Tuesday.
 *
 * @example not ok
 * The council votes on 20 January, a Monday.
 * @message 1:22 Unexpected “Monday” for January 20, 2026: expected Tuesday.
 */
export default {
  name: 'weekday-date',
  severity: 'warning',
  check(prose) {
    const published = prose.data.published.slice(0, 10);
    return factsOf(prose).dates.flatMap((date) => {
      const { month, day, weekday, weekdayText, passage, start } = date;
      if (weekday === undefined || weekday < 0 || !month || !day) return [];
      const years = date.year ? [date.year] : [...nearestYears(date, published), ...yearsIn(passage.text)];
      if (!years.length || years.some((year) => weekdayOf(year, month, day) === weekday)) return [];
      const meant = new Date(Date.UTC(years[0]!, month - 1, day));
      const written = (options: Intl.DateTimeFormatOptions) =>
        new Intl.DateTimeFormat(prose.lang, { timeZone: 'UTC', ...options }).format(meant);
      return [
        messageAt(
          passage.placeAt(start),
          `Unexpected “${weekdayText}” for ${written({ dateStyle: 'long' })}: expected ${written({ weekday: 'long' })}.`,
        ),
      ];
    });
  },
} satisfies Rule;

/** The years in which a day is at most seven months from that of the story. */
function nearestYears({ month, day }: DateFact, published: string): number[] {
  const year = Number(published.slice(0, 4));
  return [year, year - 1, year + 1].filter(
    (one) => Math.abs(Date.UTC(one, month! - 1, day) - Date.parse(published)) < 213 * 86_400_000,
  );
}
