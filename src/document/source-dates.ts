import { isBefore } from '../schema/dates.ts';
import { warningAt } from './message.ts';
import type { Message } from './message.ts';
import type { PlaceOf } from './values.ts';

/** The dates of a text and its sources. */
interface Dated {
  published?: string;
  updated?: string;
  sources?: Record<string, { published?: string; accessed?: string }>;
}

/**
 * Sources that are later than the text, or were read before there were. Warnings: a book may be cited that is still
 * to come, and a report be read that is still under embargo.
 *
 * @param data without a mistake.
 */
export function checkSourceDates({ published, updated, sources = {} }: Dated, placeOf: PlaceOf): Message[] {
  const last = updated ?? published;
  return Object.entries(sources).flatMap(([id, source]) => {
    const tell = (key: 'published' | 'accessed', expected: string) => {
      const reason = `Unexpected “${source[key]}” for “sources.${id}.${key}”: expected a date that is not ${expected}.`;
      return [warningAt(placeOf(['sources', id, key], 'value'), 'source-date', reason)];
    };
    if (source.published && last && isBefore(last, source.published))
      return tell('published', `after that of the story, ${last}`);
    if (source.published && source.accessed && isBefore(source.accessed, source.published))
      return tell('accessed', `before ${source.published}, when it was published`);
    return [];
  });
}
