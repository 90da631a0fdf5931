import type { Outlet } from '../schema/outlet.ts';
import type { Person } from '../schema/person.ts';
import type { SourceKind, SourceRecord } from '../schema/source.ts';

export type WithId<Entry> = Entry & { id: string };

/** A source as a story shows it: numbered, with its outlet and person looked up. */
export interface Source {
  id: string;
  /** In the order in which the story first cites them, from 1. */
  number: number;
  /** What its badge says: the outlet’s name, else the person’s, else its own. */
  name: string;
  kind: SourceKind;
  outlet?: WithId<Outlet>;
  person?: WithId<Person>;
  title?: string;
  author?: string;
  description?: string;
  unnamed: boolean;
  /** Why an unnamed source is not named. */
  anonymity?: string;
  /** Whose report the newsroom knows the words from: then the source is second-hand. */
  quotedBy?: Outlet;
  published?: string;
  accessed?: string;
  pages?: string;
  lang?: string;
  url?: string;
  archived?: string;
  note?: string;
  /** Its citations: the number of each in the story, from 1, and what a reader would call the place. */
  citations: { number: number; place: string }[];
}

const kindOfOutlet: Record<Outlet['kind'], SourceKind> = {
  agency: 'agency',
  newspaper: 'newspaper',
  broadcaster: 'news',
  site: 'news',
  journal: 'study',
  official: 'statement',
  court: 'court',
  company: 'statement',
  platform: 'post',
};

/** What a source is, where its record does not say: what its outlet publishes. */
export const kindOf = ({ kind }: SourceRecord, outlet?: Outlet): SourceKind =>
  kind ?? (outlet ? kindOfOutlet[outlet.kind] : 'other');

/**
 * The attributes of a link by which machines find the page as it was when the newsroom linked to it
 * (Robust Links, mementoweb.org/robustlinks/spec); none where no copy is known.
 *
 * The date is the day on which the newsroom read the source, else the copy’s own where its address
 * has one, as the Internet Archive’s do.
 */
export function robustLink({
  url,
  archived,
  accessed,
}: Pick<Source, 'url' | 'archived' | 'accessed'>): Record<string, string> {
  if (!url || !archived) return {};
  const [, year, month, day] = /\/((?:19|20)\d\d)([01]\d)([0-3]\d)\d{0,6}[a-z_]*\//.exec(archived) ?? [];
  const date = accessed ?? (year && `${year}-${month}-${day}`);
  return { 'data-originalurl': url, 'data-versionurl': archived, ...(date && { 'data-versiondate': date }) };
}
