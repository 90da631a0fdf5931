import type { Newsroom } from '../../../newsroom/newsroom.ts';
import type { Author } from '../../../schema/author.ts';
import type { Outlet } from '../../../schema/outlet.ts';
import type { Person } from '../../../schema/person.ts';
import type { Topic } from '../../../schema/topic.ts';

/** The registries that an import looks in, and adds to. */
export interface OpenRegistries {
  outlets: Map<string, Outlet>;
  people: Map<string, Person>;
  authors: Map<string, Author>;
  topics: Map<string, Topic>;
}

/** What a newsroom has in its registries and can be read; what is wrong in the rest is for `check` to say. */
export function registriesIn(newsroom: Newsroom): OpenRegistries {
  for (const name of ['outlets', 'people', 'authors', 'topics'] as const) {
    for (const file of newsroom.files(name)) newsroom.read(file);
  }
  return {
    outlets: newsroom.records('outlets'),
    people: newsroom.records('people'),
    authors: newsroom.records('authors'),
    topics: newsroom.records('topics'),
  };
}
