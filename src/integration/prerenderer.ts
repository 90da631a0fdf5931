import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { AstroConfig, AstroPrerenderer } from 'astro';
import type { BuiltCode } from '../astro/built-code.ts';
import { outFile } from '../astro/out-file.ts';
import { tellOfFile, tellOfPages } from '../astro/page-names.ts';
import { areCached, imagesFor, picturesShown } from '../astro/pictures.ts';
import type { ShownOnPage } from '../astro/pictures.ts';
import { dayIn } from '../clock.ts';
import type { Options } from '../options.ts';
import type { PrintJob, printJob } from '../outputs/press.ts';
import { outputs } from '../outputs/table.ts';
import type { OutputKind } from '../outputs/table.ts';
import { writeOut } from '../outputs/write-out.ts';
import { patternOf } from '../stories/address.ts';
import type { AddressStyle } from '../stories/address.ts';
import type { PlacedRecord } from '../stories/search.ts';
import type { Story } from '../stories/story.ts';
import { aloneAmong, inOrder, pathsIn, printedAmong } from './order.ts';
import type { Path } from './order.ts';
import { Pressroom } from './pressroom.ts';
import { madeOf } from './routes.ts';
import type { Progress } from './progress.ts';
import { SearchIndex } from './search.ts';
import type { Reuse } from './reuse.ts';
import type { Shard } from './shard.ts';

/** The modules that the integration has built along with pages: see `astro/built-code.ts`. */
export const entries = { desk: 'outputs/desk', press: 'outputs/press' } as const;

interface Desk {
  allStories(): Promise<Story[]>;
  contentKey(): Promise<string>;
  frameKey(): Promise<string>;
  allSearchRecords(): Promise<PlacedRecord[]>;
}

interface Press {
  printJob: typeof printJob;
}

/** What it takes to make the pages and files of a site. */
export interface Making {
  options: Options;
  config: AstroConfig;
  /** The folder of Nutgraf’s own code. */
  home: URL;
  code: BuiltCode;
  /** What of the former site may stay; none where a build does not publish as a whole. */
  reuse?: Reuse | undefined;
  /** The part of the stories that this build is for; with no lists then. */
  shard?: Shard | undefined;
  /** Files that Astro drew, and that threads printed, from the folder of the site. */
  made: { drawn: string[]; printed: string[] };
  progress: Progress;
  /** Whether Astro tells of each page, or keeps them for later builds: then it writes them, too. */
  isTold: boolean;
  /** Is shown all paths before anything is made of them. */
  look: (paths: readonly Path[]) => void;
  address: AddressStyle;
  /** The index of the search, while it is made. */
  search?: SearchIndex;
}

/**
 * Astro’s own prerenderer, which draws pages, beside threads that print copies; what would be made
 * again as it is stays.
 */
