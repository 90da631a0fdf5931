import { createHash } from 'node:crypto';
import type { Root } from 'hast';
import { getCollection, getEntry, render } from 'astro:content';
import { archiveFolder, brand, isDev, options, version } from 'virtual:nutgraf/site';
import { Archive } from '../document/archive.ts';
import { inLanguage } from '../schema/translations.ts';
import type { TextName } from '../schema/index.ts';
import type { Term } from '../schema/term.ts';
import { registriesOf } from './registries.ts';
import { noteOf, storyOf } from './story.ts';
import type { Note, Registries, Story, Text } from './story.ts';
import { withTranslations } from './translations.ts';

/** The only reader of collections: everything above asks here. */

/** The registries in any language. */
async function registries(): Promise<(lang: string) => Registries> {
  const [outlets, people, authors, topics, terms] = await Promise.all([
    getCollection('outlets'),
    getCollection('people'),
    getCollection('authors'),
    getCollection('topics'),
    getCollection('terms'),
  ]);
  return registriesOf({ outlets, people, authors, topics, terms });
}

/** All shared notes, by title. */
export async function allNotes(): Promise<Note[]> {
  const [entries, known] = await Promise.all([getCollection('notes'), registries()]);
  return entries
    .map(({ id, data }) => noteOf(id, data, known(data.lang ?? options.lang), options))
    .toSorted((a, b) => a.title.localeCompare(b.title, options.lang));
}

/** All terms in a language, by name. */
export async function allTerms(lang = options.lang): Promise<(Term & { id: string })[]> {
  const entries = await getCollection('terms');
  return entries.map(({ id, data }) => ({ id, ...inLanguage(data, lang) })).toSorted((a, b) => a.name.localeCompare(b.name, lang));
}

/** In dev, content changes under way; a build asks once, so that all its pages agree. */
const inBuildOnce = <Value>(make: () => Promise<Value>): (() => Promise<Value>) => {
  let made: Promise<Value> | undefined;
  return () => (isDev ? make() : (made ??= make()));
};

/** All stories that readers may see, the newest first; in dev, those that are held as well. */
export const allStories = inBuildOnce(async (): Promise<Story[]> => {
  const [entries, known, notes] = await Promise.all([getCollection('explainers'), registries(), allNotes()]);
  const notesById = new Map(notes.map((note) => [note.id, note]));
  const stories = entries.map(({ id, data }) => storyOf(id, data, known(data.lang ?? options.lang), options, notesById)).filter(({ hold }) => isDev || !hold);
  return withTranslations(stories).toSorted((a, b) => Date.parse(b.published) - Date.parse(a.published) || a.id.localeCompare(b.id));
});

/**
 * A key that changes when anything changes that a page shows of these texts: their words, what
 * they refer to, the settings, or Nutgraf itself. For `cacheKey` of Astro’s incremental build.
 */
export const cacheKeyOf = (...stories: readonly unknown[]): string =>
  createHash('sha256').update(JSON.stringify([version, options, brand.digest, stories])).digest('hex');

const archive = new Archive(archiveFolder);

/** What a page draws of a story. */
export type Body = Awaited<ReturnType<typeof bodyOf>>;

/** The tree of a text: of a program, what can be known without running it. */
export const treeOf = ({ document }: Text): Root => archive.tree(document.digest);

/** A document’s tree and its pictures, or what Astro compiled from a program. */
export async function bodyOf({ id, document }: Text, collection: TextName = 'explainers') {
  const entry = await getEntry(collection, id);
  if (!entry) throw new Error(`Unknown text “${id}” in ${collection}.`);
  const pictures = Object.fromEntries(document.images.map((src, index) => [src, entry.data.pictures[index]!]));
  if (document.kind === 'program') return { kind: 'program' as const, Content: (await render(entry)).Content, pictures };
  return { kind: 'document' as const, tree: archive.tree(document.digest), pictures };
}
