import { readFileSync } from 'node:fs';
import { readRecord } from '../../document/read.ts';
import { filesOf } from '../../newsroom/files.ts';
import { recordSchemas } from '../../schema/index.ts';
import type { Author } from '../../schema/author.ts';
import type { Outlet } from '../../schema/outlet.ts';
import type { Person } from '../../schema/person.ts';

/** The registries that an import looks in, and adds to. */
export interface Registries {
  outlets: Map<string, Outlet>;
  people: Map<string, Person>;
  authors: Map<string, Author>;
}

/** What a newsroom has in its registries and can be read; what is wrong in the rest is for `check` to say. */
export const registriesIn = (content: string): Registries => ({
  outlets: entriesIn(content, 'outlets'),
  people: entriesIn(content, 'people'),
  authors: entriesIn(content, 'authors'),
});

function entriesIn<Entry>(content: string, name: 'outlets' | 'people' | 'authors'): Map<string, Entry> {
  return new Map(
    filesOf(name, content).flatMap(({ id, path }) => {
      const { data } = readRecord(readFileSync(path, 'utf8'), recordSchemas[name]);
      const entry = recordSchemas[name].safeParse(data);
      return entry.success ? [[id, entry.data as Entry] as const] : [];
    }),
  );
}
