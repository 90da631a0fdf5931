import { existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroConfig, AstroIntegration, AstroIntegrationLogger } from 'astro';
import type { LoaderContext } from 'astro/loaders';
import { BuiltCode } from '../astro/built-code.ts';
import { beginLiveEntries } from '../astro/live-entries.ts';
import { hasMdx, jsxRenderer } from '../astro/host-mdx.ts';
import { hidePageLines } from '../astro/page-lines.ts';
import { plainError } from '../astro/plain-error.ts';
import { ASK, NOTES } from '../browser/page-notes.ts';
import { Archive } from '../document/archive.ts';
import { isError } from '../document/message.ts';
import type { Message } from '../document/message.ts';
import { formatMessage } from '../document/reporter.ts';
import { componentsOf } from '../newsroom/components.ts';
import { Newsroom } from '../newsroom/newsroom.ts';
import { ownFile } from '../newsroom/own-code.ts';
import { Pictures } from '../newsroom/pictures.ts';
import { idsIn } from '../newsroom/survey.ts';
import { readerVersion } from '../newsroom/version.ts';
import type { Options } from '../options.ts';
import { headersFor } from '../outputs/hosting/headers.ts';
import { schemas } from '../schema/index.ts';
import type { CollectionName } from '../schema/index.ts';
import { patternAt } from '../stories/address.ts';
import { LEDGER } from '../stories/ledger.ts';
import { leftOut } from '../stories/status.ts';
import { choiceOf } from '../strings/locale.ts';
import { KEY_VARIABLE } from '../outputs/signing.ts';
import { signerOf } from './keys.ts';
import type { Exposed } from './keys.ts';
import { brandDigest, brandFonts, brandModule, brandStyles, checkLogos, imageSizeOf } from './brand.ts';
import { ownParts, ownPartsIn } from './own-parts.ts';
import { typesFor } from './own-types.ts';
import { paintBox } from './paint-box.ts';
import { displaced, missingPages } from './census.ts';
import { notesFor } from './page-notes.ts';
import { Watch } from './dev.ts';
import { contentError } from './error.ts';
import { answerFormer, unansweredIn } from './former.ts';
import { load } from './load.ts';
import type { Destination } from './load.ts';
import { LOAD_HOOK } from './loader.ts';
import type { LoadHook } from './loader.ts';
import type { Path } from './order.ts';
import { entries, prerenderer } from './prerenderer.ts';
import type { Making } from './prerenderer.ts';
import { Progress } from './progress.ts';
import { publishing, tellWhatChanged } from './publish.ts';
import { Reuse } from './reuse.ts';
import { Revisions } from './revisions.ts';
import { routesOf } from './routes.ts';
import { hostRoutes } from './host-routes.ts';
import { SitemapIndex } from './sitemap-index.ts';
import { notOurs } from './collection-names.ts';
import type { CollectionNames } from './collection-names.ts';
import { addressStyle, originsOf, redirectsIn, siteFacts } from './settings.ts';
import { shardIn } from './shard.ts';
import { indexSearch } from './search.ts';
import { virtualModules } from './virtual.ts';

/** The folder of Nutgraf’s own code: `src/` in the repository, `lib/` in the package. */
const home = new URL('../', import.meta.url);

/** What its scripts end in: `ts` in the repository, `js` in the package. */
const extension = import.meta.url.slice(-2);

/** What says, before the last good version of a story, what is to be mended. */
const lastGoodScript = new URL(`browser/last-good.${extension}`, home);

