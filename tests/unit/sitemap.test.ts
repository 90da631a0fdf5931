import { expect, test } from 'vitest';
import { toSitemap, toSitemapIndex } from '../../src/renderings/sitemap.ts';
import { toXml } from '../../src/renderings/xml.ts';
import { x } from 'xastscript';

const head = '<?xml version="1.0" encoding="utf-8"?>';
const body = (xml: string) => xml.replace(/^.*?<urlset [^>]*>/s, '').replace('</urlset>', '');

test('a sitemap names its standards, and is empty where there is nothing', () => {
  expect(toSitemap([])).toBe(
    `${head}<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:xhtml="http://www.w3.org/1999/xhtml" ` +
      'xmlns:image="http://www.google.com/schemas/sitemap-image/1.1" ' +
      'xmlns:news="http://www.google.com/schemas/sitemap-news/0.9" />',
  );
});

test('a sitemap says of a page only what is known of it', () => {
  expect(body(toSitemap([{ url: 'https://news.example/a/' }]))).toBe('<url><loc>https://news.example/a/</loc></url>');
});

test('a sitemap says when a page changed, its languages, its pictures, and that it is news', () => {
  const page = {
    url: 'https://news.example/a/',
    changed: '2026-01-09',
    languages: { en: 'https://news.example/a/', es: 'https://news.example/b/?x&y' },
    pictures: ['https://news.example/a.jpg'],
    news: { name: 'The Example', lang: 'en', published: '2026-01-08', title: 'Trump & Petro' },
  };
  expect(body(toSitemap([page]))).toBe(
    '<url><loc>https://news.example/a/</loc><lastmod>2026-01-09</lastmod>' +
      '<xhtml:link rel="alternate" hreflang="en" href="https://news.example/a/" />' +
      '<xhtml:link rel="alternate" hreflang="es" href="https://news.example/b/?x&#x26;y" />' +
      '<image:image><image:loc>https://news.example/a.jpg</image:loc></image:image>' +
      '<news:news><news:publication><news:name>The Example</news:name><news:language>en</news:language>' +
      '</news:publication><news:publication_date>2026-01-08</news:publication_date>' +
      '<news:title>Trump &#x26; Petro</news:title></news:news></url>',
  );
});

test('the index lists the maps, with their dates where they have one', () => {
  expect(toSitemapIndex([{ url: 'https://news.example/sitemap-1.xml', changed: '2026-01-09' }, { url: 'b' }])).toBe(
    `${head}<sitemapindex xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">` +
      '<sitemap><loc>https://news.example/sitemap-1.xml</loc><lastmod>2026-01-09</lastmod></sitemap>' +
      '<sitemap><loc>b</loc></sitemap></sitemapindex>',
  );
});

test.each([
  ['a bell', 'a\u0007b', 'ab'],
  ['half a pair of UTF-16', 'a\uD800b', 'a\uFFFDb'],
  ['what is no character', 'a\uFFFEb\uFFFFc', 'abc'],
])('a file of XML may not have %s', (_, text, kept) => expect(toXml(x('a', text))).toBe(`${head}<a>${kept}</a>`));

test('a file of XML keeps every sign of a text: tabs, lines, those beyond the first plane', () => {
  const text = 'a\tb\nc 🗳 \uE000\uFFFD \uD7FF';
  expect(toXml(x('a', text))).toBe(`${head}<a>${text}</a>`);
});

test('no words of a story can end a part of the file', () => {
  expect(toXml(x('a', 'one ]]> two <three> & ]]>'))).toBe(`${head}<a>one ]]&gt; two &#x3C;three> &#x26; ]]&gt;</a>`);
});
