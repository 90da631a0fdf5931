import { dateFormat } from '../strings/intl.ts';

/** How far a zone is ahead of UTC at a moment, in milliseconds. */
function offsetAt(moment: number, timeZone: string): number {
  const name = dateFormat('en', { timeZone, timeZoneName: 'longOffset' })
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
