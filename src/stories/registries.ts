import { inLanguage } from '../schema/translations.ts';
import type { Registries } from './story.ts';

/** What the registries are made of: their entries as they were read. */
export type RegistryEntries = {
  [Name in keyof Registries]: readonly {
    id: string;
    data: Registries[Name] extends ReadonlyMap<string, infer Entry> ? Entry : never;
  }[];
};

/** Entries by id, with their words in a language. */
const byId = <Data>(entries: readonly { id: string; data: Data }[], lang: string) =>
  new Map(entries.map(({ id, data }) => [id, inLanguage(data, lang)]));

/** The registries in any language. */
export function registriesOf({
  outlets,
  people,
  authors,
  topics,
  terms,
}: RegistryEntries): (lang: string) => Registries {
  const inLang = (lang: string) => ({
    outlets: byId(outlets, lang),
    people: byId(people, lang),
    authors: byId(authors, lang),
    topics: byId(topics, lang),
    terms: byId(terms, lang),
  });
  const made = new Map<string, Registries>();
  return (lang) => made.get(lang) ?? made.set(lang, inLang(lang)).get(lang)!;
}
