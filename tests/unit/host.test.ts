import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { expect, test } from 'vitest';
import { notOurs } from '../../src/integration/collection-names.ts';
import { hostRoutes } from '../../src/integration/host-routes.ts';
import { joined } from '../../src/integration/sitemap-index.ts';
import { surveyAll } from '../../src/newsroom/survey.ts';
import { linkWithin } from '../../src/stories/address.ts';

/** What a site may have beside us. */

test('the addresses of a site’s own pages and redirects are known by their patterns', () => {
  const root = mkdtempSync(join(tmpdir(), 'nutgraf-routes-'));
  const files = ['topics/index.astro', 'index.md', 'rss.xml.js', '[id].astro', '_part/a.astro', '_b.astro', 'a/b.css'];
  for (const file of files) {
    const path = join(root, 'src/pages', file);
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, '');
  }
  const at = (path: string) => pathToFileURL(`${join(root, path)}/`);
  const routes = hostRoutes({ root: at(''), srcDir: at('src'), redirects: { '/old/': '/new/' } });
  expect(Object.fromEntries(routes)).toEqual({
    '/': 'src/pages/index.md',
    '/topics': 'src/pages/topics/index.astro',
    '/rss.xml': 'src/pages/rss.xml.js',
    '/[id]': 'src/pages/[id].astro',
    '/old': 'a redirect',
  });
  expect(hostRoutes({ root: at(''), srcDir: at('none'), redirects: {} }).size).toBe(0);
  rmSync(root, { recursive: true });
});

test('an index of sitemaps that was written over has both, each sitemap once', () => {
  const index = (...names: string[]) =>
    `<sitemapindex>${names.map((name) => `<sitemap><loc>https://a.example/${name}</loc></sitemap>`).join('')}</sitemapindex>`;
  expect(joined(index('sitemap-0.xml'), index('sitemap-stories.xml', 'sitemap-news.xml'))).toBe(
    index('sitemap-0.xml', 'sitemap-stories.xml', 'sitemap-news.xml'),
  );
  expect(joined(index('$&.xml', 'a.xml'), index('a.xml', '$&.xml'))).toBe(index('$&.xml', 'a.xml'));
});

test.each([
  ['/topics/', '/news/topics/'],
  ['/', '/news/'],
  ['/news/topics/', '/news/topics/'],
  ['/news', '/news'],
  ['/newsletter/', '/news/newsletter/'],
  ['//other.example/', '//other.example/'],
  ['/\\other.example/', '/\\other.example/'],
  ['#here', '#here'],
  ['../b/', '../b/'],
  ['https://a.example/', 'https://a.example/'],
  ['mailto:a@b.example', 'mailto:a@b.example'],
])('a link to %s leads to %s in a site below /news', (href, to) => {
  for (const base of ['/news', '/news/']) expect(linkWithin(href, { base })).toBe(to);
  expect(linkWithin(href, { base: '/' })).toBe(href);
});

test('a site that has another collection by the name of ours is told how to name them', () => {
  expect(notOurs(['authors', 'topics'], new Set(['authors', 'topics']))).toBeUndefined();
  const { title, lines } = notOurs(['authors', 'topics'], new Set(['topics']))!;
  expect(title).toBe('Missing “authors” of Nutgraf in the collections of src/content.config.ts.');
  expect(lines).toContain("  import { collections as nutgraf } from 'nutgraf/collections';");
  expect(lines).toContain('  export const collections = { ...others, newsroomAuthors: authors, authors: … };');
});

test('a newsroom without its folder is told so', () => {
  const { faults } = surveyAll(join(tmpdir(), 'nutgraf-there-is-no-such-folder'));
  expect(faults.map(({ message }) => message.reason)).toEqual([
    'Missing folder of the newsroom: expected it at the root of the site, or its path in the setting “content”.',
  ]);
});
