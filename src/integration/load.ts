import { existsSync } from 'node:fs';
import { dirname, relative, resolve, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import { glob } from 'astro/loaders';
import type { LoaderContext } from 'astro/loaders';
import type { Archive } from '../document/archive.ts';
import type { Contracts } from '../document/contract.ts';
import type { Message } from '../document/message.ts';
import { readRecord, readStory } from '../document/read.ts';
import type { StoryReading } from '../document/read.ts';
import type { Options } from '../options.ts';
import { schemas } from '../schema/index.ts';
import type { CollectionName } from '../schema/index.ts';
import type { Newsroom } from './newsroom.ts';

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

/** The id of an entry: its file’s name, or its folder’s for `index.mdx`. */
export const idOf = (entry: string) => entry.replace(/\.[^./]+$/, '').replace(/\/index$/, '');

/**
 * Loads one collection: Astro’s `glob()` finds, watches and stores the files; what it would parse
 * and validate is read and checked here instead, so that each finding has its place.
 */
export async function load(name: CollectionName, context: LoaderContext, desk: Desk): Promise<void> {
  const { archive, contracts, newsroom, options } = desk;
  const root = fileURLToPath(context.config.root);
  const isStory = name === 'explainers';
  const base = resolve(root, options.content, name);
  const nameOf = (path: string) => relative(root, path).split(sep).join('/');
  /** The files that claim each id; more than one is a mistake. */
  const claims = new Map<string, Set<string>>();

  if (!existsSync(base) && !context.watcher) return;

  const given = (context as GlobContext).entryTypes;
  const entryTypes: GlobContext['entryTypes'] = new Map();
  for (const extension of isStory ? ['.mdx'] : ['.yaml', '.yml']) {
    const type = given.get(extension)!;
    entryTypes.set(extension, {
      ...type,
      // The contents go to `parseData` as data: two changes in quick succession must not mix.
      getEntryInfo: async ({ contents }) => ({ data: { contents }, rawData: '', body: '', slug: '' }),
    });
  }

  function read(contents: string, path: string, id: string): StoryReading & { messages: Message[] } {
    const reading: StoryReading = isStory
      ? readStory(contents, schemas[name], contracts, options.programs)
      : readRecord(contents, schemas[name]);
    for (const { src, line, column } of reading.pictures ?? []) {
      if (!existsSync(resolve(dirname(path), src))) {
        reading.findings.push({ line, column, severity: 'error', reason: `Unknown picture “${src}”: expected a file beside the story.`, rule: 'image-exists' });
      }
    }
    const other = [...(claims.get(id) ?? [])].find((file) => file !== path && existsSync(file));
    if (other) {
      reading.findings.push({ line: 1, column: 1, severity: 'error', reason: `Unexpected second ${isStory ? 'story' : 'file'} “${id}”: expected only ${nameOf(other)}.`, rule: 'id-once' });
    }
    return { ...reading, messages: reading.findings.map((finding) => ({ file: nameOf(path), ...finding })) };
  }

  const digestOf = (contents: string) => context.generateDigest(`${desk.version}${contents}`);
  const loader = glob({
    base,
    pattern: isStory ? '**/*.mdx' : '*.{yaml,yml}',
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
      const { messages, ...reading } = read(String(contents), path, id);
      newsroom.take(name, { id, file: nameOf(path), references: reading.references }, messages);
      desk.changed();
      if (newsroom.isBroken(name, id)) return {} as never;
      const digest = digestOf(String(contents));
      archive.keep(digest, reading);
      const pictures = reading.facts?.images.map((src) => (src.startsWith('.') ? src : `./${src}`)) ?? [];
      const data = isStory ? { ...schemas.explainers.parse(reading.data), document: { ...reading.facts, digest }, pictures } : reading.data;
      return context.parseData({ id, data: data as never, filePath: path });
    },
    store: {
      ...context.store,
      // A file whose reading is gone, that had an error or claims another’s id has to be read again.
      get: <Data extends Record<string, unknown>>(id: string) => {
        const isSure = !newsroom.isBroken(name, id) && claims.get(id)?.size === 1;
        const entry = isSure ? context.store.get<Data>(id) : undefined;
        return entry?.digest && archive.has(String(entry.digest)) ? entry : undefined;
      },
      set: (entry) => {
        // A file with an error keeps its last good version in the store: in dev, its page still has an address.
        if (newsroom.isBroken(name, entry.id)) return false;
        const facts = (entry.data as { document?: { kind: string } }).document;
        const { deferredRender, ...rest } = entry;
        return context.store.set(facts?.kind === 'program' && deferredRender ? { ...rest, deferredRender } : rest);
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

  // What Astro kept from an earlier build was not read now; what was found then still holds.
  for (const [id, { digest, filePath }] of context.store.entries()) {
    if (newsroom.has(name, id) || !digest || !filePath) continue;
    const { references, findings } = archive.found(String(digest));
    newsroom.take(name, { id, file: filePath, references }, findings.map((finding) => ({ file: filePath, ...finding })));
  }
}
