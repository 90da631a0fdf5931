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
  const contentsOf = new Map<string, string>();
  const files = new Map<string, string>();
  const broken = new Set<string>();

  if (!existsSync(base) && !context.watcher) return;

  const given = (context as GlobContext).entryTypes;
  const entryTypes: GlobContext['entryTypes'] = new Map();
  for (const extension of isStory ? ['.mdx'] : ['.yaml', '.yml']) {
    const type = given.get(extension)!;
    entryTypes.set(extension, {
      ...type,
      getEntryInfo: async ({ contents, fileUrl }) => {
        contentsOf.set(fileURLToPath(fileUrl), contents);
        return { data: {}, rawData: '', body: contents, slug: '' };
      },
    });
  }

  function read(path: string, id: string): StoryReading & { messages: Message[] } {
    const contents = contentsOf.get(path) ?? '';
    contentsOf.delete(path);
    const reading: StoryReading = isStory
      ? readStory(contents, schemas[name], contracts, options.programs)
      : readRecord(contents, schemas[name]);
    for (const { src, line, column } of reading.pictures ?? []) {
      if (!existsSync(resolve(dirname(path), decodeURI(src)))) {
        reading.findings.push({ line, column, severity: 'error', reason: `Unknown picture “${src}”: expected a file beside the story.`, rule: 'image-exists' });
      }
    }
    const other = files.get(id);
    if (other && other !== path && existsSync(other)) {
      reading.findings.push({ line: 1, column: 1, severity: 'error', reason: `Unexpected second story “${id}”: expected only ${nameOf(other)}.`, rule: 'id-once' });
    }
    files.set(id, path);
    return { ...reading, messages: reading.findings.map((finding) => ({ file: nameOf(path), ...finding })) };
  }

  const loader = glob({
    base,
    pattern: isStory ? '**/*.mdx' : '*.{yaml,yml}',
    retainBody: false,
    generateId: ({ entry }) => idOf(entry),
  });

  const inner: GlobContext = {
    ...context,
    entryTypes,
    generateDigest: (data) => context.generateDigest(`${desk.version}${typeof data === 'string' ? data : JSON.stringify(data)}`),
    parseData: async ({ id, filePath }) => {
      const path = filePath ?? '';
      const digest = context.generateDigest(`${desk.version}${contentsOf.get(path) ?? ''}`);
      const { messages, ...reading } = read(path, id);
      const isBroken = messages.some(({ severity }) => severity === 'error');
      newsroom.take(name, { id, file: nameOf(path), references: reading.references, sources: reading.sources }, messages);
      if (isBroken) {
        broken.add(id);
        desk.changed();
        return {} as never;
      }
      broken.delete(id);
      archive.keep(digest, reading);
      const pictures = reading.facts?.images.map((src) => (src.startsWith('.') ? src : `./${src}`)) ?? [];
      const data = isStory ? { ...(reading.data as object), document: { ...reading.facts, digest }, pictures } : reading.data;
      return context.parseData({ id, data: data as never, filePath: path });
    },
    store: {
      ...context.store,
      // A file whose reading is gone, or that had an error, has to be read again.
      get: <Data extends Record<string, unknown>>(id: string) => {
        const entry = broken.has(id) ? undefined : context.store.get<Data>(id);
        return entry?.digest && archive.has(String(entry.digest)) ? entry : undefined;
      },
      set: (entry) => {
        // A file with an error keeps its last good version in the store: in dev, its page still has an address.
        if (broken.has(entry.id)) return false;
        const facts = (entry.data as { document?: { kind: string } }).document;
        const { deferredRender, ...rest } = entry;
        const isNew = context.store.set(facts?.kind === 'program' && deferredRender ? { ...rest, deferredRender } : rest);
        desk.changed();
        return isNew;
      },
      delete: (id) => {
        newsroom.drop(name, id);
        context.store.delete(id);
        desk.changed();
      },
    },
  };
  await loader.load(inner);

  for (const [id, { digest, filePath }] of context.store.entries()) {
    if (files.has(id) || !digest || !filePath) continue;
    const { references, sources, findings } = archive.facts(String(digest));
    files.set(id, resolve(root, filePath));
    newsroom.take(name, { id, file: filePath, references, sources }, findings.map((finding) => ({ file: filePath, ...finding })));
  }
}
