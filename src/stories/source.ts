import type { Outlet } from '../schema/outlet.ts';
import type { Person } from '../schema/person.ts';
import type { SourceKind, SourceRecord } from '../schema/source.ts';

/** A source as a story shows it: numbered, with its outlet and person looked up. */
export interface Source {
  id: string;
  /** In the order in which the story first cites them, from 1. */
  number: number;
  /** What its badge says: the outlet’s name, else the person’s, else its own. */
  name: string;
  kind: SourceKind;
  outlet?: Outlet;
  person?: Person;
  title?: string;
  description?: string;
  unnamed: boolean;
  published?: string;
  accessed?: string;
  url?: string;
  archived?: string;
  /** Its citations: the number of each in the story, from 1, and what a reader would call the place. */
  citations: { number: number; place: string }[];
}

const kindOfOutlet: Record<Outlet['kind'], SourceKind> = {
  agency: 'agency',
  newspaper: 'newspaper',
  broadcaster: 'news',
  site: 'news',
  official: 'statement',
  court: 'court',
  platform: 'post',
};

/** What a source is, where its record does not say: what its outlet publishes. */
export const kindOf = ({ kind }: SourceRecord, outlet?: Outlet): SourceKind => kind ?? (outlet ? kindOfOutlet[outlet.kind] : 'other');