export function prerenderer(making: Making): (standard: AstroPrerenderer) => AstroPrerenderer {
  const { options, config, code, reuse, made: all } = making;
  return (standard) => {
    let pressroom: Pressroom | undefined;
    let printed: Promise<void> | undefined;
    /** The files that Astro draws, by their address, those that are ours with a key. */
    const drawn = new Map<string, { path: Path; key: string | undefined }>();
    const kept: ShownOnPage[] = [];
    const printedFiles = (files: number) => making.progress.made('copies', files);

    const fileOf = (path: Path) => decodeURI(outFile(path, config.build.format));
    const urlOf = (path: Path) => new URL(outFile(path, config.build.format), config.outDir);

    /** Puts the former file of a path in its place, where it would be made again as it is. */
    function takeFormer(path: Path, key: string): boolean {
      const made = reuse?.find(fileOf(path), key);
      if (!made || (made.pictures && !areCached(made.pictures, config.cacheDir))) return false;
      if (!reuse?.take(fileOf(path), made)) return false;
      if (made.pictures) kept.push(made.pictures);
      return true;
    }

    function print(jobs: readonly { story: Story; files: { kind: OutputKind; path: Path }[] }[]): void {
      function* printJobs(): Generator<PrintJob> {
        for (const { story, files } of jobs)
          yield { story, files: files.map(({ kind, path }) => ({ kind, path: fileURLToPath(urlOf(path)) })) };
      }
      if (!jobs.length) return;
      pressroom = new Pressroom(code.entry('press'), jobs.length);
      printed = pressroom.print(printJobs(), printedFiles);
      // Told of when pages are drawn: an error in between must not end the process.
      printed.catch(() => undefined);
    }

    /** The index of the search, where all stories’ pages are ours; else it is made when all is there. */
    function indexOf(records: PlacedRecord[], ours: ReadonlyMap<Path, string>, taken: ReadonlySet<Path>) {
      const pages = new Map([...ours].map(([path, key]) => [addressIn(path.pathname), { path, key }]));
      const found = records.flatMap((record) => {
        const page = pages.get(addressIn(decodeURI(record.path.slice(config.base.replace(/\/$/, '').length))));
        if (!page) return [];
        const path = taken.has(page.path) ? fileURLToPath(urlOf(page.path)) : undefined;
        return [{ record, file: fileOf(page.path), path, key: page.key }];
      });
      if (found.length < records.length) return undefined;
      return new SearchIndex(found, fileURLToPath(config.outDir), making.address, reuse);
    }

    /** What the search is made of where others draw pages. */
    const isRecords = ({ route }: Path) => route.route === patternOf('searchRecords', options);

    return {
      ...standard,
      name: 'nutgraf',
      async getStaticPaths() {
        const whole = await standard.getStaticPaths();
        making.look(whole);
        const paths = making.shard ? pathsIn(making.shard, whole, options) : whole;
        const isAlone = aloneAmong(paths);
        const desk = (await import(/* @vite-ignore */ code.entry('desk').href)) as Desk;
        const inPublic = (path: Path) => existsSync(new URL(outFile(path, config.build.format), config.publicDir));
        const site = digestOf(code.digest(), settingsOf(config), ...lockFilesOf(config.root));
        // A file of the site’s own, or another page at the address: that is Astro’s to decide, and to tell of.
        const keyOf = keysOf(making, await desk.frameKey(), `${await desk.contentKey()} ${dayIn(options.timeZone)}`);
        const ours = new Map(
          paths.flatMap((path) => {
            const key = isAlone(path) && !inPublic(path) ? keyOf(path) : undefined;
            return key === undefined ? [] : [[path, digestOf(site, key).slice(0, 32)]];
          }),
        );
        const taken = new Set([...ours].flatMap(([path, key]) => (takeFormer(path, key) ? [path] : [])));

        const stories = new Map((await desk.allStories()).map((story) => [story.id, story]));
        const jobs = [...printedAmong([...ours.keys()], options)].flatMap(([id, made]) => {
          const story = stories.get(id);
          const files = made.filter(({ kind, path }) => story && !taken.has(path) && isInWords(kind, story));
          return story && files.length ? [{ story, files }] : [];
        });
        for (const { path } of jobs.flatMap(({ files }) => files)) {
          reuse?.make(fileOf(path), ours.get(path)!);
          taken.add(path);
          all.printed.push(fileOf(path));
        }
        making.progress.begin(stories.size, { pages: paths.length - taken.size, copies: all.printed.length });
        print(jobs);
        tellOfPages(
          standard,
          [...taken].map((path) => ({ path, file: urlOf(path) })),
        );
        const index = options.search && indexOf(await desk.allSearchRecords(), ours, taken);
        if (index) making.search = index;
        const placeOf = (path: Path) => (index ? index.placeOf(fileOf(path)) : undefined) ?? Infinity;
        const rest = paths
          .filter((path) => !taken.has(path) && !(index && isRecords(path)))
          .map((path) => ({ path, place: placeOf(path) }))
          // A part of the index is made while the pages of the next are drawn.
          .sort((a, b) => (a.place === b.place ? 0 : a.place - b.place))
          .map(({ path }) => path);
        for (const path of rest) drawn.set(addressIn(path.pathname), { path, key: ours.get(path) });
        return inOrder(rest, options);
      },
      async render(request, given) {
        const address = decodeURI(new URL(request.url).pathname);
        const { path, key } =
          drawn.get(addressIn(address.startsWith(config.base) ? address.slice(config.base.length) : address)) ?? {};
        const file = path ? fileOf(path) : address;
        all.drawn.push(file);
        const result = await standard.render(request, { ...given, collectMetadata: key !== undefined });
        if (!path || !key) return result;
        reuse?.make(file, key, picturesShown(result));
        const response = result instanceof Response ? result : result.response;
        if (!response.ok || !response.body) return result;
        const index = making.search?.placeOf(file) === undefined ? undefined : making.search;
        if (making.isTold) {
          index?.add(file, await response.clone().arrayBuffer());
          return result;
        }
        // Astro waits for each file before it draws the next page; of a response without a body it makes none.
        const contents = await response.arrayBuffer();
        const url = urlOf(path);
        writeOut(fileURLToPath(url), new Uint8Array(contents));
        tellOfFile(given.routeData, url);
        index?.add(file, contents);
        return new Response(null, response);
      },
      async collectStaticImages() {
        const images = (await standard.collectStaticImages?.()) ?? new Map();
        for (const [path, image] of imagesFor(kept)) images.set(path, image);
        return images;
      },
      async teardown() {
        await standard.teardown?.();
        if (!pressroom) return;
        const press = (await import(/* @vite-ignore */ code.entry('press').href)) as Press;
        try {
          await Promise.all([printed, pressroom.help(press.printJob, printedFiles)]);
        } finally {
          await pressroom.close();
        }
      },
    };
  };
}

