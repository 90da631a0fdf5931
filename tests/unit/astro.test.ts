import type { AstroIntegrationLogger, AstroPrerenderer, SSRResult } from 'astro';
import { EventEmitter } from 'node:events';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import mdx from '@astrojs/mdx';
import { experimental_AstroContainer as Container } from 'astro/container';
import type { LoaderContext } from 'astro/loaders';
import { createComponent, render, renderComponent } from 'astro/runtime/server/index.js';
import { createBuilder, createServer } from 'vite';
import { describe, expect, onTestFinished, test, vi } from 'vitest';
import { BuiltCode } from '../../src/astro/built-code.ts';
import { hasMdx } from '../../src/astro/host-mdx.ts';
import { beginLiveEntries, liveEntries } from '../../src/astro/live-entries.ts';
import { componentOfJsx, jsx } from '../../src/astro/jsx-component.ts';
import { hidePageLines } from '../../src/astro/page-lines.ts';
import { reloadOpenPages } from '../../src/astro/open-pages.ts';
import { outFile } from '../../src/astro/out-file.ts';
import { tellOfPages } from '../../src/astro/page-names.ts';
import { plainError } from '../../src/astro/plain-error.ts';
import { contentsIn, wholeFiles } from '../../src/astro/whole-files.ts';
import { endingsOf, globOf, idOf } from '../../src/newsroom/files.ts';
import { filesOf, surveyOf } from '../../src/newsroom/survey.ts';
import { folderWith } from '../support/folder.ts';

/**
 * What Nutgraf uses of Astro beyond its promises, a test for each thing in `src/astro/`. When one of
 * them fails after an update, Astro has changed what that file names: mend that file.
 */

/** A module of Astro’s that it does not export. */
const inAstro = (path: string) => fileURLToPath(new URL(`../../node_modules/astro/dist/${path}`, import.meta.url));

interface Stored {
  id: string;
  data: Record<string, unknown>;
  digest?: string;
  filePath?: string;
}

describe('whole-files.ts: Astro’s glob()', () => {
  /** Loads a collection as Astro would. @returns the ids that were read, and those that were deleted. */
  async function load(
    root: string,
    collection: 'explainers' | 'outlets',
    store: Map<string, Stored>,
    watcher?: EventEmitter,
  ) {
    const [read, deleted]: [string[], string[]] = [[], []];
    const context = {
      collection,
      watcher: watcher && Object.assign(watcher, { add: vi.fn() }),
      config: { root: pathToFileURL(`${root}/`), srcDir: pathToFileURL(`${root}/src/`) },
      logger: { warn: vi.fn(), error: (message: string) => expect.unreachable(message), info: vi.fn() },
      generateDigest: (contents: string) => `digest of ${contents}`,
      parseData: ({ id, data }: Stored) => {
        read.push(id);
        return Promise.resolve({ said: contentsIn(data) });
      },
      store: {
        keys: () => [...store.keys()],
        get: (id: string) => store.get(id),
        set: (entry: Stored) => store.set(entry.id, entry),
        delete: (id: string) => deleted.push(id),
      },
    };
    const base = join(root, collection);
    const without = surveyOf(collection, root).faults.map(({ path }) => relative(base, path));
    const loader = wholeFiles({ base, pattern: globOf(collection), without, endings: endingsOf(collection), idOf });
    await loader.load(context as unknown as LoaderContext);
    return { read, deleted };
  }

  test('asks `entryTypes` how a file is read, and gives what they say to `parseData`', async () => {
    const root = folderWith({ 'explainers/a/index.mdx': '---\n: no YAML\n---\n<a', 'outlets/b.yml': ': {' });
    const store = new Map<string, Stored>();
    await load(root, 'explainers', store);
    await load(root, 'outlets', store);
    expect(store.get('a')).toMatchObject({
      data: { said: '---\n: no YAML\n---\n<a' },
      digest: 'digest of ---\n: no YAML\n---\n<a',
      filePath: 'explainers/a/index.mdx',
    });
    expect(store.get('b')?.data).toEqual({ said: ': {' });
  });

  test('leaves a file alone that the store has with its digest, and deletes what has no file', async () => {
    const root = folderWith({ 'explainers/a.mdx': 'A', 'explainers/b.mdx': 'B' });
    const entry = (id: string, digest: string) => [id, { id, data: {}, digest, filePath: `${id}.mdx` }] as const;
    const store = new Map<string, Stored>([entry('a', 'digest of A'), entry('b', 'of old'), entry('c', 'of C')]);
    expect(await load(root, 'explainers', store)).toEqual({ read: ['b'], deleted: ['c'] });
  });

  test('reads a file again that changes while it watches, and deletes one that is deleted', async () => {
    const root = folderWith({ 'explainers/a.mdx': 'A' });
    const [watcher, path] = [new EventEmitter(), join(root, 'explainers/a.mdx')];
    const { read, deleted } = await load(root, 'explainers', new Map(), watcher);
    writeFileSync(path, 'B');
    watcher.emit('change', path);
    await vi.waitFor(() => expect(read).toEqual(['a', 'a']));
    watcher.emit('unlink', path);
    await vi.waitFor(() => expect(deleted).toEqual(['a']));
  });

  test('finds the same files as the newsroom', async () => {
    const names = [
      'a.mdx',
      'b/index.mdx',
      'Ü/ç d.mdx',
      '_e.mdx',
      '.f.mdx',
      '.g/h.mdx',
      'i.MDX',
      'j.md',
      'k [1].mdx',
      '#l/m.mdx',
      '!n.mdx',
    ];
    const records = ['a.yaml', 'b.yml', '.c.yaml', 'd/e.yaml', '_f.yaml', 'g.json', 'h.yaml'];
    const root = folderWith(
      Object.fromEntries(
        [...names.map((name) => `explainers/${name}`), ...records.map((name) => `outlets/${name}`)].map((name) => [
          name,
          'X',
        ]),
      ),
    );
    for (const collection of ['explainers', 'outlets'] as const) {
      const { read } = await load(root, collection, new Map());
      expect(read.sort()).toEqual(
        filesOf(collection, root)
          .map(({ id }) => id)
          .sort(),
      );
      expect(read.length).toBeGreaterThan(2);
    }
  });

  test('says so when it has read a file after all', () =>
    expect(() => contentsIn({ headline: 'A' })).toThrow('this Nutgraf is for another Astro'));
});

