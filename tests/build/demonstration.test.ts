import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { parseHTML } from 'linkedom';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { buildDemonstration } from '../support/demonstration.ts';
import { factsIn, factsLost, wordsOfHtml, wordsOfMarkdown, wordsOfPage } from '../support/facts.ts';
import { brokenLinks } from '../support/links.ts';

/** The demonstration newsroom, as it is: what a reader of each copy of its stories is told, and where its links go. */

let site: Awaited<ReturnType<typeof buildDemonstration>>;

beforeAll(async () => {
  site = await buildDemonstration();
});

afterAll(() => site.dispose());

const read = (path: string) => readFileSync(join(site.dist, path), 'utf8');
const stories = readdirSync(new URL('../../content/explainers/', import.meta.url));
const inBody = (page: string) => wordsOfHtml(parseHTML(page).document.body.innerHTML);

const itemOf = (story: string) => {
  const { items } = JSON.parse(read('feed.json')) as { items: { url: string; title: string; content_html: string }[] };
  const { title, content_html: html } = items.find(({ url }) => new URL(url).pathname === `/${story}/`)!;
  return `${title}\n${wordsOfHtml(html)}`;
};

test.each(stories)('%s says the same in every copy', (story) => {
  const page = wordsOfPage(read(`${story}/index.html`));
  expect(factsIn(page).length).toBeGreaterThan(10);
  const copies = {
    feed: itemOf(story),
    Markdown: wordsOfMarkdown(read(`${story}.md`)),
    text: read(`${story}.txt`),
    lite: inBody(read(`lite/${story}/index.html`)),
    newsletter: inBody(read(`${story}/email.html`)),
  };
  const lost = Object.entries(copies).map(([form, words]) => [form, factsLost(page, words)]);
  expect(lost).toEqual(Object.keys(copies).map((form) => [form, []]));
});

test('the sitemaps have every page that search engines may keep, and no other', () => {
  const mapped = ['sitemap-pages.xml', 'sitemap-stories.xml']
    .flatMap((map) => [...read(map).matchAll(/<loc>([^<]+)<\/loc>/g)].map(([, url]) => url!))
    .sort();
  const pages = readdirSync(site.dist, { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.html'));
  const kept = pages.flatMap((file) => {
    const { document } = parseHTML(read(file));
    const isKept = !document.querySelector('meta[name=robots]')?.getAttribute('content')?.includes('noindex');
    const canonical = document.querySelector('link[rel=canonical]')?.getAttribute('href');
    const url = `https://explainers.example/${file.replace(/index\.html$/, '')}`;
    // A search is not a page to be found, and an older page of a list is found by the newest.
    return isKept && canonical === url && !/\/search\/$|\/\d+\/$/.test(url.replace(/\/archive\/.*/, '')) ? [url] : [];
  });
  expect(kept.length).toBeGreaterThan(20);
  expect(mapped).toEqual(kept.sort());
});

test('no link of the site is broken', () => {
  expect(brokenLinks(site.dist)).toEqual([]);
});