/** The keys of our own paths: their own, else that of what their route is made of; none for what changes with time. */
function keysOf({ config, home }: Making, frame: string, content: string): (path: Path) => string | undefined {
  const byRoute = { settings: frame, content, now: undefined };
  return ({ route, cacheKey }) => {
    const { href } = new URL(route.component, config.root);
    return href.startsWith(home.href) ? (cacheKey ?? byRoute[madeOf(href.slice(home.href.length))]) : undefined;
  };
}

/** Pictures in copies have addresses that only Astro knows. */
function isInWords(kind: OutputKind, story: Story): boolean {
  const output = outputs[kind];
  return 'shows' in output && (output.shows === 'none' || !story.document.images.length);
}

/** An address of Astro’s, whichever way the site writes them. */
const addressIn = (path: string) => path.replace(/^\/+|\/+$/g, '').replace(/(\/?index)?\.html$/, '');

const digestOf = (...parts: string[]) => createHash('sha256').update(parts.join('\0')).digest('hex');

/** What of Astro’s settings decides how pages are written, and which code sees to them. */
const settingsOf = ({ site, base, trailingSlash, compressHTML, build, image, i18n, security, ...rest }: AstroConfig) =>
  JSON.stringify([
    [site, base, trailingSlash, compressHTML, image, i18n, security, rest.scopedStyleStrategy, rest.experimental],
    [build.format, build.assets, build.assetsPrefix, build.inlineStylesheets],
    [process.version, rest.integrations.map(({ name }) => name)],
  ]);

const lockFiles = ['package-lock.json', 'pnpm-lock.yaml', 'yarn.lock', 'bun.lock', 'node_modules/.package-lock.json'];

/** What says which versions of packages a site has: in its folder, or in one above it. */
function lockFilesOf(folder: URL): string[] {
  const above = new URL('../', folder);
  const here = lockFiles.map((name) => new URL(name, folder)).filter((file) => existsSync(file));
  return [...here.map((file) => readFileSync(file, 'utf8')), ...(above.href === folder.href ? [] : lockFilesOf(above))];
}
