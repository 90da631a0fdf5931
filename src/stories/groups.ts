import type { Author } from '../schema/author.ts';
import type { Outlet } from '../schema/outlet.ts';
import type { Person } from '../schema/person.ts';
import type { Topic } from '../schema/topic.ts';
import type { Registries, Story } from './story.ts';
import { onceEach } from './translations.ts';

/** What has one thing in common: that thing, and its stories, the newest first. */
export interface StoryGroup<Entry> {
  id: string;
  entry: Entry;
  stories: Story[];
}

/** Stories by what they have in common. Nothing is here that no story has. */
export interface StoryGroups {
  topics: ReadonlyMap<string, StoryGroup<Topic>>;
  authors: ReadonlyMap<string, StoryGroup<Author>>;
  /** By the outlets that they cite. */
  outlets: ReadonlyMap<string, StoryGroup<Outlet>>;
  /** By the people who speak in them, or wrote what they cite. */
  people: ReadonlyMap<string, StoryGroup<Person>>;
  /** By the ids of the notes that they share. */
  notes: ReadonlyMap<string, StoryGroup<string>>;
  /** By `YYYY-MM`, the date as written. */
  months: ReadonlyMap<string, StoryGroup<string>>;
}

/**
 * Puts each story on every group that it belongs to, in one walk. A translation is left out where
 * the story itself is on the group.
 *
 * @param stories the newest first.
 * @param registries in the language of the lists.
 * @param lang that language.
 */
export function groupStories(stories: readonly Story[], registries: Registries, lang: string): StoryGroups {
  function fill<Entry>(
    idsOf: (story: Story) => Iterable<string>,
    entryOf: (id: string) => Entry | undefined,
  ): Map<string, StoryGroup<Entry>> {
    const byId = new Map<string, Story[]>();
    for (const story of stories) {
      for (const id of new Set(idsOf(story))) {
        const group = byId.get(id) ?? [];
        group.push(story);
        byId.set(id, group);
      }
    }
    return new Map(
      [...byId].flatMap(([id, all]) => {
        const entry = entryOf(id);
        return entry === undefined ? [] : [[id, { id, entry, stories: onceEach(all, lang) }]];
      }),
    );
  }
  const itself = (id: string) => id;
  return asAsked<StoryGroups>({
    topics: () =>
      fill(
        ({ topics }) => topics.map(({ id }) => id),
        (id) => registries.topics.get(id),
      ),
    authors: () =>
      fill(
        ({ authors }) => authors.map(({ id }) => id),
        (id) => registries.authors.get(id),
      ),
    outlets: () =>
      fill(
        ({ sources }) => sources.flatMap(({ outlet }) => outlet?.id ?? []),
        (id) => registries.outlets.get(id),
      ),
    people: () =>
      fill(
        ({ people, sources }) => [...Object.keys(people), ...sources.flatMap(({ person }) => person?.id ?? [])],
        (id) => registries.people.get(id),
      ),
    notes: () => fill(({ document }) => document.notes, itself),
    months: () => fill(({ published }) => [published.slice(0, 7)], itself),
  });
}

/** Each part of something, made when it is first asked for: a page in dev needs some of them only. */
function asAsked<Whole extends object>(makers: { [Part in keyof Whole]: () => Whole[Part] }): Whole {
  const whole = {} as Whole;
  for (const part of Object.keys(makers) as (keyof Whole)[]) {
    const get = () => {
      const value = makers[part]();
      Object.defineProperty(whole, part, { value });
      return value;
    };
    Object.defineProperty(whole, part, { get, configurable: true, enumerable: true });
  }
  return whole;
}