test('jsx-component.ts: Astro gives a component with the mark to the renderer “astro:jsx”, and tries no other', async () => {
  const container = await Container.create();
  const check = vi.fn(() => Promise.resolve(false));
  const renderToStaticMarkup = vi.fn(() => Promise.resolve({ html: '<p>drawn</p>' }));
  for (const name of ['another', 'astro:jsx'])
    container.addServerRenderer({ name, renderer: { name, check, renderToStaticMarkup } });
  const story = componentOfJsx(() => jsx('p', {}));
  const page = createComponent((result: SSRResult) => render`${renderComponent(result, 'Story', story, {}, {})}`);
  expect(await container.renderToString(page)).toContain('<p>drawn</p>');
  expect([check.mock.calls.length, renderToStaticMarkup.mock.calls.length]).toEqual([0, 1]);
});

test('jsx-component.ts: the renderer “astro:jsx” comes with `mdx()`', async () => {
  const addRenderer = vi.fn();
  const nothing = vi.fn();
  const setup = mdx().hooks['astro:config:setup'] as (params: object) => Promise<void>;
  await setup({
    config: {},
    addRenderer,
    updateConfig: nothing,
    addPageExtension: nothing,
    addContentEntryType: nothing,
  });
  expect(addRenderer).toHaveBeenCalledWith(expect.objectContaining({ name: 'astro:jsx' }));
});

test('host-mdx.ts: the integration of `mdx()` is known by its name', () => {
  expect(hasMdx([mdx()])).toBe(true);
  expect(hasMdx([{ name: '@astrojs/other', hooks: {} }])).toBe(false);
});

