import type { Outlet } from '../../schema/outlet.ts';
import type { Person } from '../../schema/person.ts';
import type { Author } from '../../schema/author.ts';
import { familyNameOf } from '../../desk/people.ts';
import { slugOf } from '../draft.ts';
import type { Registries } from './registries.ts';

/** A newsroom’s registries, as far as an import needs them, and what it proposes to add. */
export class Registry {
  readonly outlets: Map<string, Outlet>;
  readonly people: Map<string, Person>;
  readonly authors: Map<string, Author>;
  /** Entries that are not in the newsroom yet. */
  readonly fresh: { collection: keyof Registries; id: string; entry: object }[] = [];

  constructor({ outlets, people, authors }: Registries) {
    this.outlets = new Map(outlets);
    this.people = new Map(people);
    this.authors = new Map(authors);
  }

  /** The outlet of a name; made where it is new. */
  outlet(name: string): string {
    const bare = nameKey(name);
    const known = [...this.outlets].find(([, outlet]) => nameKey(outlet.name) === bare);
    return known?.[0] ?? this.#add('outlets', this.outlets, name, { name, kind: 'site' });
  }

  /** The person of a name, whole or the family’s; made where a whole name is new. */
  person(name: string, role?: string): string | undefined {
    const bare = nameKey(name);
    const known =
      [...this.people].findLast(([, person]) => nameKey(person.name) === bare) ??
      (bare.includes(' ')
        ? undefined
        : [...this.people].findLast(([, person]) => nameKey(familyNameOf(person.name)) === bare));
    if (known) return known[0];
    if (!/\s/.test(name)) return undefined;
    return this.#add('people', this.people, name, { name, roles: role ? [{ title: role }] : [] });
  }

  /** The author of a name; made where it is new. */
  author(name: string): string {
    const bare = nameKey(name);
    const known = [...this.authors].find(([id, author]) => nameKey(author.name) === bare || id === bare);
    return known?.[0] ?? this.#add('authors', this.authors, name, { name });
  }

  #add<Entry extends object>(
    collection: keyof Registries,
    entries: Map<string, Entry>,
    name: string,
    entry: Entry,
  ): string {
    const base = slugOf(name) || 'unknown';
    let id = base;
    for (let number = 2; entries.has(id); number += 1) id = `${base}-${number}`;
    entries.set(id, entry);
    this.fresh.push({ collection, id, entry });
    return id;
  }
}

const nameKey = (name: string) =>
  name
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/^(?:the|el|la)\s+/, '')
    .replace(/[’']s$/, '')
    .trim();
