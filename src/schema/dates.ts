/** Zones are at most so many hours before and behind UTC. */
const [ahead, behind] = [14, 12];

const hour = 3_600_000;

/**
 * Whether a date of a writer is surely before another: as far as both are known, and in whatever zone a date
 * without one was meant.
 *
 * @param one, other `YYYY`, `YYYY-MM`, `YYYY-MM-DD` or an ISO 8601 moment with its zone.
 */
export function isBefore(one: string, other: string): boolean {
  const isMoment = (date: string) => date.includes('T');
  if (!isMoment(one) && !isMoment(other)) {
    const length = Math.min(one.length, other.length);
    return one.slice(0, length) < other.slice(0, length);
  }
  return endOf(one) < startOf(other);
}

/** What a text that was changed wants of its date: the schema of every text is refined by it. */
export const isUpdatedLater = ({ published, updated }: { published: string; updated?: string | undefined }): boolean =>
  updated === undefined || !isBefore(updated, published);

export const updatedLater = { path: ['updated'], error: 'a date that is not before “published”' };

/** The first moment that a date may mean. */
const startOf = (date: string): number =>
  date.includes('T') ? Date.parse(date) : Date.parse(`${date}${'-01-01'.slice(date.length - 4)}`) - ahead * hour;

/** The last one. */
function endOf(date: string): number {
  if (date.includes('T')) return Date.parse(date);
  const [year = 0, month, day] = date.split('-').map(Number);
  const next = day ? Date.UTC(year, month! - 1, day + 1) : month ? Date.UTC(year, month, 1) : Date.UTC(year + 1, 0, 1);
  return next - 1 + behind * hour;
}
