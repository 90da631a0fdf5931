/**
 * The one place where addresses are made, so that `site`, `base`, `trailingSlash`, `prefix` and
 * `permalink` hold on every link and every route.
 */

import { keyOf } from '../schema/address.ts';
import type { SitePages } from '../schema/without.ts';
import { baseOf } from '../strings/intl.ts';

/** How a site writes its addresses; from Astro’s settings and the newsroom’s. */
export interface AddressStyle {
  /** The origin, when it is known. */
  site?: string;
  /** For example `/` or `/news`. */
  base: string;
  trailingSlash: 'always' | 'never' | 'ignore';
  /** `directory` builds `/story/index.html`. */
  format: 'directory' | 'file' | 'preserve';
  /** Where Nutgraf’s pages begin, under the base: `/` or `/explainers/`. */
  prefix: string;
  /** A story’s address: `/:year/:month/:slug/`. */
  permalink: string;
  /** What the site does without; nothing where it is not said. */
  without?: readonly string[];
}

/**
 * Kinds of pages and files, as Astro’s routes have them. What is not filled in is left out:
 * `topics/[id]/[...number]` is also a topic’s newest page.
 */
const patterns = {
  front: '',
  /** By the permalink. */
  story: '[story]',
  notFound: '404',
  topics: 'topics',
  topic: 'topics/[id]/[...number]',
  authors: 'authors',
  author: 'authors/[id]/[...number]',
  outlets: 'outlets',
  outlet: 'outlets/[id]/[...number]',
  people: 'people',
  person: 'people/[id]/[...number]',
  note: 'notes/[id]',
  terms: 'terms',
  archive: 'archive',
  year: 'archive/[year]',
  month: 'archive/[year]/[month]',
  guide: 'guide',
  labels: 'labels',
  policies: 'policies',
  policy: 'policies/[id]',
  corrections: 'corrections',
  correctionsRss: 'corrections.xml',
  correctionsJson: 'corrections.json',
  newsletters: 'newsletters',
  digest: '[...lang]/digest.html',
  digestText: '[...lang]/digest.txt',
  page: '[id]',
  rss: '[...of]/rss.xml',
  atom: '[...of]/atom.xml',
  jsonFeed: '[...of]/feed.json',
  smartNews: 'smartnews.xml',
  feedStyle: 'feed.css',
  kitScript: 'republish.js',
  icon: 'icon-[size].png',
  frontCard: 'front-card.png',
  manifest: 'site.webmanifest',
  openSearch: 'opensearch.xml',
  rsl: 'rsl.xml',
  security: '.well-known/security.txt',
  sitemapIndex: 'sitemap-index.xml',
  sitemap: 'sitemap-[part].xml',
  robots: 'robots.txt',
  llms: 'llms.txt',
  trust: 'trust.txt',
  trustWellKnown: '.well-known/trust.txt',
  keysWellKnown: '.well-known/nutgraf.json',
  language: '[lang]',
  search: '[...lang]/search',
  searchScript: 'search.js',
  searchRecords: 'search.json',
  searchBundle: 'pagefind/pagefind.js',
} as const;

export type PageKind = keyof typeof patterns;

export const pageKinds = Object.keys(patterns) as PageKind[];

const optional: Readonly<Record<SitePages, readonly PageKind[]>> = {
  topics: ['topics', 'topic'],
  authors: ['authors', 'author'],
  outlets: ['outlets', 'outlet'],
  people: ['people', 'person'],
  terms: ['terms'],
  archive: ['archive', 'year', 'month'],
  labels: ['labels'],
  feeds: ['rss', 'atom', 'jsonFeed', 'feedStyle'],
  sitemaps: ['sitemapIndex', 'sitemap'],
  robots: ['robots'],
  trust: ['trust', 'trustWellKnown'],
  llms: ['llms'],
};

const optionalOf = new Map<string, string>([
  ...Object.entries(optional).flatMap(([name, kinds]) => kinds.map((kind): [string, string] => [kind, name])),
  // The newsroom’s own goes with those of stories.
  ['frontCard', 'card'],
]);

/** Whether the site has pages of a kind, by what it does without. */
export const hasPage = ({ kind }: Pick<Page, 'kind'>, { without = [] }: Pick<AddressStyle, 'without'>): boolean =>
  !without.length || !without.includes(optionalOf.get(kind) ?? '');

/** The formats of feeds. */
export type FeedKind = 'rss' | 'atom' | 'jsonFeed';

/** What a page’s pattern is filled in with. */
type Params = Readonly<Record<string, string | undefined>>;

/** One page or file of the site. Made by {@link pages}. */
export interface Page {
  kind: PageKind | 'output';
  /** Below the prefix. */
  pattern: string;
  params: Params;
}

const page = (kind: PageKind, params: Params = {}): Page => ({ kind, pattern: patterns[kind], params });
const one =
  (kind: PageKind) =>
  (id: string): Page =>
    page(kind, { id });
/** A list with its newest page, which has no number, and the older ones, which are numbered from the oldest. */
const list =
  (kind: PageKind) =>
  (id: string, number?: number): Page =>
    page(kind, { id, number: number?.toString() });

