import type { Options } from '../options.ts';
import { hasFrontCard } from '../metadata/card.ts';
import { isMade, outputKinds, outputs } from '../outputs/table.ts';
import { hasPage, pageKinds, patternAt, patternOf } from '../stories/address.ts';
import type { PageKind } from '../stories/address.ts';

/** A page’s file in `routes/` is called by its kind, `topics.astro`; these by what they send, or by what Astro asks. */
const otherFiles: Partial<Record<PageKind, string>> = {
  front: 'index.astro',
  notFound: '404.astro',
  rss: 'rss.xml.ts',
  atom: 'atom.xml.ts',
  jsonFeed: 'feed.json.ts',
  smartNews: 'smartnews.xml.ts',
  feedStyle: 'feed.css.ts',
  correctionsRss: 'corrections.xml.ts',
  correctionsJson: 'corrections.json.ts',
  digest: 'digest.html.ts',
  digestText: 'digest.txt.ts',
  kitScript: 'republish.js.ts',
  icon: 'icon.png.ts',
  frontCard: 'front-card.png.ts',
  manifest: 'site.webmanifest.ts',
  openSearch: 'opensearch.xml.ts',
  rsl: 'rsl.xml.ts',
  security: 'security.txt.ts',
  sitemapIndex: 'sitemap-index.xml.ts',
  sitemap: 'sitemap.xml.ts',
  llms: 'llms.txt.ts',
  robots: 'robots.txt.ts',
  trust: 'trust.txt.ts',
  trustWellKnown: 'trust.txt.ts',
  keysWellKnown: 'keys.json.ts',
  searchScript: 'search.js.ts',
  searchRecords: 'search.json.ts',
};

const fileOf = (page: PageKind) => `routes/${otherFiles[page] ?? `${page}.astro`}`;

/** Stories are an output, see `outputs/table.ts`; Pagefind writes its own files. */
const madeElsewhere: PageKind[] = ['story', 'searchBundle'];

/** What a host has only one of. */
const ofHost: PageKind[] = ['notFound', 'robots', 'trust', 'trustWellKnown', 'keysWellKnown', 'security', 'rsl'];

/** Pages and files that a setting leaves out. */
const isWanted = (page: PageKind, options: RouteOptions): boolean => {
  const { guide, search, icon, security, aiCrawlers, rsl, keys, newsletter, platforms } = options;
  if (!hasPage({ kind: page }, options)) return false;
  if (page.startsWith('search') || page === 'openSearch') return search;
  if (page === 'kitScript') return isMade('republish', options);
  if (page === 'icon' || page === 'manifest') return Boolean(icon);
  if (page === 'frontCard') return hasFrontCard(options);
  if (page === 'security') return Boolean(security);
  if (page === 'rsl') return Boolean(aiCrawlers && !rsl);
  if (page === 'newsletters' || page.startsWith('digest')) return Boolean(newsletter) && isMade('email', options);
  if (page === 'smartNews') return Boolean(platforms?.smartNews);
  if (page === 'keysWellKnown') return keys.length > 0;
  return page !== 'guide' || guide;
};

type RouteOptions = Pick<
  Options,
  | 'prefix'
  | 'permalink'
  | 'guide'
  | 'search'
  | 'icon'
  | 'image'
  | 'name'
  | 'tagline'
  | 'security'
  | 'aiCrawlers'
  | 'rsl'
  | 'keys'
  | 'newsletter'
  | 'platforms'
  | 'without'
>;

/**
 * The routes of a site. Its own page at the same address wins, as Astro has it; beside another
 * site, under a prefix, the page for what is not found, and files that speak for the whole host, are that site’s.
 */
export const routesOf = (options: RouteOptions): { pattern: string; entrypoint: string }[] => [
  ...outputKinds
    .filter((kind) => isMade(kind, options))
    .map((kind) => {
      const output = outputs[kind];
      const entrypoint = ('route' in output && output.route) || 'routes/output.ts';
      return { pattern: patternAt(output.pattern, options), entrypoint };
    }),
  ...pageKinds
    .filter(
      (page) =>
        !madeElsewhere.includes(page) && (options.prefix === '/' || !ofHost.includes(page)) && isWanted(page, options),
    )
    .map((page) => ({ pattern: patternOf(page, options), entrypoint: fileOf(page) })),
];

/** Pages that are made of settings and code alone, and pages that change with time; all others are made of content. */
const ofSettings: PageKind[] = [
  'guide',
  'labels',
  'feedStyle',
  'kitScript',
  'searchScript',
  'icon',
  'frontCard',
  'manifest',
  'openSearch',
  'robots',
  'rsl',
  'security',
  'trust',
  'trustWellKnown',
];
const ofTheMoment: PageKind[] = ['sitemapIndex', 'sitemap'];

/** What a route is made of, where it does not say so itself. @param entrypoint from the folder of the code. */
export function madeOf(entrypoint: string): 'settings' | 'content' | 'now' {
  const isOneOf = (kinds: readonly PageKind[]) =>
    kinds.some((page) => fileOf(page) === entrypoint.replace(/\.js$/, '.ts'));
  return isOneOf(ofSettings) ? 'settings' : isOneOf(ofTheMoment) ? 'now' : 'content';
}
