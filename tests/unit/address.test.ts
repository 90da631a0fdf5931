import { describe, expect, test } from 'vitest';
import { checkSettings } from '../../src/integration/settings.ts';
import {
  addressOf,
  inItsLanguage,
  isStoryAt,
  pages,
  paramsOf,
  pathOf,
  pathTo,
  patternOf,
  takenBy,
} from '../../src/stories/address.ts';
import type { AddressStyle } from '../../src/stories/address.ts';

const style = (more: Partial<AddressStyle> = {}): AddressStyle => ({
  site: 'https://news.example',
  base: '/',
  trailingSlash: 'ignore',
  format: 'directory',
  prefix: '/',
  permalink: '/:slug/',
  ...more,
});

const call = pages.story({ id: 'a-call', published: '2026-01-31T23:30:00-05:00' });

describe('a path', () => {
  test.each([
    [{}, '/', '/a-call/', '/topics/cities/', '/topics/cities/2/'],
    [{ trailingSlash: 'never' }, '/', '/a-call', '/topics/cities', '/topics/cities/2'],
    [{ format: 'file' }, '/', '/a-call', '/topics/cities', '/topics/cities/2'],
    [{ base: '/news' }, '/news/', '/news/a-call/', '/news/topics/cities/', '/news/topics/cities/2/'],
    [
      { base: '/news/', prefix: '/explainers/', trailingSlash: 'never' },
      '/news/explainers',
      '/news/explainers/a-call',
      '/news/explainers/topics/cities',
      '/news/explainers/topics/cities/2',
    ],
    [{ permalink: '/:year/:month/:slug/' }, '/', '/2026/01/a-call/', '/topics/cities/', '/topics/cities/2/'],
    [
      { permalink: '/e/:year-:month-:day-:slug', prefix: '/x' },
      '/x/',
      '/x/e/2026-01-31-a-call/',
      '/x/topics/cities/',
      '/x/topics/cities/2/',
    ],
  ] satisfies [Partial<AddressStyle>, ...string[]][])(
    'is as the settings have it: %j',
    (settings, front, story, topic, older) => {
      const made = [pages.front, call, pages.topic('cities'), pages.topic('cities', 2)].map((page) =>
        pathOf(page, style(settings)),
      );
      expect(made).toEqual([front, story, topic, older]);
    },
  );

  test('is encoded where its letters are not ASCII', () => {
    const page = pages.story({ id: 'zürich', published: '2026-01-08' });
    expect(pathOf(page, style())).toBe('/z%C3%BCrich/');
    expect(addressOf(page, style())).toBe('https://news.example/z%C3%BCrich/');
  });
});

test('a route’s pattern and its parameters are made from the same settings', () => {
  const settings = style({ prefix: '/explainers/', permalink: '/:year/:month/:slug/' });
  expect(patternOf('story', settings)).toBe('/explainers/[year]/[month]/[id]');
  expect(patternOf('front', settings)).toBe('/explainers');
  expect(patternOf('front', style())).toBe('/');
  expect(paramsOf(call, settings)).toEqual({ id: 'a-call', year: '2026', month: '01' });
  expect(paramsOf(call, style())).toEqual({ id: 'a-call' });
  expect(paramsOf(pages.topic('cities'), settings)).toEqual({ id: 'cities', number: undefined });
});

test('a story is known by its path, whatever its date', () => {
  const dated = style({ base: '/news', permalink: '/:year/:month/:slug/' });
  expect(isStoryAt('/news/2026/01/a-call/', 'a-call', dated)).toBe(true);
  expect(isStoryAt('/news/1999/12/a-call', 'a-call', dated)).toBe(true);
  expect(isStoryAt('/news/2026/01/the-call/', 'a-call', dated)).toBe(false);
  expect(isStoryAt('/news/a-call/', 'a-call', dated)).toBe(false);
  expect(isStoryAt('/a.call/', 'a.call', style())).toBe(true);
  expect(isStoryAt('/a-call/', 'a.call', style())).toBe(false);
});

test.each([
  ['prefix', 'explainers', 'a path such as /explainers/'],
  ['prefix', '/a b/', 'a path such as /explainers/'],
  ['permalink', '/:year/', 'a pattern with :slug, such as /:slug/ or /:year/:month/:slug/'],
  ['permalink', '/:yaer/:slug/', 'a pattern with :slug, such as /:slug/ or /:year/:month/:slug/'],
])('the setting %s: “%s” is told what was expected', (name, value, expected) => {
  expect(checkSettings({ name: 'A', [name]: value }).map(({ reason }) => reason)).toEqual([
    `Unexpected “${value}” for “${name}”: expected ${expected}.`,
  ]);
});

