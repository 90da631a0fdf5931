import { createHash } from 'node:crypto';
import { formatDay } from '../strings/date.ts';
import { baseOf } from '../strings/intl.ts';
import type { Story } from './story.ts';

/** What readers may narrow a search by. */
export const facets = ['topic', 'person', 'outlet', 'year'] as const;

type Facet = (typeof facets)[number];

/** What a search knows of a story beyond its text. */
export interface SearchRecord {
  /** Where it is on the site. */
  path: string;
  date: string;
  /** Without its region: a search of `es` finds what is in `es-CO`. */
  lang: string;
  facets: Record<Facet, string[]>;
}

/** A record, and the part of the index that it is in. */
export interface PlacedRecord extends SearchRecord {
  part: number;
}

export function searchRecordOf(
  { lang, people, published, sources, topics }: Story,
  path: string,
  timeZone: string,
): SearchRecord {
  const names = (...entries: ({ name: string } | undefined)[]) => [
    ...new Set(entries.flatMap((entry) => entry?.name ?? [])),
  ];
  return {
    path,
    date: formatDay(published, lang, timeZone),
    lang: baseOf(lang),
    facets: {
      topic: names(...topics),
      person: names(...Object.values(people), ...sources.map(({ person }) => person)),
      outlet: names(...sources.map(({ outlet }) => outlet)),
      year: [published.slice(0, 4)],
    },
  };
}

const MOST_IN_PART = 800;
const MOST_PARTS = 16;

/**
 * Into how many parts the index of a language is cut: a story that changes has its part made anew, and a reader loads
 * all of them.
 *
 * @param stories how many there are in the language.
 */
export function partsOf(stories: number): number {
  let parts = 1;
  while (parts < MOST_PARTS && stories > parts * MOST_IN_PART) parts *= 2;
  return parts;
}

/**
 * The part that a story is in, from 0. By chance, so that parts are alike: a search ranks what it finds in each by that
 * part’s words.
 */
export const partWith = (path: string, parts: number): number =>
  createHash('sha256').update(path).digest().readUInt32BE() % parts;
