import { createHash } from 'node:crypto';
import { dirname, resolve } from 'node:path';
import type { ImageMetadata } from 'astro';
import { getCollection, getEntry, render } from 'astro:content';
import { brand, isDev, ledgerFolder, names, options, policies, root, version } from 'virtual:nutgraf/site';
import type { CollectionEntry } from 'astro:content';
import { liveEntries } from '../astro/live-entries.ts';
import { inLanguage } from '../schema/translations.ts';
import type { CollectionName, TextName } from '../schema/index.ts';
import type { Term } from '../schema/term.ts';
import { allCorrections } from './corrections.ts';
import type { PlacedCorrection } from './corrections.ts';
import { frontOf } from './front.ts';
import type { Front } from './front.ts';
import { addressesIn, foldersIn, hasOtherVersions, heirsIn, publicationsIn } from './ledger.ts';
import { nextOf } from './next.ts';
import type { ComingStep } from './next.ts';
import { remembering } from './recent.ts';
import { registriesOf } from './registries.ts';
import { relatedTo } from './related.ts';
import { groupStories } from './groups.ts';
import { noteOf, policyOf, storyOf } from './story.ts';
import type { Note, Policy, Registries, Story, Text } from './story.ts';
import { mentionOf } from './teaser.ts';
import type { Mention } from './teaser.ts';
import { treeOf } from './trees.ts';
import { baseOf } from '../strings/intl.ts';
import { withTranslations } from './translations.ts';

/** The only reader of collections: everything above asks here. */

/** In dev, what is read while the server runs. */
const live = isDev ? liveEntries() : undefined;

/** The entries of a collection: in dev as they were last read, before Astro has written and read its store. */
const entriesOf = async <Name extends CollectionName>(name: Name): Promise<CollectionEntry<Name>[]> => {
  // What a loader stores is what Astro gives, but for pictures: see `imagesOf`.
  if (live) return live.entries(name) as CollectionEntry<Name>[];
  // Astro warns of a collection without entries; a young newsroom has several.
  return names[name] === '' ? [] : getCollection(nameOf(name));
};

/** The name that the site gives a collection of ours. Its types know it by that one. */
const nameOf = <Name extends CollectionName>(name: Name): Name => (names[name] ?? name) as Name;

/** Makes something of collections once, so that all pages of a build agree; in dev, again when one of them changes. */
function untilChanged<Value>(
  what: string,
  from: readonly CollectionName[],
  make: () => Promise<Value>,
): () => Promise<Value> {
  if (live) return () => live.once(what, from, make);
  let made: Promise<Value> | undefined;
  return () => (made ??= make());
}

const registryNames = ['outlets', 'people', 'authors', 'topics', 'terms'] as const;

/** The registries in any language. */
const registries = untilChanged('registries', registryNames, async (): Promise<(lang: string) => Registries> => {
  const [outlets, people, authors, topics, terms] = await Promise.all([
    entriesOf('outlets'),
    entriesOf('people'),
    entriesOf('authors'),
    entriesOf('topics'),
    entriesOf('terms'),
  ]);
  return registriesOf({ outlets, people, authors, topics, terms });
});

/** All shared notes, by title. */
export const allNotes = untilChanged('notes', ['notes', ...registryNames], async (): Promise<Note[]> => {
  const [entries, known] = await Promise.all([entriesOf('notes'), registries()]);
  return entries
    .map(({ id, data }) => noteOf(id, data, known(data.lang ?? options.lang), options))
    .toSorted((a, b) => a.title.localeCompare(b.title, options.lang));
});

/** How the newsroom works: its policies, by title; or other pages of its own. */
export async function allPolicies(collection: 'policies' | 'pages' = 'policies'): Promise<Policy[]> {
  const [entries, known] = await Promise.all([entriesOf(collection), registries()]);
  return entries
    .map(({ id, data }) => policyOf(id, data, known(data.lang ?? options.lang), options))
    .toSorted((a, b) => a.title.localeCompare(b.title, options.lang));
}

/** All terms in a language, by name. */
export async function allTerms(lang = options.lang): Promise<(Term & { id: string })[]> {
  const entries = await entriesOf('terms');
  return entries
    .map(({ id, data }) => ({ id, ...inLanguage(data, lang) }))
    .toSorted((a, b) => a.name.localeCompare(b.name, lang));
}