test('plain-error.ts: Astro shows the words and the place of an error, and nothing else', async () => {
  const { collectErrorMetadata } = (await import(inAstro('core/errors/dev/utils.js'))) as {
    collectErrorMetadata: (error: Error, root: URL) => Error;
  };
  const { formatErrorMessage } = (await import(inAstro('core/messages/runtime.js'))) as {
    formatErrorMessage: (error: Error, isFull: boolean) => string;
  };
  const loc = { file: fileURLToPath(import.meta.url), line: 3, column: 2 };
  const error = plainError('1 error', ['a.mdx:3:2  error  Unexpected “document”.'], loc);
  const shown = formatErrorMessage(collectErrorMetadata(error, new URL('../../', import.meta.url)), true);

  const lines = shown.replace(/\u001B\[\d+m/g, '').split('\n');
  expect(lines.slice(0, 3)).toEqual(['[nutgraf] 1 error', '', 'a.mdx:3:2  error  Unexpected “document”.']);
  expect(lines.join('\n')).toMatch(/astro\.test\.ts:3:2/);
  expect(lines.join('\n')).not.toMatch(/Hint|Browser APIs|Stack trace/);
});

test('open-pages.ts: Vite names the environments in which pages are drawn and shown, and Astro listens there', async () => {
  const server = await createServer({
    configFile: false,
    logLevel: 'silent',
    server: { middlewareMode: true, ws: false },
  });
  onTestFinished(() => server.close());
  const { client, ssr } = server.environments;
  const [reload, forget] = [client, ssr].map(({ hot }) => vi.spyOn(hot, 'send').mockImplementation(() => undefined));
  reloadOpenPages(server);
  expect(reload).toHaveBeenCalledWith({ type: 'full-reload' });
  expect(forget).toHaveBeenCalledWith('astro:content-changed', {});
  expect(readFileSync(inAstro('vite-plugin-app/createAstroServerApp.js'), 'utf8')).toMatch(
    /hot\.on\("astro:content-changed", \(\) => \{\s*getRouteCache\(manifest\)\.clearAll\(\);/,
  );
});

test('live-entries.ts: the store of a loader is the one in memory: what was set is there, and stays the same thing', async () => {
  const { MutableDataStore } = (await import(inAstro('content/mutable-data-store.js'))) as {
    MutableDataStore: new () => { scopedStore: (collection: string) => LoaderContext['store'] };
  };
  const store = new MutableDataStore().scopedStore('explainers');
  store.set({ id: 'a', data: { headline: 'A' }, filePath: 'content/explainers/a.mdx', digest: '1' });
  store.set({ id: 'b', data: { headline: 'B' }, digest: '1' });
  const live = beginLiveEntries();
  live.add('explainers', store);
  const before = live.entries('explainers');
  const version = live.version('explainers');

  store.set({ id: 'b', data: { headline: 'B, changed' }, digest: '2' });
  live.changed('explainers');
  expect(
    liveEntries()
      ?.entries('explainers')
      .map(({ data }) => data),
  ).toEqual([{ headline: 'A' }, { headline: 'B, changed' }]);
  expect(live.entries('explainers')[0]).toBe(before[0]);
  expect(live.version('explainers')).not.toBe(version);
  expect(live.fileOf('explainers', 'a')).toBe('content/explainers/a.mdx');
});

test('built-code.ts: a module of our own beside pages, and a digest that changes with code, not with content', async () => {
  const root = mkdtempSync(join(tmpdir(), 'nutgraf-code-'));
  onTestFinished(() => rmSync(root, { recursive: true }));
  mkdirSync(join(root, 'content'));
  const write = (file: string, text: string) => writeFileSync(join(root, file), text);
  write('main.js', "import story from './content/story.mdx'; export { word } from './shared.js'; console.log(story);");
  async function digest(): Promise<string> {
    const code = new BuiltCode({ own: join(root, 'shared.js') }, join(root, 'content'));
    const builder = await createBuilder({
      root,
      configFile: false,
      logLevel: 'silent',
      plugins: [
        code.plugin(),
        {
          name: 'content',
          load: (id) =>
            id.endsWith('.mdx') ? `export default [${JSON.stringify(readFileSync(id, 'utf8'))}]` : undefined,
        },
      ],
      environments: {
        prerender: {
          consumer: 'server',
          build: { rolldownOptions: { input: join(root, 'main.js') }, outDir: join(root, 'out') },
        },
      },
    });
    await builder.build(builder.environments['prerender']!);
    expect(code.entry('own')).toEqual(pathToFileURL(join(root, 'out/own.mjs')));
    return code.digest();
  }
  write('shared.js', "export const word = 'shared';");
  write('content/story.mdx', 'One');
  const first = await digest();
  expect(await import(join(root, 'out/own.mjs'))).toMatchObject({ word: 'shared' });
  write('content/story.mdx', 'Two');
  expect(await digest()).toBe(first);
  write('shared.js', "export const word = 'changed';");
  expect(await digest()).not.toBe(first);
  expect(readFileSync(inAstro('core/constants.js'), 'utf8')).toContain('prerender: "prerender"');
});

test.each(['directory', 'file', 'preserve'] as const)('out-file.ts: as Astro names files, “%s”', async (format) => {
  const { getOutFile, getOutFolder } = (await import(inAstro('core/build/common.js'))) as {
    getOutFolder(settings: object, pathname: string, route: object): URL;
    getOutFile(format: string, folder: URL, pathname: string, route: object): URL;
  };
  const outDir = pathToFileURL('/site/dist/');
  const settings = { buildOutput: 'static', config: { outDir, build: { format } } };
  const paths = [
    { pathname: '/lite/año', route: { type: 'page', isIndex: false } },
    { pathname: '/lite/a/', route: { type: 'page', isIndex: false } },
    { pathname: '/', route: { type: 'page', isIndex: true } },
    { pathname: '/topics', route: { type: 'page', isIndex: true } },
    { pathname: '/404', route: { type: 'page', isIndex: false } },
    { pathname: '/2026/a b.md', route: { type: 'endpoint', isIndex: false } },
  ] as Parameters<typeof outFile>[0][];
  for (const path of paths) {
    const encoded = encodeURI(path.pathname);
    const folder = getOutFolder(settings, encoded, path.route);
    expect(new URL(outFile(path, format), outDir).href).toBe(getOutFile(format, folder, encoded, path.route).href);
  }
});

test('page-names.ts: Astro’s prerenderer has the options of the build, with names of pages', async () => {
  const { createDefaultPrerenderer } = (await import(inAstro('core/build/default-prerenderer.js'))) as {
    createDefaultPrerenderer(given: object): AstroPrerenderer;
  };
  const { BuildApp } = (await import(inAstro('core/build/app.js'))) as { BuildApp: { prototype: object } };
  expect(BuildApp.prototype).toHaveProperty('getOptions');
  const folder = mkdtempSync(join(tmpdir(), 'nutgraf-pages-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  writeFileSync(
    join(folder, 'entry.mjs'),
    'export const app = { setInternals() {}, setOptions(options) { this.getOptions = () => options; } };',
  );
  const options = { pageNames: [] as string[] };
  const prerenderOutputDir = pathToFileURL(`${folder}/`);
  const standard = createDefaultPrerenderer({
    internals: { prerenderEntryFileName: 'entry.mjs' },
    options,
    prerenderOutputDir,
  });
  await standard.setup?.();
  const path = { pathname: '/lite/a/', route: { type: 'page' } } as Parameters<typeof tellOfPages>[1][number]['path'];
  tellOfPages(standard, [{ path, file: new URL('lite/a/index.html', prerenderOutputDir) }]);
  expect(options.pageNames).toEqual(['lite/a/']);
  expect(path.route.distURL).toHaveLength(1);
});

test('page-lines.ts: the loggers of a build share their options, and Astro writes two messages for a page', async () => {
  const { AstroLogger } = (await import(inAstro('core/logger/core.js'))) as {
    AstroLogger: new (options: object) => {
      info: (label: string | null, message: string, newLine?: boolean) => void;
      forkIntegrationLogger: (label: string) => AstroIntegrationLogger;
    };
  };
  const written: string[] = [];
  const destination = { write: ({ message }: { message: string }) => written.push(message) };
  const astro = new AstroLogger({ level: 'info', destination });
  const begun = vi.fn();
  const show = hidePageLines(astro.forkIntegrationLogger('nutgraf'), begun);
  const page = () => {
    astro.info(null, '  \u001B[34m├─\u001B[39m \u001B[2m/a/index.html\u001B[22m', false);
    astro.info('SKIP_FORMAT', ' \u001B[2m(+4ms)\u001B[22m ');
  };
  page();
  astro.info('SKIP_FORMAT', 'generating static routes');
  expect([written, begun.mock.calls.length]).toEqual([['generating static routes'], 1]);
  show?.();
  page();
  expect(written).toHaveLength(3);

  const source = readFileSync(inAstro('core/build/generate.js'), 'utf8');
  expect(source).toContain('logger.info(null, `  ${colors.blue("\\u251C\\u2500")} ${colors.dim(filePath)}`, false);');
  expect(source).toContain('logger.info("SKIP_FORMAT", ` ${timeIncrease} ${notCreatedMsg}`);');
});
