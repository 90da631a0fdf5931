import { EventEmitter } from 'node:events';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { LoaderContext } from 'astro/loaders';
import { expect, onTestFinished, test, vi } from 'vitest';
import { createIntegration } from '../../src/integration/integration.ts';
import { LOAD_HOOK } from '../../src/integration/loader.ts';
import type { LoadHook } from '../../src/integration/loader.ts';
import { optionsSchema } from '../../src/options.ts';
import { schemas } from '../../src/schema/index.ts';
import type { CollectionName } from '../../src/schema/index.ts';
import { contracts } from './contracts.ts';

// Node loads the components of a site; a test runner’s modules cannot.
vi.mock('../../src/newsroom/components.ts', () => ({
  componentsOf: () => ({ components: new Map(), contracts, ownFiles: [] }),
}));

const story = `---
headline: A headline
description: A sentence.
published: 2026-01-08
authors: [desk]
sources:
  wire: { outlet: reuters }
---

According to <Cite id="wire">the wire</Cite>.
`;

/** A dev server that starts with these files: what it tells, and a way to load a collection as Astro does. */
async function devServerWith(files: Record<string, string>) {
  const root = mkdtempSync(join(tmpdir(), 'nutgraf-dev-'));
  onTestFinished(() => rmSync(root, { recursive: true }));
  const write = (name: string, contents: string) => {
    mkdirSync(dirname(join(root, 'content', name)), { recursive: true });
    writeFileSync(join(root, 'content', name), contents);
  };
  for (const [name, contents] of Object.entries(files)) write(name, contents);

  const url = pathToFileURL(`${root}/`);
  const config = {
    root: url,
    srcDir: url,
    cacheDir: new URL('.astro/', url),
    integrations: [{ name: '@astrojs/mdx' }],
    build: {},
    redirects: {},
  };
  const told: string[] = [];
  const logger = {
    info: (text: string) => told.push(text),
    warn: (text: string) => told.push(text),
    error: (text: string) => told.push(text),
  };
  const watcher = new EventEmitter();
  const server = { watcher, middlewares: { use: vi.fn() }, environments: { client: { hot: { send: vi.fn() } } } };
  const hooks = createIntegration(optionsSchema.parse({ name: 'The Example' })).hooks as Record<
    string,
    (given: object) => Promise<void>
  >;
  const nothing = vi.fn();
  await hooks['astro:config:setup']!({
    command: 'dev',
    config,
    updateConfig: nothing,
    injectRoute: nothing,
    addWatchFile: nothing,
    addDevToolbarApp: nothing,
    injectScript: nothing,
  });
  await hooks['astro:config:done']!({ config, injectTypes: nothing });
  await hooks['astro:server:setup']!({ server, toolbar: { on: nothing, send: nothing }, logger });

  const load = (collection: CollectionName) => {
    const store = new Map<string, { id: string }>();
    const context = {
      collection,
      config,
      logger: { info: nothing, warn: nothing, error: nothing },
      watcher: Object.assign(new EventEmitter(), { add: nothing }),
      generateDigest: (text: string) => text,
      parseData: ({ data }: { data: object }) => Promise.resolve(data),
      store: {
        keys: () => [...store.keys()],
        entries: () => [...store],
        has: (id: string) => store.has(id),
        get: (id: string) => store.get(id),
        set: (entry: { id: string }) => store.set(entry.id, entry),
        delete: (id: string) => store.delete(id),
      },
    };
    return (hooks as unknown as Record<string, LoadHook>)[LOAD_HOOK]!(collection, context as unknown as LoaderContext);
  };
  const add = (name: string, contents: string) => {
    write(name, contents);
    watcher.emit('all', 'add', join(root, 'content', name));
  };
  return { add, load, told };
}

/** Longer than messages are gathered. */
const rest = () => new Promise((resolve) => setTimeout(resolve, 150));

const files = {
  'authors/desk.yaml': 'name: The Desk\n',
  'outlets/reuters.yaml': 'name: Reuters\nkind: agency\n',
  'explainers/one.mdx': story,
};

test('a cold start says nothing of an outlet that is there and has not been read yet', async () => {
  const { load, told } = await devServerWith(files);
  const [first, ...others] = Object.keys(schemas) as CollectionName[];
  expect(first).toBe('explainers');
  await load(first!);
  await rest();
  for (const name of others.slice(0, -1)) await load(name);
  await rest();
  expect(told).toEqual([]);
  await load(others.at(-1)!);
  await rest();
  expect(told).toEqual(['All stories are in order.']);
});

test('what is missing is told when all is read, and a file that nothing reads when it comes', async () => {
  const { add, load, told } = await devServerWith({
    ...files,
    'outlets/reuters.yaml': 'name: Reuters\nkind: papre\n',
  });
  for (const name of Object.keys(schemas) as CollectionName[]) await load(name);
  await rest();
  expect(told).toEqual([expect.stringContaining('Unexpected “papre”')]);
  add('explainers/two.MDX', story);
  await rest();
  expect(told).toEqual([told[0], expect.stringContaining('two.MDX:1:1  error  Unexpected “.MDX”')]);
});
