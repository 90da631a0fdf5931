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
