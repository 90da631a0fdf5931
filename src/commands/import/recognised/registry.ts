import { createHash } from 'node:crypto';
import { familyNameOf } from '../../../desk/people.ts';
import type { Author } from '../../../schema/author.ts';
import type { Outlet } from '../../../schema/outlet.ts';
import type { Person } from '../../../schema/person.ts';
import { checkName } from '../../../newsroom/names.ts';
import { slugOf } from '../../draft.ts';
import { knownOutlet } from './known-outlets.ts';
import type { ForeignTopic } from '../manuscript.ts';
import type { OpenRegistries } from './registries.ts';

/** An outlet or person that a text may mean, and how often that was so. */
export interface Proposal {
  collection: 'outlets' | 'people';
  name: string;
  times: number;
  /** The stories, by the names of their texts. */
  stories: Set<string>;
}

/** An entry of a registry that an import makes. */
export interface Fresh {
  collection: keyof OpenRegistries;
  id: string;
  entry: Named;
}

/** What entries of all registries have; outlets may have a home page. */
interface Named {
  name: string;
  url?: string | undefined;
}

/**
 * A newsroom’s registries, and what an import adds to them: the same for all texts of a run, so that a name is one
 * entry however many stories have it. What a story asks for is kept only when the story is.
 */
export class Registry {
  readonly outlets: Map<string, Outlet>;
  readonly people: Map<string, Person>;
  readonly authors: Map<string, Author>;
  readonly topics: Map<string, { name: string }>;
  /** Entries that the story at hand needs and the newsroom does not have. */
  fresh: Fresh[] = [];
  readonly proposals = new Map<string, Proposal>();
  /** Names that the writer has said to be right. */
  readonly #accepted: ReadonlySet<string> | 'all';
  readonly #ids = new Map<string, string>();
  #proposed: { collection: Proposal['collection']; name: string }[] = [];

  constructor({ outlets, people, authors, topics }: OpenRegistries, accepted: readonly string[] = []) {
    this.outlets = new Map(outlets);
    this.people = new Map(people);
    this.authors = new Map(authors);
    this.topics = new Map(topics);
    this.#accepted = accepted.includes('all') ? 'all' : new Set(accepted.map(nameKey));
    for (const collection of ['outlets', 'people', 'authors', 'topics'] as const)
      for (const [id, entry] of this[collection]) this.#index(collection, id, entry);
  }

  /** The outlet of a name that is known. */
  outletNamed = (name: string): string | undefined => this.#ids.get(`outlets ${nameKey(name)}`);

  /** The outlet whose home page is on a host, without “www.”. */
  outletAt = (host: string): string | undefined => this.#ids.get(`host ${host}`);

  /** The person of a name that is known, whole or the family’s. */
  personNamed = (name: string): string | undefined =>
    this.#ids.get(`people ${nameKey(name)}`) ??
    (/\s/.test(name.trim()) ? undefined : this.#ids.get(`family ${nameKey(name)}`));

  /**
   * The outlet of a name; made where the grounds for it are strong, or everybody knows it, or the writer said so.
   *
   * @returns nothing where it is only proposed.
   */
  outlet(name: string, isSure: boolean): string | undefined {
    const famous = knownOutlet(name);
    const known = this.outletNamed(name) ?? (famous && this.outletNamed(famous.name));
    if (known) return known;
    if (famous) return this.#add('outlets', this.outlets, famous.name, famous);
    if (isSure || this.#isAccepted(name)) return this.#add('outlets', this.outlets, name, { name, kind: 'site' });
    this.#proposed.push({ collection: 'outlets', name });
    return undefined;
  }

  /** The person of a name; of a new one, its whole name is needed, and the same grounds as for an outlet. */
  person(name: string, role: string | undefined, isSure: boolean): string | undefined {
    const known = this.personNamed(name);
    if (known || !/\s/.test(name)) return known;
    if (isSure || this.#isAccepted(name))
      return this.#add('people', this.people, name, { name, roles: role ? [{ title: role }] : [] });
    this.#proposed.push({ collection: 'people', name });
    return undefined;
  }

  /** The author of a name; made where it is new. */
  author(name: string): string {
    const known = this.#ids.get(`authors ${nameKey(name)}`);
    if (known) return known;
    const id = nameKey(name);
    return this.authors.has(id) ? id : this.#add('authors', this.authors, name, { name });
  }

  /** The topic of another system, by its id there or its name; made where it is new. */
  topic({ id, name }: ForeignTopic): string {
    if (this.topics.has(id)) return id;
    return this.#ids.get(`topics ${nameKey(name)}`) ?? this.#add('topics', this.topics, id || name, { name });
  }

  /** Names the story at hand has, and nobody knows. */
  get proposed(): readonly { collection: Proposal['collection']; name: string }[] {
    return this.#proposed;
  }

  /** Keeps what the story at hand asked for. @returns what is new. */
  keep(story: string): Fresh[] {
    for (const { collection, name } of this.#proposed) {
      const key = `${collection} ${nameKey(name)}`;
      const one = this.proposals.get(key) ?? { collection, name, times: 0, stories: new Set() };
      one.times += 1;
      one.stories.add(story);
      this.proposals.set(key, one);
    }
    const { fresh } = this;
    this.fresh = [];
    this.#proposed = [];
    return fresh;
  }

  /** Forgets what the story at hand asked for. */
  forget(): void {
    for (const { collection, id, entry } of this.fresh) {
      this[collection].delete(id);
      for (const [key, value] of keysOf(collection, id, entry)) if (this.#ids.get(key) === value) this.#ids.delete(key);
    }
    this.fresh = [];
    this.#proposed = [];
  }

  #isAccepted = (name: string): boolean => this.#accepted === 'all' || this.#accepted.has(nameKey(name));

  #index(collection: keyof OpenRegistries, id: string, entry: Named): void {
    for (const [key, value] of keysOf(collection, id, entry)) this.#ids.set(key, value);
  }

  #add<Entry extends { name: string }>(
    collection: keyof OpenRegistries,
    entries: Map<string, Entry>,
    name: string,
    entry: Entry,
  ): string {
    // Letters that no address has without being encoded leave nothing of a name.
    const slug = slugOf(name).slice(0, 100).replace(/-$/, '');
    const base =
      slug && !checkName(slug).length
        ? slug
        : `${collection}-${createHash('sha256').update(name).digest('hex').slice(0, 6)}`;
    let id = base;
    for (let number = 2; entries.has(id); number += 1) id = `${base}-${number}`;
    entries.set(id, entry);
    this.#index(collection, id, entry);
    this.fresh.push({ collection, id, entry });
    return id;
  }
}

/** By what an entry is found. */
const keysOf = (collection: keyof OpenRegistries, id: string, { name, url }: Named): [string, string][] => [
  [`${collection} ${nameKey(name)}`, id],
  ...(collection === 'people' ? [[`family ${nameKey(familyNameOf(name))}`, id] as [string, string]] : []),
  ...(collection === 'outlets' && url && URL.canParse(url)
    ? [[`host ${new URL(url).hostname.replace(/^www\./, '')}`, id] as [string, string]]
    : []),
];

/** What two ways of writing a name have in common. */
export const nameKey = (name: string): string =>
  name
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/^(?:the|el|la)\s+/, '')
    .replace(/[’']s$/, '')
    .replace(/[’']/g, '’')
    .trim();
