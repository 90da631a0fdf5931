/**
 * The one place where addresses are made, so that `site`, `base`, `trailingSlash`, `prefix` and
 * `permalink` hold on every link and every route.
 */

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
}

/**
 * Kinds of pages and files, as Astro’s routes have them. What is not filled in is left out:
 * `topics/[id]/[...number]` is also a topic’s newest page.
 */
const patterns = {
  front: '',
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
  page: '[id]',
  rss: '[...of]/rss.xml',
  atom: '[...of]/atom.xml',
  jsonFeed: '[...of]/feed.json',
  feedStyle: 'feed.css',
  lite: 'lite/[id]',
  republish: 'republish/[id]',
  kitHtml: 'republish/[id]/story.html',
  kitMarkdown: 'republish/[id]/story.md',
  kitText: 'republish/[id]/story.txt',
  kitRecord: 'republish/[id]/story.json',
  kitScript: 'republish.js',
  sitemapIndex: 'sitemap-index.xml',
  sitemap: 'sitemap-[part].xml',
  robots: 'robots.txt',
  llms: 'llms.txt',
  trust: 'trust.txt',
  trustWellKnown: '.well-known/trust.txt',
  language: '[lang]',
  search: '[...lang]/search',
  searchScript: 'search.js',
  searchRecords: 'search.json',
  searchBundle: 'pagefind/pagefind.js',
} as const;

/** Pages and files beside a story’s own, wherever that is. */
const storyFiles = { story: '', history: '/history', markdown: '.md', text: '.txt', email: '/email.html' } as const;

export type PageKind = keyof typeof patterns | keyof typeof storyFiles;

/** The formats of feeds. */
export type FeedKind = 'rss' | 'atom' | 'jsonFeed';

/** What a page’s pattern is filled in with. */
type Params = Readonly<Record<string, string | undefined>>;

/** One page or file of the site. Made by {@link pages}. */
export interface Page {
  kind: PageKind;
  params: Params;
}

const fixed = (kind: PageKind): Page => ({ kind, params: {} });
const one =
  (kind: PageKind) =>
  (id: string): Page => ({ kind, params: { id } });
/** A list with its newest page, which has no number, and the older ones, which are numbered from the oldest. */
const list =
  (kind: PageKind) =>
  (id: string, number?: number): Page => ({ kind, params: { id, number: number?.toString() } });

const ofStory =
  (kind: PageKind) =>
  ({ id, published }: { id: string; published: string }): Page => {
    const [year, month, day] = published.slice(0, 10).split('-');
    return { kind, params: { id, year, month, day } };
  };

