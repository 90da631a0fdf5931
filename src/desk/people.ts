import type { Person } from '../schema/person.ts';
import type { Passage, Prose } from './prose.ts';

/** The name that stands for a person after the first mention: the last word of it, “Petro” of “Gustavo Petro”. */
export const familyNameOf = (name: string): string => name.trim().split(/\s+/).at(-1) ?? name;

/** A person of `people/` who is named in a text. */
export interface NamedPerson {
  id: string;
  person: Person;
  start: number;
  end: number;
}

interface Called {
  id: string;
  person: Person;
  name: string;
}

const called = new WeakMap<Prose['registries'], Map<string, Called[]>>();

/** The names of all people, whole and short, by their first word in lower case; the longest first. */
function namesBy({ registries }: Prose): Map<string, Called[]> {
  const made = called.get(registries);
  if (made) return made;
  const names = [...registries.people].flatMap(([id, person]) =>
    [...new Set([person.name, ...(person.institution ? [] : [familyNameOf(person.name)])])].map((name) => ({
      id,
      person,
      name,
    })),
  );
  const found = Map.groupBy(
    names.sort((a, b) => b.name.length - a.name.length),
    ({ name }) => firstWord(name),
  );
  called.set(registries, found);
  return found;
}

const firstWord = (text: string) => /[\p{L}\p{M}\p{N}]+/u.exec(text)?.[0].toLowerCase() ?? '';

/** Where the people of the newsroom are named in a passage, by their whole name or the family’s. */
export function mentionsOf(prose: Prose, { text }: Passage): NamedPerson[] {
  const names = namesBy(prose);
  const found: NamedPerson[] = [];
  let last = 0;
  for (const { 0: word, index } of text.matchAll(/[\p{L}\p{M}\p{N}]+/gu)) {
    if (index < last) continue;
    const one = names.get(word.toLowerCase())?.find(({ name }) => {
      const end = index + name.length;
      return (
        text.slice(index, end).toLowerCase() === name.toLowerCase() && !/^[\p{L}\p{N}]/u.test(text.slice(end, end + 2))
      );
    });
    if (!one) continue;
    last = index + one.name.length;
    found.push({ id: one.id, person: one.person, start: index, end: last });
  }
  return found;
}