/** By its own date as the writer wrote it, in no zone. */
function paramsOfStory({ id, published }: { id: string; published: string }): Params {
  const [year, month, day] = published.slice(0, 10).split('-');
  return { id, year, month, day };
}

/** A page or file that is made of a story. @param pattern as `outputs/table.ts` has it. */
export const pageOfStory = (pattern: string, story: { id: string; published: string }): Page => ({
  kind: 'output',
  pattern,
  params: paramsOfStory(story),
});

/** Every page of the site, by kind: `pathOf(pages.topic('colombia'), address)`. */
export const pages = {
  front: page('front'),
  notFound: page('notFound'),
  story: (story: { id: string; published: string }): Page => page('story', paramsOfStory(story)),
  topics: page('topics'),
  topic: list('topic'),
  authors: page('authors'),
  author: list('author'),
  outlets: page('outlets'),
  outlet: list('outlet'),
  people: page('people'),
  person: list('person'),
  note: one('note'),
  terms: page('terms'),
  archive: page('archive'),
  year: (year: string): Page => page('year', { year }),
  month: (year: string, month: string): Page => page('month', { year, month }),
  guide: page('guide'),
  labels: page('labels'),
  policies: page('policies'),
  /** How the newsroom works: `content/policies/<id>.mdx`. */
  policy: one('policy'),
  corrections: page('corrections'),
  correctionsRss: page('correctionsRss'),
  correctionsJson: page('correctionsJson'),
  newsletters: page('newsletters'),
  /** The letter of a week, in another language than the site’s where one is given. */
  digest: (lang?: string): Page => page('digest', { lang }),
  digestText: (lang?: string): Page => page('digestText', { lang }),
  /** A page of the newsroom’s own: `content/pages/<id>.mdx`. */
  page: one('page'),
  /** A feed: of the whole site, or below a page such as `topics/colombia`. */
  feed: (kind: FeedKind, of?: string): Page => page(kind, { of }),
  feedStyle: page('feedStyle'),
  kitScript: page('kitScript'),
  /** The newsroom’s mark, so many pixels wide and high. */
  icon: (size: number): Page => page('icon', { size: String(size) }),
  /** What is shown with links to pages that are no story’s, where the newsroom gives no picture. */
  frontCard: page('frontCard'),
  manifest: page('manifest'),
  openSearch: page('openSearch'),
  rsl: page('rsl'),
  security: page('security'),
  sitemapIndex: page('sitemapIndex'),
  sitemap: (part: string): Page => page('sitemap', { part }),
  /** The front page of another language than the site’s. */
  language: (lang: string): Page => page('language', { lang }),
  /** The search, in another language than the site’s where one is given. */
  search: (lang?: string): Page => page('search', { lang }),
  searchScript: page('searchScript'),
  /** What the search is made of. */
  searchRecords: page('searchRecords'),
  searchBundle: page('searchBundle'),
};

/** What an address has of a language: nothing of the site’s own, and no region. */
export const otherThan = (own: string, lang: string): string | undefined =>
  baseOf(lang) === baseOf(own) ? undefined : baseOf(lang);

/** The front page or the search in a language. */
export function inItsLanguage(kind: 'front' | 'search', lang: string, { lang: own }: { lang: string }): Page {
  const other = otherThan(own, lang);
  return kind === 'search' ? pages.search(other) : other ? pages.language(other) : pages.front;
}

const patternOfStory = (permalink: string) =>
  permalink.replace(/:(\w+)/g, (_, name: string) => `[${name === 'slug' ? 'id' : name}]`);

/** The pattern of a kind of page, under the base: `/explainers/topics/[id]/[...number]`. */
export const patternOf = (kind: PageKind, style: Pick<AddressStyle, 'prefix' | 'permalink'>): string =>
  patternAt(patterns[kind], style);

/** A pattern under the base. @param pattern below the prefix; `[story]` in it is where stories are. */
export function patternAt(pattern: string, { prefix, permalink }: Pick<AddressStyle, 'prefix' | 'permalink'>): string {
  const key = `${prefix} ${permalink} ${pattern}`;
  const known = madePatterns.get(key);
  if (known !== undefined) return known;
  const whole = pattern.replace('[story]', patternOfStory(permalink).replace(/\/$/, ''));
  const made = `/${segments(`${prefix}/${whole}`).join('/')}`;
  madePatterns.set(key, made);
  return made;
}

/** There are few, and each is asked for with every page. */
const madePatterns = new Map<string, string>();

const segments = (path: string) => path.split('/').filter(Boolean);

const param = /\[(?:\.\.\.)?(\w+)\]/g;

/** What Astro’s `getStaticPaths` is to be told of a page: what its pattern has a place for. */
export function paramsOf({ pattern, params }: Page, style: Pick<AddressStyle, 'prefix' | 'permalink'>): Params {
  return Object.fromEntries(
    [...patternAt(pattern, style).matchAll(param)].map(([, name = '']) => [name, params[name]]),
  );
}

