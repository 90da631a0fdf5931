import { createHash } from 'node:crypto';
import type { ImageMetadata } from 'astro';
import type { Root } from 'hast';
import { getCollection, getEntry, render } from 'astro:content';
import { archiveFolder, brand, isDev, ledgerFolder, options, policies, version } from 'virtual:nutgraf/site';
import { Archive } from '../document/archive.ts';
import { inLanguage } from '../schema/translations.ts';
import type { TextName } from '../schema/index.ts';
import type { Term } from '../schema/term.ts';
import { hasOtherVersions } from './ledger.ts';
import { RECENT, recent } from './recent.ts';
import { registriesOf } from './registries.ts';
import { relatedTo } from './related.ts';
import { groupStories } from './groups.ts';
import { statementsIn } from './statements.ts';
import { noteOf, policyOf, storyOf } from './story.ts';
import type { Note, Policy, Registries, Story, Text } from './story.ts';
import { teaserOf } from './teaser.ts';
import { baseOf } from '../strings/intl.ts';
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

/** How the newsroom works: its policies, by title; or other pages of its own. */
export async function allPolicies(collection: 'policies' | 'pages' = 'policies'): Promise<Policy[]> {
  const [entries, known] = await Promise.all([getCollection(collection), registries()]);
  return entries
    .map(({ id, data }) => policyOf(id, data, known(data.lang ?? options.lang), options))
    .toSorted((a, b) => a.title.localeCompare(b.title, options.lang));
}

/** All terms in a language, by name. */
export async function allTerms(lang = options.lang): Promise<(Term & { id: string })[]> {
  const entries = await getCollection('terms');
  return entries
    .map(({ id, data }) => ({ id, ...inLanguage(data, lang) }))
    .toSorted((a, b) => a.name.localeCompare(b.name, lang));
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
  const stories = entries
    .map(({ id, data }) => storyOf(id, data, known(data.lang ?? options.lang), options, notesById))
    .filter(({ status }) => isDev || !status);
  const told = stories.map((story): Story =>
    hasOtherVersions(ledgerFolder, story.id, story.updated ?? story.published) ? { ...story, hasHistory: true } : story,
  );
  return withTranslations(told).toSorted(
    (a, b) => Date.parse(b.published) - Date.parse(a.published) || a.id.localeCompare(b.id),
  );
});

/** The stories in a language, the newest first: one of `es-CO` is in `es` too. */
export const storiesIn = async (lang: string): Promise<Story[]> =>
  (await allStories()).filter((story) => baseOf(story.lang) === baseOf(lang));

/** The languages that readers find stories in, the site’s first, without their regions. */
export const allLanguages = async (): Promise<string[]> => [
  ...new Set([options.lang, ...(await allStories()).map(({ lang }) => lang).toSorted()].map(baseOf)),
];

/** All stories by what they have in common, in the words of the site’s language. */
export const storyGroups = inBuildOnce(async () =>
  groupStories(await allStories(), (await registries())(options.lang), options.lang),
);

/** A few stories on what a story is about, as a list shows them. */
export async function relatedStories(story: Story) {
  const [stories, known] = await Promise.all([allStories(), storyGroups()]);
  return relatedTo(story, known, stories.length).map(teaserOf);
}

/**
 * A key that changes when what a page shows changes: the given data, the settings, or Nutgraf
 * itself. For `cacheKey` of Astro’s incremental build.
 *
 * @param shown all that is looked up for the page; a story’s words are known by its digest.
 */
export const cacheKeyOf = (...shown: readonly unknown[]): string =>
  createHash('sha256')
    .update(JSON.stringify([version, options, brand.digest, policies, shown]))
    .digest('hex');

const archive = new Archive(archiveFolder);

/** What a page draws of a story. */
export type Body = Awaited<ReturnType<typeof bodyOf>>;

const recentTree = recent(RECENT, (digest: string) => archive.tree(digest));

/**
 * The tree of a text: of a program, what can be known without running it. All outputs share it: it
 * must stay as it is.
 */
export const treeOf = ({ document }: Text): Root => recentTree(document.digest);

/** A document’s tree and its pictures, or what Astro compiled from a program. */
export async function bodyOf(text: Text, collection: TextName = 'explainers') {
  const [tree, pictures] = [treeOf(text), await imagesOf(text, collection)];
  if (text.document.kind === 'document') return { kind: 'document' as const, tree, pictures };
  return { kind: 'program' as const, tree, Content: (await render(await entryOf(text, collection))).Content, pictures };
}

/** The pictures of a text, by the paths that it gives them. */
export async function imagesOf(
  text: Text,
  collection: TextName = 'explainers',
): Promise<Record<string, ImageMetadata>> {
  const { images } = text.document;
  if (!images.length) return {};
  const { data } = await entryOf(text, collection);
  return Object.fromEntries(images.map((src, index) => [src, data.pictures[index]!]));
}

async function entryOf({ id }: Text, collection: TextName) {
  const entry = await getEntry(collection, id);
  if (!entry) throw new Error(`Unknown text “${id}” in ${collection}.`);
  return entry;
}

/** What is said in a story, by whom; empty where nothing is. */
export const statementsOf = (text: Text) =>
  text.document.roles.includes('statement') ? statementsIn(treeOf(text)) : [];