/** Every page of the site, by kind: `pathOf(pages.topic('colombia'), address)`. */
export const pages = {
  front: fixed('front'),
  notFound: fixed('notFound'),
  /** By its own date as the writer wrote it, in no zone. */
  story: ofStory('story'),
  /** What changed in a story: a page under the story’s own. */
  history: ofStory('history'),
  topics: fixed('topics'),
  topic: list('topic'),
  authors: fixed('authors'),
  author: list('author'),
  outlets: fixed('outlets'),
  outlet: list('outlet'),
  people: fixed('people'),
  person: list('person'),
  note: one('note'),
  terms: fixed('terms'),
  archive: fixed('archive'),
  year: (year: string): Page => ({ kind: 'year', params: { year } }),
  month: (year: string, month: string): Page => ({ kind: 'month', params: { year, month } }),
  guide: fixed('guide'),
  labels: fixed('labels'),
  policies: fixed('policies'),
  /** How the newsroom works: `content/policies/<id>.mdx`. */
  policy: one('policy'),
  corrections: fixed('corrections'),
  correctionsRss: fixed('correctionsRss'),
  correctionsJson: fixed('correctionsJson'),
  /** A page of the newsroom’s own: `content/pages/<id>.mdx`. */
  page: one('page'),
  /** A feed: of the whole site, or below a page such as `topics/colombia`. */
  feed: (kind: FeedKind, of?: string): Page => ({ kind, params: { of } }),
  feedStyle: fixed('feedStyle'),
  /** A file beside a story’s page. */
  storyFile: (kind: 'markdown' | 'text' | 'email', story: { id: string; published: string }): Page => ({
    ...pages.story(story),
    kind,
  }),
  lite: one('lite'),
  republish: one('republish'),
  /** A file of a story’s republish kit. */
  kit: (kind: 'kitHtml' | 'kitMarkdown' | 'kitText' | 'kitRecord', id: string): Page => ({ kind, params: { id } }),
  kitScript: fixed('kitScript'),
  sitemapIndex: fixed('sitemapIndex'),
  sitemap: (part: string): Page => ({ kind: 'sitemap', params: { part } }),
  /** The front page of another language than the site’s. */
  language: (lang: string): Page => ({ kind: 'language', params: { lang } }),
  /** The search, in another language than the site’s where one is given. */
  search: (lang?: string): Page => ({ kind: 'search', params: { lang } }),
  searchScript: fixed('searchScript'),
  /** What the search is made of. */
  searchRecords: fixed('searchRecords'),
  searchBundle: fixed('searchBundle'),
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
export function patternOf(kind: PageKind, { prefix, permalink }: Pick<AddressStyle, 'prefix' | 'permalink'>): string {
  const pattern =
    kind in storyFiles
      ? patternOfStory(permalink).replace(/\/$/, '') + storyFiles[kind as keyof typeof storyFiles]
      : patterns[kind as keyof typeof patterns];
  return `/${segments(`${prefix}/${pattern}`).join('/')}`;
}

const segments = (path: string) => path.split('/').filter(Boolean);

const param = /\[(?:\.\.\.)?(\w+)\]/g;

/** What Astro’s `getStaticPaths` is to be told of a page: what its pattern has a place for. */
export function paramsOf({ kind, params }: Page, style: Pick<AddressStyle, 'prefix' | 'permalink'>): Params {
  return Object.fromEntries([...patternOf(kind, style).matchAll(param)].map(([, name = '']) => [name, params[name]]));
}

/** The path of a page or file on the site, as an address has it (RFC 3986: other letters than ASCII are encoded). */
export function pathOf({ kind, params }: Page, style: AddressStyle): string {
  const pattern = patternOf(kind, style);
  return written(
    pattern.replace(param, (_, name: string) => params[name] ?? ''),
    style,
    /\.\w+$/.test(pattern),
  );
}

/** A path of the site as the newsroom wrote it, `/topics/#latest`, from where its pages begin. */
export function pathTo(given: string, style: AddressStyle): string {
  const [, path = '', rest = ''] = /^([^?#]*)(.*)$/.exec(given) ?? [];
  return written(`${style.prefix}/${path}`, style, /\.\w+$/.test(path)) + rest;
}

function written(path: string, { base, trailingSlash, format }: AddressStyle, isFile: boolean): string {
  const parts = segments(`${base}/${path}`).map(encodeURI);
  const slash = !isFile && (trailingSlash === 'always' || (trailingSlash === 'ignore' && format === 'directory'));
  return parts.length ? `/${parts.join('/')}${slash ? '/' : ''}` : '/';
}

/** The full address of a page, or `undefined` where the site’s own is not set. */
export const addressOf = (page: Page, style: AddressStyle): string | undefined =>
  style.site && new URL(pathOf(page, style), style.site).href;

/** Whether a story’s page is, or would be, at a path of the site; whatever its date. */
export function isStoryAt(path: string, id: string, style: AddressStyle): boolean {
  const anyDate = pathOf({ kind: 'story', params: { id, year: '*', month: '*', day: '*' } }, style).replace(/\/$/, '');
  const literals = anyDate.split('*').map((part) => part.replace(/[.+?^${}()|[\]\\]/g, '\\$&'));
  return new RegExp(`^${literals.join('[^/]+')}/?$`).test(path);
}

/** The address that a story, or a page of the newsroom’s own, would share with another page of the site, if it would; under the base. */
export function takenBy(
  kind: 'story' | 'page',
  id: string,
  style: Pick<AddressStyle, 'prefix' | 'permalink'>,
): string | undefined {
  const path = patternOf(kind, style).replace('[id]', id);
  // What may be left out of a pattern is left out on one page at least: `[...lang]/search` is also `search`.
  const least = (Object.keys(patterns) as (keyof typeof patterns)[]).map((one) =>
    patternOf(one, style).replace(/\[\.\.\.\w+\]\/?/g, ''),
  );
  return least.some((one) => !one.includes('[') && one === path) ? path : undefined;
}
