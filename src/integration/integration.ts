import { createHash } from 'node:crypto';
import { readFileSync, readdirSync } from 'node:fs';
import { join, posix } from 'node:path';
import { fileURLToPath } from 'node:url';
import { unified } from '@astrojs/markdown-remark';
import mdx from '@astrojs/mdx';
import type { AstroConfig, AstroIntegration } from 'astro';
import { Archive } from '../document/archive.ts';
import { inspect } from '../document/inspect.ts';
import { formatMessage, summarise } from '../document/message.ts';
import type { Message } from '../document/message.ts';
import { settle } from '../document/settle.ts';
import { rehypeLayout } from '../document/tree.ts';
import type { Contracts } from '../document/contract.ts';
import type { Options } from '../options.ts';
import { pathOf } from '../stories/address.ts';
import type { AddressStyle } from '../stories/address.ts';
import { schemas } from '../schema/index.ts';
import type { CollectionName } from '../schema/index.ts';
import { findComponents } from './contracts.ts';
import type { Component } from './contracts.ts';
import { showInOverlay } from './dev.ts';
import { contentError } from './error.ts';
import { idOf, load } from './load.ts';
import type { Desk } from './load.ts';
import { LOAD_HOOK } from './loader.ts';
import type { LoadHook } from './loader.ts';
import { Newsroom } from './newsroom.ts';
import { virtualModules } from './virtual.ts';

/** The folder of Nutgraf’s own code: `src/` in the repository, `lib/` in the package. */
const home = new URL('../', import.meta.url);

/** Pages that Nutgraf adds to a site. A site’s own page at the same address wins, as Astro has it. */
const routes = [
  { pattern: '/', entrypoint: 'routes/index.astro' },
  { pattern: '/[story]', entrypoint: 'routes/story.astro' },
  { pattern: '/404', entrypoint: 'routes/404.astro' },
];

/** The integration for settings that were checked. */
export function createIntegration(options: Options): AstroIntegration {
  const newsroom = new Newsroom();
  let desk: Desk;
  let config: AstroConfig;
  let tell: ((messages: Message[]) => void) | undefined;

  const hooks: AstroIntegration['hooks'] = {
    'astro:config:setup': async ({ config: given, updateConfig, injectRoute, addWatchFile }) => {
      const components = await findComponents([
        fileURLToPath(new URL('components', home)),
        fileURLToPath(new URL(options.components, given.root)),
      ]);
      const contracts: Contracts = new Map([...components].map(([name, { contract }]) => [name, contract]));
      const archiveFolder = join(fileURLToPath(given.cacheDir), 'nutgraf');
      const version = versionOf(components);
      desk = { options, contracts, newsroom, version, archive: new Archive(archiveFolder), changed: debounce(report, 50) };

      for (const { pattern, entrypoint } of routes) injectRoute({ pattern, entrypoint: new URL(entrypoint, home) });
      for (const { contractFile } of components.values()) addWatchFile(contractFile);
      const hasMdx = given.integrations.some(({ name }) => name === '@astrojs/mdx');
      updateConfig({
        ...(hasMdx ? {} : { integrations: [mdx({ processor: programProcessor(contracts) })] }),
        vite: { plugins: [virtualModules({ components, site: () => ({ options, archiveFolder, version, address: addressStyle(config) }) })] },
      });
    },

    'astro:config:done': ({ config: done }) => {
      config = done;
    },

    'astro:server:setup': ({ server, logger }) => {
      tell = (messages) => {
        if (messages.length) logger[messages.some(isError) ? 'error' : 'warn'](`${summarise(messages)}\n\n${messages.map(formatMessage).join('\n')}\n`);
        else logger.info('All stories are in order.');
        server.environments['client']?.hot.send({ type: 'full-reload' });
      };
      showInOverlay(server, config.root, (path) => newsroom.messages().filter((message) => isError(message) && concerns(message, path, config, options)));
    },

    'astro:build:start': ({ logger }) => {
      stopOnErrors();
      for (const message of newsroom.messages()) logger.warn(formatMessage(message));
    },
  };

  /** Tells of a change in dev: in the terminal, and to the browser so that the overlay comes or goes. */
  let told: string | undefined;
  function report(): void {
    const messages = newsroom.messages();
    const report = messages.map(formatMessage).join('\n');
    if (report !== told) tell?.(messages);
    told = report;
  }

  const loaded = new Set<CollectionName>();
  const loadHook: LoadHook = async (name, context) => {
    await load(name, context, desk);
    if (loaded.add(name).size === Object.keys(schemas).length && !context.watcher) stopOnErrors();
  };

  /** Before anything is written: a build with an error leaves the last good site as it is. */
  function stopOnErrors(): void {
    const messages = newsroom.messages();
    if (messages.some(isError)) throw contentError(messages, config.root);
  }

  return { name: 'nutgraf', hooks: { ...hooks, [LOAD_HOOK]: loadHook } };
}

const addressStyle = ({ site, base, trailingSlash, build }: AstroConfig): AddressStyle => ({
  ...(site && { site }),
  base,
  trailingSlash,
  format: build.format,
});

const isError = ({ severity }: Message) => severity === 'error';

/** Whether a message keeps the page at a path from being right: its story’s, or anything in a registry. */
function concerns({ file }: Message, path: string, config: AstroConfig, { content }: Options): boolean {
  const stories = `${posix.join(content, 'explainers')}/`;
  if (!file.startsWith(stories)) return true;
  return trimmed(path) === trimmed(pathOf(idOf(file.slice(stories.length)), addressStyle(config)));
}

const trimmed = (path: string) => path.replace(/\/$/, '');

/** Stories that are programs go the same way as documents, as far as that is possible in a compiler. */
const programProcessor = (contracts: Contracts) =>
  unified({
    gfm: false,
    smartypants: false,
    remarkPlugins: [
      () => (tree) => {
        settle(tree, contracts);
        inspect(tree, contracts);
      },
    ],
    rehypePlugins: [[rehypeLayout, contracts]],
  });

/** A digest of the code that reads stories and of all contracts. */
function versionOf(components: ReadonlyMap<string, Component>): string {
  const hash = createHash('sha256');
  const readers = ['document', 'schema'].flatMap((folder) => {
    const path = fileURLToPath(new URL(folder, home));
    return readdirSync(path).sort().map((name) => join(path, name));
  });
  for (const file of [...readers, ...[...components.values()].map(({ contractFile }) => contractFile)]) hash.update(readFileSync(file));
  return hash.digest('hex').slice(0, 16);
}

function debounce(run: () => void, milliseconds: number): () => void {
  let timer: NodeJS.Timeout | undefined;
  return () => {
    clearTimeout(timer);
    timer = setTimeout(run, milliseconds);
    timer.unref();
  };
}
