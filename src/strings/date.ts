import { dateFormat } from './intl.ts';
import { localeFor } from './locale.ts';

/**
 * A date as a reader reads it.
 *
 * A plain date is shown as it was written, whatever the zone; a moment is shown with its time, in
 * the newsroom’s zone and with the zone’s name. A year or a month alone is told in the calendar that it is of, the
 * Gregorian, where the language’s own begins its years or months on other days: “2024” is no year of the Persian one.
 *
 * @param date `YYYY`, `YYYY-MM`, `YYYY-MM-DD` or an ISO 8601 moment with a zone.
 */
export function formatDate(date: string, lang: string, timeZone: string): string {
  const asked = `${date} ${localeFor(lang)} ${timeZone}`;
  const known = written.get(asked) ?? inWords(date, lang, timeZone);
  if (written.size >= MOST_WRITTEN) written.clear();
  written.set(asked, known);
  return known;
}

/** Stories of an archive have many dates in common, and each is written in all of a story’s outputs. */
const written = new Map<string, string>();
const MOST_WRITTEN = 20_000;

function inWords(date: string, lang: string, timeZone: string): string {
  const year = { year: 'numeric' } as const;
  const month = { ...year, month: 'long' } as const;
  const day = { ...month, day: 'numeric' } as const;
  const format = (value: string, options: Intl.DateTimeFormatOptions) =>
    dateFormat(lang, options).format(new Date(value));
  if (date.includes('T'))
    return format(date, { ...day, hour: 'numeric', minute: '2-digit', timeZone, timeZoneName: 'short' });
  const options = [year, month, day][date.split('-').length - 1]!;
  return format(date, { ...options, ...(options !== day && inItsCalendar(lang)), timeZone: 'UTC' });
}

/** Calendars whose months and years are the Gregorian ones, counted otherwise. */
const countedOtherwise = new Set(['gregory', 'iso8601', 'buddhist', 'japanese', 'roc']);

const inItsCalendar = (lang: string): Intl.DateTimeFormatOptions =>
  countedOtherwise.has(dateFormat(lang, {}).resolvedOptions().calendar) ? {} : { calendar: 'gregory' };

/** The day of a date, as lists show it: a moment without its time, on the day that it was in the newsroom’s zone. */
export function formatDay(date: string, lang: string, timeZone: string): string {
  if (!date.includes('T')) return formatDate(date, lang, timeZone);
  return dateFormat(lang, { year: 'numeric', month: 'long', day: 'numeric', timeZone }).format(new Date(date));
}