/** The integration for settings that were checked. */
export function createIntegration(options: Options): AstroIntegration & { options: Options } {
  const shard = shardIn(process.env);
  const loaded = new Set<CollectionName>();
  /** By what names the site has our collections. */
  const names: CollectionNames = {};
  let sitemapIndex: SitemapIndex | undefined;
  const revisions = new Revisions();
  let newsroom: Newsroom;
  let watch: Watch;
  /** Stories as Astro has them: one with an error as it was when it had none. */
  let lastGood: Pick<LoaderContext['store'], 'has'> | undefined;
  let destination: Destination;
  let config: AstroConfig;
  let endProgress: (() => void) | undefined;
  let code: BuiltCode;
  let reuse: Reuse | undefined;
  let making: Making | undefined;
  const made: Making['made'] = { drawn: [], printed: [] };

  /** Before anything is written: a build with an error leaves the last good site as it is. */
  function stopOnErrors(messages: readonly Message[] = newsroom.messages()): void {
    if (messages.some(isError)) throw contentError(messages, config.root);
  }

  /** Before, an outlet that is there may look as if it were not. */
  const isLoaded = () => loaded.size === Object.keys(schemas).length;

  const loadHook: LoadHook = async (name, context) => {
    watch.survey();
    if (name === 'explainers') lastGood = context.store;
    await load(name, context, destination);
    names[name] = context.store.keys().length ? context.collection : '';
    loaded.add(name);
    if (!isLoaded()) return;
    if (context.watcher) {
      destination.changed();
      return;
    }
    await newsroom.lookAtPictures();
    stopOnErrors();
    destination.archive.prune();
  };

  const hooks: AstroIntegration['hooks'] = {
    'astro:config:setup': async ({
      command,
      config: given,
      updateConfig,
      injectRoute,
      addRenderer,
      addWatchFile,
      addDevToolbarApp,
      injectScript,
      logger,
    }) => {
      const signer = options.keys.length ? signerOf(options, exposedBy(given, options)) : '';
      if (options.keys.length && !signer && command === 'build')
        logger.warn(`The records of stories are not signed: expected the private key in ${KEY_VARIABLE}.`);
      const digest = brandDigest(options, given.root);
      await checkLogos(options, given.root);
      const { components, contracts, ownFiles } = await componentsOf(options, given.root);
      const own = fileURLToPath(new URL(options.components, given.root));
      const parts = ownPartsIn(join(own, 'parts'));
      const archiveFolder = join(fileURLToPath(given.cacheDir), 'nutgraf');
      const version = readerVersion(home, components, ownFiles);
      newsroom = new Newsroom({
        root: fileURLToPath(given.root),
        options,
        contracts,
        pictures: new Pictures(join(archiveFolder, 'pictures.json'), version),
        showsHeld: command === 'dev',
        site: () => siteFacts(config, config.root, options),
      });
      watch = new Watch(newsroom, isLoaded, (id) => lastGood?.has(id) ?? false);
      destination = {
        newsroom,
        archive: new Archive(archiveFolder, (line) => logger.warn(line)),
        version,
        live: command === 'dev' ? beginLiveEntries() : undefined,
        changed: () => watch.changed(),
        revised: (note) => revisions.add(note),
      };

      const built = Object.entries(entries).map(([name, path]) => [name, `${fileURLToPath(home)}${path}.${extension}`]);
      code = new BuiltCode(Object.fromEntries(built) as Record<string, string>, newsroom.content);
      // What draws documents; `programs` adds it as well.
      if (!options.programs && !hasMdx(given.integrations)) addRenderer(jsxRenderer);
      const taken = hostRoutes(given);
      for (const { pattern, entrypoint } of routesOf(options)) {
        const host = taken.get(pattern);
        // Both would be one address twice, which Astro is going to refuse.
        if (host) logger.info(`Left out ${pattern}: the site has ${host} there.`);
        // Also in a site whose pages a server draws, unless they say otherwise.
        else injectRoute({ pattern, entrypoint: new URL(entrypoint.replace(/ts$/, extension), home), prerender: true });
      }
      if (options.archive && command !== 'dev')
        injectRoute({
          pattern: patternAt('[...archived]', options),
          entrypoint: new URL('routes/archived.astro', home),
          prerender: false,
        });
      if (command === 'dev') injectScript('page', `import ${JSON.stringify(fileURLToPath(lastGoodScript))};`);
      addDevToolbarApp({
        id: 'nutgraf',
        name: 'Nutgraf',
        icon: 'file-search',
        entrypoint: new URL(`browser/toolbar.${extension}`, home),
      });
      for (const { contractFile } of components.values()) addWatchFile(contractFile);
      for (const file of [...newsroom.stringFiles, ...ownFiles]) addWatchFile(file);
      const box = paintBox(archiveFolder);
      const brandCode = await brandModule(options, given.root);
      const imageSize = await imageSizeOf(options, given.publicDir);
      const { families, variables } = brandFonts(options);
      const brand = { styles: brandStyles(options), fonts: variables, digest };
      const site = () => ({
        options: { ...options, imageSize },
        archiveFolder,
        paintBox: box,
        ledgerFolder: join(newsroom.content, LEDGER),
        version,
        isDev: command === 'dev',
        // What is built must not name the machine that built it.
        root: command === 'dev' ? fileURLToPath(given.root) : '',
        address: addressStyle(config, options),
        hasPolicy: Boolean(config.security.csp),
        origins: originsOf(config),
        signer,
        brand,
        policies: idsIn('policies', newsroom.content),
        // They are learnt in whatever order collections are loaded; what is built must not depend on it.
        names: Object.fromEntries(Object.entries(names).sort(([a], [b]) => (a < b ? -1 : 1))),
      });
      updateConfig({
        // Loaded only now: commands that read the settings need no compiler.
        integrations: [
          // A site without programs has nothing that Astro would have to compile, and its own MDX is its own.
          ...(options.programs && !hasMdx(given.integrations)
            ? [(await import('./programs.ts')).programs(contracts, options.lang, given.base)]
            : []),
          publishing({
            begins: (former, next) => (reuse = new Reuse(join(archiveFolder, 'published.json'), former, next)),
            isMade: () => {
              sitemapIndex?.join();
              reuse?.check();
            },
            ends: (publication) => {
              reuse?.keep();
              tellWhatChanged(archiveFolder, publication, [...made.drawn, ...made.printed]);
            },
          }),
        ],
        ...(families.length ? { fonts: families } : {}),
        vite: {
          // What `strings/index.ts` and `strings/locale.ts` read.
          define: {
            NUTGRAF_STRINGS: JSON.stringify(newsroom.strings),
            NUTGRAF_LOCALES: JSON.stringify(choiceOf(options)),
          },
          // Astro finds it by itself only where the site’s own package.json names it.
          ssr: { noExternal: ['nutgraf', 'nutgraf-languages'] },
          plugins: [
            ownParts(parts),
            virtualModules({ components, page: ownFile(own, 'page'), brand: brandCode, site }),
            code.plugin(),
          ],
        },
      });
    },

    'astro:config:done': ({ config: done, injectTypes }) => {
      config = done;
      if (options.archive && !done.adapter)
        throw new Error(
          'Unexpected setting “archive”: expected an adapter in astro.config.mjs, whose server draws those stories.',
        );
      const fields = ownFile(fileURLToPath(new URL(options.components, done.root)), 'fields');
      const types = fileURLToPath(new URL('.astro/integrations/nutgraf/types.d.ts', done.root));
      injectTypes({ filename: 'types.d.ts', content: typesFor(fields, types) });
    },

    'astro:server:setup': ({ server, toolbar, logger }) => {
      const address = addressStyle(config, options);
      const root = fileURLToPath(config.root);
      toolbar.on<{ path: string }>(ASK, ({ path }) => {
        toolbar.send(NOTES, notesFor(path, newsroom, watch.messages(), root, address));
      });
      watch.serve(server, config.root, address, logger, () => revisions.tell(newsroom, logger));
    },

    'astro:server:start': ({ logger }: { logger: AstroIntegrationLogger }) => {
      const missing = notOurs(Object.keys(schemas) as CollectionName[], loaded);
      if (missing) logger.error([missing.title, ...missing.lines].join('\n'));
    },

    'astro:build:start': ({ logger, setPrerenderer }) => {
      const missing = notOurs(Object.keys(schemas) as CollectionName[], loaded);
      if (missing) throw plainError(missing.title, missing.lines);
      stopOnErrors();
      // An adapter may bring a prerenderer of its own, for another runtime.
      if (!config.adapter) {
        const progress = new Progress(process.stdout, (line) => logger.info(line));
        const show = hidePageLines(logger, () => progress.made('pages'));
        const address = addressStyle(config, options);
        const look = (paths: readonly Path[]) => stopOnErrors(displaced(newsroom.due(), paths, address));
        const isTold = !show || config.experimental.incrementalBuild;
        making = { options, config, address, home, code, reuse, shard, made, progress, isTold, look };
        setPrerenderer(prerenderer(making));
        endProgress = () => {
          show?.();
          logger.info(progress.end(reuse?.taken ?? 0));
        };
      }
      for (const message of newsroom.messages()) logger.warn(formatMessage(message));
      revisions.tell(newsroom, logger);
      const left = leftOut(newsroom.held());
      if (left) logger.info(left);
    },

    'astro:build:generated': ({ dir }) => {
      reuse?.look();
      sitemapIndex = new SitemapIndex(fileURLToPath(dir), addressStyle(config, options));
      endProgress?.();
    },

    'astro:build:done': async ({ dir, logger }) => {
      // A part of an archive is held against nothing: what it lacks, the others have.
      if (shard) return;
      const address = addressStyle(config, options);
      stopOnErrors(missingPages(newsroom.due(), fileURLToPath(dir), address));
      const headers = fileURLToPath(new URL('_headers', dir));
      if (existsSync(headers)) logger.info('The site has a file _headers of its own: `nutgraf headers` prints ours.');
      else writeFileSync(headers, headersFor('_headers', address, config.build.assets));
      if (options.search) {
        try {
          if (making?.search) await making.search.finish();
          else await indexSearch(fileURLToPath(dir), address);
        } catch (error) {
          logger.warn(`The search has no index: ${String(error)}`);
        }
      }
      const built = { dist: fileURLToPath(dir), newsroom, address, redirects: redirectsIn(config.redirects) };
      answerFormer(built);
      stopOnErrors(unansweredIn(built));
    },
  };

  return { name: 'nutgraf', options, hooks: { ...hooks, [LOAD_HOOK]: loadHook } };
}

/** What of a site others get to see, where a private key must not be. */
function exposedBy({ root, publicDir, srcDir, outDir }: AstroConfig, { content }: Options): Exposed {
  const folders = [publicDir, srcDir, outDir, new URL(`${content}/`, root)];
  return { folders: folders.map((url) => fileURLToPath(url)), root: fileURLToPath(root) };
}
