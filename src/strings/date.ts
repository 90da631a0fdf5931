import { dateFormat } from './intl.ts';

/**
 * A date as a reader reads it.
 *
 * A plain date is shown as it was written, whatever the zone; a moment is shown with its time, in
 * the newsroom’s zone and with the zone’s name.
 *
 * @param date `YYYY`, `YYYY-MM`, `YYYY-MM-DD` or an ISO 8601 moment with a zone.
 */
export function formatDate(date: string, lang: string, timeZone: string): string {
  const asked = `${date} ${lang} ${timeZone}`;
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
  const options = [year, month, day][date.split('-').length - 1];
  return format(date, { ...options, timeZone: 'UTC' });
}

/** The day of a date, as lists show it: a moment without its time, on the day that it was in the newsroom’s zone. */
export function formatDay(date: string, lang: string, timeZone: string): string {
  if (!date.includes('T')) return formatDate(date, lang, timeZone);
  return dateFormat(lang, { year: 'numeric', month: 'long', day: 'numeric', timeZone }).format(new Date(date));
}
