import { existsSync } from 'node:fs';
import { dirname, relative, resolve, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import { glob } from 'astro/loaders';
import type { LoaderContext } from 'astro/loaders';
import type { Archive } from '../document/archive.ts';
import type { Contracts } from '../document/contract.ts';
import { inFile } from '../document/message.ts';
import type { DocumentFacts, StoryReading } from '../document/read.ts';
import type { Options } from '../options.ts';
import { isText, schemas } from '../schema/index.ts';
import type { CollectionName } from '../schema/index.ts';
import { statusOf } from '../stories/status.ts';
import type { Publication } from '../stories/status.ts';
import { siblingFiles } from '../newsroom/siblings.ts';
import { readEntry, secondOfId, takenAddress } from '../newsroom/entry.ts';
import { globOf, idOf } from '../newsroom/files.ts';
import { correctionsIn } from '../newsroom/ledger.ts';
import type { Newsroom } from '../newsroom/newsroom.ts';

/** What loading needs to know beyond Astro’s own context. */
export interface Desk {
  options: Options;
  contracts: Contracts;
  archive: Archive;
  newsroom: Newsroom;
  /** A digest of the reader itself: when it changes, every file is read anew. */
  version: string;
  /** Called after each change that the dev server sees. */
  changed(): void;
}

/** Astro hands every loader the readers of its file types, and leaves them out of the published type. */
interface GlobContext extends LoaderContext {
  entryTypes: Map<string, { getEntryInfo(file: { contents: string; fileUrl: URL }): Promise<object> }>;
}

/** What Astro’s store keeps of a text. */
interface TextData {
  /** `digest` is that of the text and the files beside it, `contents` of the text alone. */
  document: DocumentFacts & { digest: string; contents: string };
}

const isPublication = (data: unknown): data is Publication =>
  typeof (data as Partial<Publication> | undefined)?.published === 'string';

/**
 * Loads one collection: Astro’s `glob()` finds, watches and stores the files; what it would parse
 * and validate is read and checked here instead, so that each finding has its place.
 */
export async function load(name: CollectionName, context: LoaderContext, desk: Desk): Promise<void> {
  const { archive, contracts, newsroom, options } = desk;
  const root = fileURLToPath(context.config.root);
  const schema = schemas[name];
  const base = resolve(root, options.content, name);
  const langOf = (data: unknown) => (data as { lang?: string } | undefined)?.lang ?? options.lang;
  const nameOf = (path: string) => relative(root, path).split(sep).join('/');
  /** The files that claim each id; more than one is a mistake. */
  const claims = new Map<string, Set<string>>();

  /**
   * Whether a story is kept out of Astro’s store, so that nothing of it, not even a picture, is in a
   * build that readers see. In dev, nothing is.
   */
  const isHeld = (data: unknown): boolean =>
    name === 'explainers' && !context.watcher && isPublication(data) && statusOf(data, options.timeZone) !== undefined;

  if (!existsSync(base) && !context.watcher) return;

  const given = (context as GlobContext).entryTypes;
  const entryTypes: GlobContext['entryTypes'] = new Map();
  for (const extension of isText(name) ? ['.mdx'] : ['.yaml', '.yml']) {
    const type = given.get(extension)!;
    entryTypes.set(extension, {
      ...type,
      // The contents go to `parseData` as data: two changes in quick succession must not mix.
      getEntryInfo: async ({ contents }) => ({ data: { contents }, rawData: '', body: '', slug: '' }),
    });
  }

  function read(contents: string, path: string, id: string): StoryReading {
    const reading = readEntry(name, contents, resolve(root, path), contracts, options.programs);
    const other = [...(claims.get(id) ?? [])].find((file) => file !== path && existsSync(file));
    if (other) reading.messages.push(secondOfId(name, id, nameOf(other)));
    reading.messages.push(...takenAddress(name, id, options));
    inFile(nameOf(path), reading.messages);
    return reading;
  }

  /** The digest of a text and of all files that it is made of. */
  const wholeDigestOf = (own: string, files: readonly string[] = [], path: string) =>
    files.length
      ? digestOf([own, ...files.map((file) => siblingFiles(resolve(root, path))(file) ?? '')].join('\0'))
      : own;

  const digestOf = (contents: string) => context.generateDigest(`${desk.version}${contents}`);
  const loader = glob({
    base,
    pattern: globOf(name),
    retainBody: false,
    generateId: ({ entry }) => {
      const id = idOf(entry);
      claims.set(id, (claims.get(id) ?? new Set()).add(resolve(base, entry)));
      return id;
    },
  });

  const inner: GlobContext = {
    ...context,
    entryTypes,
    generateDigest: (contents) => digestOf(String(contents)),
    parseData: async ({ id, data: { contents }, filePath: path = '' }) => {
      const reading = read(String(contents), path, id);
      if (name === 'notes' && context.store.has(id)) newsroom.revise(id);
      const isKept = isHeld(reading.data);
      const isDraft = isKept && (reading.data as Publication).draft;
      // A colleague’s unfinished draft is no reason to stop a build.
      newsroom.take(
        name,
        {
          id,
          file: nameOf(path),
          references: isDraft ? [] : reading.references,
          lang: langOf(reading.data),
          corrections: correctionsIn(reading.data),
          isHeld: isKept,
        },
        isDraft ? [] : reading.messages,
      );
      desk.changed();
      if (isKept) newsroom.hold(id, reading.data as Publication);
      if (isKept || newsroom.isBroken(name, id)) return {} as never;
      const digest = wholeDigestOf(digestOf(String(contents)), reading.facts?.files, path);
      archive.keep(digest, reading);
      const pictures = reading.facts?.images.map((src) => (src.startsWith('.') ? src : `./${src}`)) ?? [];
      const text = { document: { ...reading.facts, digest, contents: digestOf(String(contents)) }, pictures };
      const data = isText(name) ? { ...(schema.parse(reading.data) as object), ...text } : reading.data;
      return context.parseData({ id, data: data as never, filePath: path });
    },
    store: {
      ...context.store,
      // A file whose reading is gone, that had an error or claims another’s id has to be read again.
      get: <Data extends Record<string, unknown>>(id: string) => {
        const isSure = !newsroom.isBroken(name, id) && claims.get(id)?.size === 1;
        const entry = isSure ? context.store.get<Data>(id) : undefined;
        if (!entry?.digest || !archive.has(String(entry.digest)) || isHeld(entry.data)) return undefined;
        const { document } = entry.data as Partial<TextData>;
        // What an earlier version stored may lack them.
        if (!document?.files?.length) return entry;
        // Astro asks whether the file’s own contents have changed; those beside it count as well.
        const isSame = wholeDigestOf(document.contents, document.files, entry.filePath!) === entry.digest;
        return isSame ? { ...entry, digest: document.contents } : undefined;
      },
      set: (entry) => {
        // A file with an error keeps its last good version in the store: in dev, its page still has an address.
        if (newsroom.isBroken(name, entry.id)) return false;
        if (name === 'explainers' && newsroom.isHeld(entry.id)) {
          context.store.delete(entry.id);
          return false;
        }
        const { document } = entry.data as Partial<TextData>;
        const { deferredRender, ...rest } = { ...entry, ...(document && { digest: document.digest }) };
        return context.store.set(document?.kind === 'program' && deferredRender ? { ...rest, deferredRender } : rest);
      },
      delete: (id) => {
        newsroom.drop(name, id);
        claims.delete(id);
        context.store.delete(id);
        desk.changed();
      },
    },
  };
  await loader.load(inner);
  context.watcher?.on('change', (changed) => {
    for (const [, { data, filePath }] of context.store.entries()) {
      const { document } = data as Partial<TextData>;
      const isBeside = filePath && document?.files?.some((file) => resolve(root, dirname(filePath), file) === changed);
      // Astro reads the text again, and finds that what is beside it has changed.
      if (isBeside) context.watcher?.emit('change', resolve(root, filePath));
    }
  });

  // What Astro kept from an earlier build was not read now; what was found then still holds.
  for (const [id, { data, digest, filePath }] of context.store.entries()) {
    if (newsroom.has(name, id) || !digest || !filePath) continue;
    const { references, messages } = archive.found(String(digest));
    newsroom.take(
      name,
      { id, file: filePath, references, lang: langOf(data), corrections: correctionsIn(data) },
      inFile(filePath, messages),
    );
  }
}
