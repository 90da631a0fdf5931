import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readRecord } from '../../document/read.ts';
import { recordSchemas } from '../../schema/index.ts';
import type { Author } from '../../schema/author.ts';
import type { Outlet } from '../../schema/outlet.ts';
import type { Person } from '../../schema/person.ts';
import { takenIds } from '../draft.ts';

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
  const folder = join(content, name);
  return new Map(
    takenIds(folder).flatMap((id) => {
      const path = ['yaml', 'yml'].map((ending) => join(folder, `${id}.${ending}`)).find((one) => existsSync(one));
      const { success, data } = recordSchemas[name].safeParse(
        path && readRecord(readFileSync(path, 'utf8'), recordSchemas[name]).data,
      );
      return success ? [[id, data as Entry] as const] : [];
    }),
  );
}