const contentNames = ['explainers', 'notes', ...registryNames] as const;

/** What a story is made of, besides its own entry: when that changes, every story is made anew. */
const storyMaker = untilChanged('story maker', ['notes', ...registryNames], async () => {
  const [known, notes] = await Promise.all([registries(), allNotes()]);
  const notesById = new Map(notes.map((note) => [note.id, note]));
  return remembering(({ id, data }: CollectionEntry<'explainers'>) => {
    if (live) live.made += 1;
    return storyOf(id, data, known(data.lang ?? options.lang), options, notesById);
  });
});

/** All stories that readers may see, the newest first; in dev, those that are held as well. */
export const allStories = untilChanged('stories', contentNames, async (): Promise<Story[]> => {
  const [entries, make] = await Promise.all([entriesOf('explainers'), storyMaker()]);
  const stories = entries.map(make).filter(({ status }) => isDev || !status);
  const named = entries.map(({ id, data: { aliases } }) => ({ id, aliases }));
  const heirs = named.some(({ aliases }) => aliases)
    ? heirsIn(addressesIn(publicationsIn(ledgerFolder)), named)
    : new Map<string, string>();
  const formerById = Map.groupBy(heirs.keys(), (former) => heirs.get(former));
  const recorded = foldersIn(ledgerFolder);
  const told = stories.map((story): Story => {
    const formerIds = formerById.get(story.id) ?? [];
    const ids = [story.id, ...formerIds].filter((id) => recorded.has(id));
    const hasHistory = ids.length && hasOtherVersions(ledgerFolder, ids, story.updated ?? story.published);
    return hasHistory ? { ...story, hasHistory, ...(formerIds.length && { formerIds }) } : story;
  });
  return withTranslations(told)
    .map((story) => ({ story, time: Date.parse(story.published) }))
    .toSorted((a, b) => b.time - a.time || a.story.id.localeCompare(b.story.id))
    .map(({ story }) => story);
});

/** The stories in a language, the newest first: one of `es-CO` is in `es` too. */
export const storiesIn = async (lang: string): Promise<Story[]> =>
  (await allStories()).filter((story) => baseOf(story.lang) === baseOf(lang));

/** The languages that readers find stories in, the site’s first, without their regions. */
export const allLanguages = async (): Promise<string[]> => [
  ...new Set([options.lang, ...(await allStories()).map(({ lang }) => lang).toSorted()].map(baseOf)),
];

/** What a front page shows. */
export interface FrontView extends Front {
  next: ComingStep[];
  corrections: PlacedCorrection[];
  /** The background that most stories share. */
  notes: { id: string; title: string; count: number }[];
}

const CORRECTIONS = 2;
const NOTES = 4;

/** The front page in a language. */
export async function frontIn(lang: string): Promise<FrontView> {
  const [stories, notes] = await Promise.all([storiesIn(lang), allNotes()]);
  const uses = (id: string) => stories.filter(({ document }) => document.notes.includes(id)).length;
  return {
    ...frontOf(stories, options.timeZone),
    next: nextOf(stories, options.timeZone),
    corrections: allCorrections(stories).slice(0, CORRECTIONS),
    notes: notes
      .map(({ id, title }) => ({ id, title, count: uses(id) }))
      .filter(({ count }) => count > 0)
      .toSorted((a, b) => b.count - a.count)
      .slice(0, NOTES),
  };
}

/** All stories by what they have in common, in the words of the site’s language. */
export const storyGroups = untilChanged('groups', contentNames, async () =>
  groupStories(await allStories(), (await registries())(options.lang), options.lang),
);

const SECTIONS = 7;

/**
 * The topics with the most stories, by name: the sections of the site. They change when a topic outgrows another, and
 * not with every story: each page shows them.
 */
export const sectionsIn = async (lang: string): Promise<{ id: string; name: string }[]> => {
  const [{ topics }, known] = await Promise.all([storyGroups(), registries()]);
  return [...topics.values()]
    .toSorted((a, b) => b.stories.length - a.stories.length || a.id.localeCompare(b.id))
    .slice(0, SECTIONS)
    .map(({ id, entry }) => ({ id, name: known(lang).topics.get(id)?.name ?? entry.name }))
    .toSorted((a, b) => a.name.localeCompare(b.name, lang));
};

