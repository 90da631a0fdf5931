import { existsSync } from 'node:fs';
import { dirname, relative, resolve, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { LoaderContext } from 'astro/loaders';
import type { LiveEntries } from '../astro/live-entries.ts';
import { contentsIn, wholeFiles } from '../astro/whole-files.ts';
import type { Archive } from '../document/archive.ts';
import { errorAt } from '../document/message.ts';
import type { DocumentFacts, StoryReading } from '../document/read.ts';
import { entryOf, publicationIn } from '../newsroom/entry.ts';
import type { Entry } from '../newsroom/entry.ts';
import { endingsOf, globOf, idOf } from '../newsroom/files.ts';
import type { EntryFile } from '../newsroom/files.ts';
import type { Newsroom } from '../newsroom/newsroom.ts';
import { siblingFiles } from '../newsroom/siblings.ts';
import { ownFieldsIn } from '../newsroom/own-fields.ts';
import { isText, schemas } from '../schema/index.ts';
import type { CollectionName } from '../schema/index.ts';
import { statementsIn } from '../stories/statements.ts';

/** Where what is loaded goes, beside Astro’s store. */
export interface Destination {
  newsroom: Newsroom;
  archive: Archive<Entry>;
  /** A digest of the reader itself: when it changes, every file is read anew. */
  version: string;
  /** Where a dev server keeps what its pages ask for. */
  live: LiveEntries | undefined;
  /** Called after each change that the dev server sees. */
  changed: () => void;
  /** Called when a note is read that was read before. */
  revised: (note: string) => void;
}

/** A collection on its way into Astro’s store. */
interface Loading extends Destination {
  collection: CollectionName;
  context: LoaderContext;
  /** The root of the site. */
  root: string;
  /** The collection’s folder. */
  base: string;
}

/** What Astro’s store keeps of a text. */
interface TextData {
  /** `digest` is that of the text and the files beside it, `contents` of the text alone. */
  document: Pick<DocumentFacts, 'kind'> & { files?: string[]; digest: string; contents: string };
}

/** What is stored of a text; an earlier version of the reader may have stored less. */
const documentIn = (data: unknown): TextData['document'] | undefined => (data as Partial<TextData>).document;

/**
 * Loads one collection. Astro finds, watches and stores the files; the newsroom reads and checks
 * them, so that each finding has its place.
 */
export async function load(collection: CollectionName, context: LoaderContext, to: Destination): Promise<void> {
  const root = fileURLToPath(context.config.root);
  const base = resolve(to.newsroom.content, collection);
  const loading = { ...to, collection, context, root, base };
  if (!existsSync(base) && !context.watcher) return;
  const files = wholeFiles({
    base,
    pattern: globOf(collection),
    without: to.newsroom
      .refused()
      .flatMap((path) => (path.startsWith(base + sep) ? [relative(base, path).split(sep).join('/')] : [])),
    endings: endingsOf(collection),
    idOf: (name) => {
      const id = idOf(name);
      to.newsroom.see({ collection, id, path: resolve(base, name) });
      return id;
    },
  });
  await files.load({
    ...context,
    generateDigest: (contents) => digestOf(loading, typeof contents === 'string' ? contents : JSON.stringify(contents)),
    parseData: (entry) => read(loading, entry) as Promise<never>,
    store: storeOf(loading),
  });
  to.archive.commit();
  takeKept(loading);
  to.live?.add(collection, context.store);
  readUnread(loading);
  watchSiblings(loading);
  watchDeletions(loading);
}

const digestOf = ({ context, version, newsroom }: Loading, contents: string) =>
  context.generateDigest(`${version}${newsroom.options.lang}${contents}`);

/** The digest of a text and of all files that it is made of. @param own that of the text alone. */
const wholeDigestOf = (loading: Loading, own: string, files: readonly string[], path: string) =>
  files.length
    ? digestOf(loading, [own, ...files.map((file) => siblingFiles(resolve(loading.root, path))(file) ?? '')].join('\0'))
    : own;

/** First pass: a file that is new or has changed is read. @returns what Astro stores of it. */
async function read(
  loading: Loading,
  { id, data, filePath = '' }: { id: string; data: Record<string, unknown>; filePath?: string },
): Promise<object> {
  const { collection, context, newsroom, root } = loading;
  const file: EntryFile = { collection, id, path: resolve(root, filePath) };
  const contents = contentsIn(data);
  if (collection === 'notes' && context.store.has(id)) loading.revised(id);
  const reading = newsroom.read(file, contents);
  loading.changed();
  // `storeOf` passes over it.
  if (newsroom.isHeld(file) || newsroom.isBroken(collection, id)) return {};
  const own = digestOf(loading, contents);
  const digest = wholeDigestOf(loading, own, reading.facts?.files ?? [], filePath);
  const { facts, tree } = reading;
  const said = tree && facts?.roles.includes('statement') ? statementsIn(tree) : undefined;
  loading.archive.keep(digest, entryOf(collection, reading), tree, said);
  // In dev, a page may be drawn of it at once.
  if (context.watcher) loading.archive.commit();
  const stored = isText(collection) ? textData(collection, reading, { digest, contents: own }) : reading.data;
  return context.parseData({ id, data: stored as Record<string, unknown>, filePath });
}

function textData(
  collection: CollectionName,
  { data, facts }: StoryReading,
  digests: { digest: string; contents: string },
): object {
  const pictures = facts?.images.map((src) => (src.startsWith('.') ? src : `./${src}`)) ?? [];
  const parsed = schemas[collection].parse(data) as object;
  const fields = collection === 'explainers' ? ownFieldsIn(parsed) : {};
  return {
    ...parsed,
    ...(Object.keys(fields).length && { fields }),
    document: { ...facts, ...digests },
    pictures,
  };
}

/** Astro’s store, as its loader sees it: what is in it has been read, is right, and may be seen. */
function storeOf(loading: Loading): LoaderContext['store'] {
  const { archive, changed, collection, context, live, newsroom } = loading;
  const { store } = context;
  const set: typeof store.set = (entry) => {
    const isNew = store.set(entry);
    live?.changed(collection);
    changed();
    return isNew;
  };
  return {
    ...store,
    // A file whose reading is gone, that had an error or shares its id has to be read again.
    get: <Data extends Record<string, unknown>>(id: string) => {
      const entry = newsroom.isBroken(collection, id) ? undefined : store.get<Data>(id);
      if (!entry?.digest || !archive.has(String(entry.digest))) return undefined;
      // So that nothing of a held story, not even a picture, is in a build that readers see.
      if (collection === 'explainers' && newsroom.statusOf(publicationIn(entry.data))) return undefined;
      const document = documentIn(entry.data);
      if (!document?.files?.length) return entry;
      // Astro asks whether the file’s own contents have changed; those beside it count as well.
      const digest = wholeDigestOf(loading, document.contents, document.files, entry.filePath ?? '');
      return digest === entry.digest ? { ...entry, digest: document.contents } : undefined;
    },
    set: (entry) => {
      // A file with an error keeps its last good version in the store: in dev, its page still has an address.
      if (newsroom.isBroken(collection, entry.id)) return false;
      if (newsroom.isHeld({ collection, id: entry.id })) {
        store.delete(entry.id);
        live?.changed(collection);
        return false;
      }
      const document = documentIn(entry.data);
      if (!document) return set(entry);
      // Astro compiles a program, and only that, when a page draws it.
      return set({ ...entry, digest: document.digest, deferredRender: document.kind === 'program' });
    },
    delete: (id) => {
      store.delete(id);
      live?.changed(collection);
      changed();
    },
  };
}

/** Second pass: what Astro kept from an earlier build was not read now; what was found then still holds. */
function takeKept({ archive, collection, context, newsroom, root }: Loading): void {
  for (const [id, { digest, filePath }] of context.store.entries()) {
    if (newsroom.has(collection, id) || !digest || !filePath) continue;
    newsroom.take({ collection, id, path: resolve(root, filePath) }, archive.found(String(digest)));
  }
}

/** Third pass: what Astro could not read is read here, so that it is told why; nothing is left out in silence. */
function readUnread({ collection, newsroom }: Loading): void {
  for (const file of newsroom.files(collection)) {
    if (newsroom.isTaken(file)) continue;
    newsroom.read(file);
    if (newsroom.isBroken(collection, file.id)) continue;
    const reason = 'Unexpected file that Astro did not load: expected every story and record of the newsroom.';
    newsroom.read(file, errorAt({ line: 1, column: 1 }, 'file-readable', reason));
  }
}

/** In dev, a text is read again when a file beside it that it is made of changes. */
function watchSiblings({ collection, context, root }: Loading): void {
  const endings = endingsOf(collection);
  context.watcher?.on('change', (changed) => {
    if (endings.some((ending) => changed.endsWith(ending))) return;
    for (const [, { data, filePath }] of context.store.entries()) {
      const isBeside =
        filePath && documentIn(data)?.files?.some((file) => resolve(root, dirname(filePath), file) === changed);
      // Astro reads the text again, and `storeOf` finds that what is beside it has changed.
      if (isBeside) context.watcher?.emit('change', resolve(root, filePath));
    }
  });
}

/** In dev, a deleted file has nothing more to say, and leaves its id to another that has it. */
function watchDeletions({ changed, collection, context, newsroom }: Loading): void {
  context.watcher?.on('unlink', (path) => {
    for (const other of newsroom.forget(collection, path)) context.watcher?.emit('change', other.path);
    changed();
  });
}