test.each([
  ['search', '/search'],
  ['guide', '/guide'],
  ['a-search', undefined],
])('a story %s would take the address %s', (id, taken) => {
  expect(takenBy('story', id, { prefix: '/', permalink: '/:slug/' })).toBe(taken);
});

test.each([
  [pages.front, '/'],
  [pages.notFound, '/404/'],
  [pages.topics, '/topics/'],
  [pages.authors, '/authors/'],
  [pages.author('desk', 3), '/authors/desk/3/'],
  [pages.outlets, '/outlets/'],
  [pages.outlet('reuters'), '/outlets/reuters/'],
  [pages.people, '/people/'],
  [pages.person('jane-doe'), '/people/jane-doe/'],
  [pages.note('locks'), '/notes/locks/'],
  [pages.terms, '/terms/'],
  [pages.archive, '/archive/'],
  [pages.year('2026'), '/archive/2026/'],
  [pages.month('2026', '01'), '/archive/2026/01/'],
  [pages.guide, '/guide/'],
  [pages.labels, '/labels/'],
  [pages.policies, '/policies/'],
  [pages.policy('errors'), '/policies/errors/'],
  [pages.page('about'), '/about/'],
  [pages.corrections, '/corrections/'],
  [pages.correctionsRss, '/corrections.xml'],
  [pages.correctionsJson, '/corrections.json'],
  [pages.feed('rss'), '/rss.xml'],
  [pages.feed('atom', 'topics/cities'), '/topics/cities/atom.xml'],
  [pages.feed('jsonFeed', 'es'), '/es/feed.json'],
  [pages.feedStyle, '/feed.css'],
  [pages.kitScript, '/republish.js'],
  [pages.sitemapIndex, '/sitemap-index.xml'],
  [pages.sitemap('2026-1'), '/sitemap-2026-1.xml'],
  [pages.language('es'), '/es/'],
  [pages.search(), '/search/'],
  [pages.search('es'), '/es/search/'],
  [pages.searchScript, '/search.js'],
  [pages.searchRecords, '/search.json'],
  [pages.searchBundle, '/pagefind/pagefind.js'],
])('a page that readers, feeds and search engines know keeps its address: %#', (page, path) => {
  expect(pathOf(page, style())).toBe(path);
});

test.each([
  ['en', '/', '/search/'],
  ['en-GB', '/', '/search/'],
  ['es', '/es/', '/es/search/'],
  ['es-CO', '/es/', '/es/search/'],
])('a reader of %s begins at %s and searches at %s', (lang, front, search) => {
  const made = (['front', 'search'] as const).map((kind) =>
    pathOf(inItsLanguage(kind, lang, { lang: 'en-US' }), style()),
  );
  expect(made).toEqual([front, search]);
});

test.each([
  ['/topics/#latest', '/news/explainers/topics/#latest'],
  ['/search?q=a/b.c', '/news/explainers/search/?q=a/b.c'],
  ['/brand/card.png#top', '/news/explainers/brand/card.png#top'],
  ['/v1.0/notes', '/news/explainers/v1.0/notes/'],
  ['#below', '/news/explainers/#below'],
  ['/', '/news/explainers/'],
  ['/a\nb/', '/news/explainers/a%0Ab/'],
])('a link of the newsroom to %s leads to %s', (to, path) => {
  expect(pathTo(to, style({ base: '/news', prefix: '/explainers/' }))).toBe(path);
});

test('a slash stands at the end of each page’s address where the site wants it, and of no file’s', () => {
  const always = style({ trailingSlash: 'always', format: 'file' });
  expect(pathOf(call, always)).toBe('/a-call/');
  expect(pathOf(pages.feed('rss'), always)).toBe('/rss.xml');
  expect(pathOf(pages.feed('rss'), style())).toBe('/rss.xml');
});

test('a page has no full address where the site’s own is not known', () => {
  const { site: _, ...unknown } = style();
  expect(addressOf(call, unknown)).toBeUndefined();
  expect(addressOf(call, style({ base: '/news' }))).toBe('https://news.example/news/a-call/');
});
