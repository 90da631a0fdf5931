import type { Story } from '../stories/story.ts';
import { dateFormat } from '../strings/intl.ts';

/** How far a zone is ahead of UTC at a moment, in milliseconds. */
function offsetAt(moment: number, timeZone: string): number {
  const name = dateFormat('en-u-ca-gregory-nu-latn', { timeZone, timeZoneName: 'longOffset' })
    .formatToParts(moment)
    .find(({ type }) => type === 'timeZoneName')?.value;
  const [, sign, hours = '0', minutes = '0'] = /GMT([+-])(\d{2}):(\d{2})/.exec(name ?? '') ?? [];
  return (sign === '-' ? -1 : 1) * (Number(hours) * 60 + Number(minutes)) * 60_000;
}

/**
 * The moment of a writer’s date, for formats that know only moments: a plain date is the beginning
 * of its day in the newsroom’s zone.
 *
 * @param date `YYYY-MM-DD` or an ISO 8601 moment with a zone.
 */
export function instantOf(date: string, timeZone: string): Date {
  if (date.includes('T')) return new Date(date);
  const midnight = Date.parse(`${date}T00:00:00Z`);
  return new Date(midnight - offsetAt(midnight - offsetAt(midnight, timeZone), timeZone));
}

/**
 * A writer’s date as a moment with its zone, as search engines ask for it (ISO 8601): a plain date is the beginning of
 * its day in the newsroom’s zone.
 */
export function zonedOf(date: string, timeZone: string): string {
  if (date.includes('T')) return date;
  const minutes = Math.round(offsetAt(instantOf(date, timeZone).valueOf(), timeZone) / 60_000);
  const two = (value: number) => String(Math.floor(value)).padStart(2, '0');
  const size = Math.abs(minutes);
  return `${date}T00:00:00${minutes < 0 ? '-' : '+'}${two(size / 60)}:${two(size % 60)}`;
}

/**
 * The moment of a story’s last change, as readers of feeds ask for it: later with every note. A note that has only a
 * day came after what was published or noted on that day.
 */
export function changedAt(
  { published, updated = published, corrections }: Pick<Story, 'published' | 'updated' | 'corrections'>,
  timeZone: string,
): Date {
  const first = instantOf(published, timeZone).valueOf();
  const notes = corrections.filter(({ date }) => date === updated).length;
  const last = instantOf(updated, timeZone).valueOf() + Math.max(notes - 1, 0) * 1000;
  return new Date(last > first || !notes ? Math.max(last, first) : first + notes * 1000);
}
