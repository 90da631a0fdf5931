/**
 * The one clock: whatever depends on the day of a build (an embargo, a date that has passed, the
 * age of a story) asks here, and nothing else reads the time.
 *
 * `NUTGRAF_NOW` sets it for a whole process, as a date or an ISO 8601 moment with its zone:
 *
 *     NUTGRAF_NOW=2026-03-01 npm run build
 *
 * In a test, pass it to the site: `site.build({ NUTGRAF_NOW: '2026-03-01' })`.
 */

/**
 * The present moment.
 *
 * @throws when `NUTGRAF_NOW` is no date.
 */
export function now(): Date {
  const given = process.env['NUTGRAF_NOW'];
  const date = given ? new Date(given) : new Date();
  if (Number.isNaN(date.valueOf()))
    throw new Error(
      `Unexpected “${given}” for NUTGRAF_NOW: expected a date such as 2026-01-08 or 2026-01-08T14:00:00-05:00.`,
    );
  return date;
}

/**
 * The day of a moment in a time zone, as `YYYY-MM-DD`: what a plain date of a writer is compared with.
 *
 * @param timeZone the newsroom’s, for example `America/Bogota`.
 */
export function dayIn(timeZone: string, moment = now()): string {
  const second = Math.floor(moment.valueOf() / 1000);
  if (last?.second === second && last.timeZone === timeZone) return last.day;
  const format =
    formats.get(timeZone) ??
    new Intl.DateTimeFormat('en', { timeZone, year: 'numeric', month: '2-digit', day: '2-digit' });
  formats.set(timeZone, format);
  const parts = format.formatToParts(moment);
  const part = (name: string) => parts.find(({ type }) => type === name)?.value ?? '';
  const day = [part('year'), part('month'), part('day')].join('-');
  last = { second, timeZone, day };
  return day;
}

/** All stories of an archive are asked about in the same second. */
let last: { second: number; timeZone: string; day: string } | undefined;

/** To make one takes a hundred times as long as to use it. */
const formats = new Map<string, Intl.DateTimeFormat>();

/**
 * Whether a date of a writer is still to come: a plain date comes with its day in the newsroom’s
 * zone, a moment when it is.
 *
 * @param date `YYYY`, `YYYY-MM`, `YYYY-MM-DD` or an ISO 8601 moment with a zone; a month or year is
 * to come until it begins.
 */
export function isToCome(date: string, timeZone: string): boolean {
  return date.includes('T') ? new Date(date) > now() : date > dayIn(timeZone).slice(0, date.length);
}

/** Whole months from a date of a writer to the present. */
export function monthsSince(date: string, timeZone: string): number {
  const [from, to] = [date.includes('T') ? dayIn(timeZone, new Date(date)) : date, dayIn(timeZone)].map((day) => {
    const [year = 0, month = 1, inMonth = 1] = day.split('-').map(Number);
    return { months: year * 12 + month, inMonth };
  });
  return to!.months - from!.months - (to!.inMonth < from!.inMonth ? 1 : 0);
}