/** What stands at the foot of each page besides lists: the newsroom’s own pages, by title, and whether it has terms. */
export const footOf = untilChanged('foot', ['pages', 'terms'], async () => {
  const [entries, terms] = await Promise.all([entriesOf('pages'), entriesOf('terms')]);
  const own = entries.map(({ id, data: { title, lang = options.lang } }) => ({ id, title, lang }));
  return { own: own.toSorted((a, b) => a.title.localeCompare(b.title, options.lang)), hasTerms: terms.length > 0 };
});

/** Changes when what stands around every page does. */
export const frameKey = untilChanged('frame', [...contentNames, 'pages'], async (): Promise<string> => {
  const languages = await allLanguages();
  return JSON.stringify([languages, await Promise.all(languages.map(sectionsIn)), await footOf()]);
});

/** A few stories on what a story is about, as a list shows them. */
export const relatedStories = async (story: Story): Promise<Mention[]> => (await relatedMaker())(story);

const relatedMaker = untilChanged('related', contentNames, async () => {
  const [stories, known] = await Promise.all([allStories(), storyGroups()]);
  return remembering((story: Story) => relatedTo(story, known, stories.length).map(mentionOf));
});

/**
 * A key that changes when what a page shows changes: the given data, the settings, or Nutgraf
 * itself. For `cacheKey` of Astro’s incremental build.
 *
 * @param shown all that is looked up for the page; a story’s words are known by its digest.
 * @returns in dev, nothing that costs: no page is kept there.
 */
export const cacheKeyOf = async (...shown: readonly unknown[]): Promise<string> =>
  isDev
    ? ''
    : createHash('sha256')
        .update(site + (await frameKey()))
        .update(JSON.stringify(shown))
        .digest('hex');

/** What every page shows, besides its frame. */
const site = JSON.stringify([version, options, brand.digest, policies]);

/** The key of a story with its pictures: many pages show it. */
export const storyKeyOf = remembering(async (story: Story): Promise<string> =>
  isDev ? '' : cacheKeyOf(story, await imagesOf(story)),
);

/** Changes when anything that is read from `content/` does: the key of pages that look at the whole of it. */
export async function contentKey(): Promise<string> {
  const names = [...contentNames, 'policies', 'pages'] as const;
  const entries = await Promise.all(names.map(async (name) => await entriesOf(name)));
  const digests = entries.map((all) => all.map(({ id, digest }) => `${id} ${digest}`).sort());
  return cacheKeyOf(digests, await Promise.all((await allStories()).map(storyKeyOf)));
}

/** What a page draws of a story. */
export type Body = Awaited<ReturnType<typeof bodyOf>>;

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
  if (live) return liveImages(images, dirname(live.fileOf(collection, text.id) ?? ''));
  const { data } = await entryOf(text, collection);
  return Object.fromEntries(images.map((src, index) => [src, data.pictures[index]!]));
}

/** The picture of a story as a whole. */
export async function leadImageOf({ id, picture }: Pick<Story, 'id' | 'picture'>): Promise<ImageMetadata | undefined> {
  if (!picture) return undefined;
  const { file } = picture;
  if (live) return (await liveImages([file], dirname(live.fileOf('explainers', id) ?? '')))[file];
  const { data } = await entryOf({ id }, 'explainers');
  return data.pictures[data.document.images.indexOf(file)];
}

/** Pictures as Astro’s own import gives them, so that a dev server need not read its whole store for one. */
const liveImages = async (images: readonly string[], folder: string): Promise<Record<string, ImageMetadata>> =>
  Object.fromEntries(
    await Promise.all(
      images.map(async (src) => {
        const picture = (await import(/* @vite-ignore */ resolve(root, folder, src))) as { default: ImageMetadata };
        return [src, picture.default] as const;
      }),
    ),
  );

async function entryOf({ id }: Pick<Text, 'id'>, collection: TextName) {
  const entry = await getEntry(nameOf(collection), id);
  if (!entry) throw new Error(`Unknown text “${id}” in ${collection}.`);
  return entry;
}