/** The path of a page or file on the site, as an address has it (RFC 3986: other letters than ASCII are encoded). */
export function pathOf({ pattern, params }: Page, style: AddressStyle): string {
  const whole = patternAt(pattern, style);
  return written(
    whole.replace(param, (_, name: string) => params[name] ?? ''),
    style,
    /\.\w+$/.test(whole),
  );
}

/** A path of the site as the newsroom wrote it, `/topics/#latest`, from where its pages begin. */
export function pathTo(given: string, style: AddressStyle): string {
  const [, path = '', rest = ''] = /^([^?#]*)(.*)$/.exec(given) ?? [];
  return written(`${style.prefix}/${path}`, style, /\.\w+$/.test(path)) + rest;
}

/**
 * A link of a text, which its writer wrote as if the site began at its host: a path gets the base, unless it has it.
 * Other addresses stay.
 */
export function linkWithin(href: string, { base }: Pick<AddressStyle, 'base'>): string {
  const start = base.replace(/\/$/, '');
  const isPath = /^\/(?![/\\])/.test(href);
  return isPath && start && !`${href}/`.startsWith(`${start}/`) ? `${start}${href}` : href;
}

function written(path: string, { base, trailingSlash, format }: AddressStyle, isFile: boolean): string {
  const parts = segments(`${base}/${path}`).map(encodeURI);
  const slash = !isFile && (trailingSlash === 'always' || (trailingSlash === 'ignore' && format === 'directory'));
  return parts.length ? `/${parts.join('/')}${slash ? '/' : ''}` : '/';
}

/** The address of a page in the form by which addresses are compared, whatever the host’s style; below the base. */
export const keyOfPage = (page: Page, { prefix, permalink }: Pick<AddressStyle, 'prefix' | 'permalink'>): string =>
  keyOf(pathOf(page, { prefix, permalink, base: '/', trailingSlash: 'always', format: 'directory' }));

/** The path of an address in that form, as the site writes it. */
export const pathOfKey = (key: string, style: AddressStyle): string => written(key, style, isOfFile(key));

/** Whether an address, as it is compared, is that of a file, and not of a page. */
export const isOfFile = (key: string): boolean => /\.(html?|php|aspx?|md|txt|xml|json|pdf)\/$/i.test(key);

/** Where a link to a page leads; nowhere where the site does without it. */
export const linkTo = (page: Page, style: AddressStyle): string | undefined =>
  hasPage(page, style) ? pathOf(page, style) : undefined;

/** The full address of a page, or `undefined` where the site’s own is not set, or it does without the page. */
export const addressOf = (page: Page, style: AddressStyle): string | undefined =>
  style.site && hasPage(page, style) ? new URL(pathOf(page, style), style.site).href : undefined;

/** Where a link to a page leads from anywhere: its full address, or its path where the site’s own is not set. */
export const hrefOf = (page: Page, style: AddressStyle): string => addressOf(page, style) ?? pathOf(page, style);

/** Whether a story’s page is, or would be, at a path of the site; whatever its date. */
export function isStoryAt(path: string, id: string, style: AddressStyle): boolean {
  const anyDate = pathOf(page('story', { id, year: '*', month: '*', day: '*' }), style).replace(/\/$/, '');
  const literals = anyDate.split('*').map((part) => part.replace(/[.+?^${}()|[\]\\]/g, '\\$&'));
  return new RegExp(`^${literals.join('[^/]+')}/?$`).test(path);
}

/** Folders of the site that are in no pattern above: what stories and feeds have (`outputs/table.ts`), and Astro. */
const folders = ['feeds', 'lite', 'republish', '_astro'];

/** The first parts of the addresses of all pages and files of the site: what comes after may be anything. */
const beginnings = new Set(
  [...Object.values(patterns), ...folders, 'index'].flatMap(
    (pattern) => segments(pattern).find((part) => !part.startsWith('[...')) ?? [],
  ),
);

/** The pages of the site that are there whatever is in it, under the base: `/topics`, `/search`. */
export const ownPaths = (style: Pick<AddressStyle, 'prefix' | 'permalink' | 'without'>): string[] =>
  pageKinds
    .filter((kind) => hasPage({ kind }, style))
    // What may be left out of a pattern is left out on one page at least: `[...lang]/search` is also `search`.
    .map((one) => patternOf(one, style).replace(/\[\.\.\.\w+\]\/?/g, ''))
    .filter((one) => !one.includes('['));

/**
 * The address that a story, or a page of the newsroom’s own, would share with another page of the
 * site, if it would; under the base. In large letters or small: many hosts do not tell them apart.
 *
 * @param languages of which the site has a front page of its own, without their regions.
 */
export function takenBy(
  kind: 'story' | 'page',
  id: string,
  style: Pick<AddressStyle, 'prefix' | 'permalink'>,
  languages: readonly string[] = [],
): string | undefined {
  const path = patternOf(kind, style).replace('[id]', id);
  const start = patternOf('front', style).replace(/\/?$/, '/');
  const part = path.toLowerCase().slice(start.length);
  const isTaken = path.toLowerCase().startsWith(start) && (beginnings.has(part) || languages.includes(part));
  return isTaken && !part.startsWith('[') ? path : undefined;
}
