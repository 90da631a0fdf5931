import { readFileSync } from 'node:fs';
import { createHash } from 'node:crypto';
import { fileURLToPath } from 'node:url';
import { brotliCompressSync } from 'node:zlib';
import { DOMParser, parseHTML } from 'linkedom';
import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { fromXml } from 'xast-util-from-xml';
import { readCopy } from '../../src/commands/verify/copy.ts';
import { compareCopy } from '../../src/commands/verify/compare.ts';
import type { KitRecord } from '../../src/renderings/kit.ts';
import { factsIn, factsLost, levelled, wordsOfHtml, wordsOfMarkdown, wordsOfPage } from '../support/facts.ts';
import { componentNames, contracts, exampleFrontmatter, newsroomFiles } from '../support/newsroom.ts';
import { schemaFaults } from '../support/xsd.ts';
import { makeSite, run } from '../support/site.ts';
import type { Site } from '../support/site.ts';

/** One site, and every form in which its stories leave it. */

const origin = 'https://news.example';

/** 300 characters and more of what breaks formats. */
const wild = `Q&A: “if a < b && b > c” — <script>alert('x')</script> ]]> "quoted" 'single' \`code\` *stars* _lines_ [link](x) {braces} # 100% &amp; 🌍👩‍👩‍👧 ${'مرحبا بالعالم '.repeat(10)}${'日本語の見出し'.repeat(6)} end`;

const words = (count: number) =>
  Array.from({ length: count / 10 }, (_, at) => `Sentence number ${at + 1} tells one more fact of it.`).join(' ');

const stories: Record<string, string> = {
  // Every component’s example in one story.
  'every-part.mdx': `${exampleFrontmatter.replace('headline: An example', 'headline: Every part').replace('authors:', 'corrections:\n  - { date: 2026-01-09T10:30:00-05:00, kind: correction, was: Three words., now: First words. }\n  - { date: 2026-01-08, kind: clarification, severity: serious, note: A “serious” note. }\nauthors:')}\nFirst words with [a link](/about/) and [another](https://elsewhere.example/a?b=1&c=2), H<sub>2</sub>O.\n\n${componentNames
    .map((name) => contracts.get(name)!.example)
    .join('\n\n')
    .replace(
      'clock.svg',
      'clock.png',
    )}\n\n<Figure src="harbour.png" alt="A harbour at night" credit="Photo: Jane Doe/Reuters" rights="no-copies">\nThe harbour in 2019.\n</Figure>\n`,
  'wild.mdx': `---\nheadline: ${JSON.stringify(wild)}\ndescription: ${JSON.stringify(`About ${wild}`)}\npublished: 2026-01-07\nauthors: [desk]\ntopics: [cities]\n---\n\nWords.\n`,
  'republished.mdx': `---\nheadline: Once more\ndescription: A story from elsewhere.\npublished: 2026-01-06\nauthors: [desk]\nfirstPublished: { outlet: reuters, headline: The first <headline> & more, url: https://reuters.example/first }\n---\n\nWords.\n`,
  'arabic.mdx': `---\nheadline: عنوان بالعربية\ndescription: وصف القصة.\nlang: ar\npublished: 2026-01-05\nauthors: [desk]\ntopics: [cities]\n---\n\nنص القصة هنا.\n`,
  'program.mdx': `---\nheadline: A program\ndescription: It computes.\npublished: 2026-01-03\nauthors: [desk]\nlicence: { name: All rights reserved, republish: false }\n---\n\nSix times seven is {6 * 7}.\n\n<WhyItMatters>Because of it.</WhyItMatters>\n`,
  'long.mdx': `---\nheadline: A long story\ndescription: Nine hundred words.\npublished: 2026-01-04\nauthors: [desk]\ntopics: [cities]\n---\n\n${words(900)}\n`,
};

/** A picture of which sizes are made. */
const clock = readFileSync(new URL('../../content/explainers/leap-second/clock.png', import.meta.url));

let site: Site;

beforeAll(async () => {
  site = makeSite({
    ...newsroomFiles(),
    'content/explainers/clock.png': clock,
    'content/explainers/harbour.png': clock,
    'content/topics/cities.yaml': 'name: Cities & towns\n',
    'content/pages/about.mdx': '---\ntitle: About\ndescription: Who we are.\npublished: 2026-01-01\n---\n\nUs.\n',
    'astro.config.mjs': `import { defineConfig } from 'astro/config';
import nutgraf from 'nutgraf';

export default defineConfig({
  site: '${origin}',
  integrations: [nutgraf({
    name: 'The Example & Co',
    timeZone: 'America/New_York',
    aiCrawlers: 'no-training',
    rsl: '${origin}/licence.xml',
    image: '/card.png',
    newsletter: { system: 'listmonk', address: 'Calle 1, Bogotá' },
    platforms: { appleNews: true, smartNews: { logo: '${origin}/logo.png' } },
    programs: true,
    trust: { belongto: ['https://association.example/'], contact: ['desk@news.example'] },
    licence: { name: 'CC BY-ND 4.0', url: 'https://creativecommons.org/licenses/by-nd/4.0/' },
    feeds: [{ name: 'Partner wire', topics: ['cities'], images: false, limit: 2 }],
  })],
});
`,
  });
  for (const [name, text] of Object.entries(stories)) site.write(`content/explainers/${name}`, text);
  const { code, output } = await site.build({ NUTGRAF_NOW: '2026-01-09T20:00:00Z' });
  expect(code, output).toBe(0);
});

afterAll(() => site.dispose());

const read = (path: string) => site.read(`dist/${path}`);

const pageWords = (story: string) => wordsOfPage(read(`${story}/index.html`));

/** An XML file, read as strictly as XML asks. */
function xml(path: string) {
  const text = read(path);
  fromXml(text);
  return new DOMParser().parseFromString(text, 'text/xml') as unknown as Document;
}

const texts = (node: Document | Element, name: string) =>
  [...node.getElementsByTagName(name)].map(({ textContent }) => textContent);

interface Item {
  url: string;
  title: string;
  html: string;
}

const itemsOf: Record<string, (path: string) => Item[]> = {
  'rss.xml': (path) =>
    [...xml(path).getElementsByTagName('item')].map((item) => ({
      url: texts(item, 'link')[0]!,
      title: texts(item, 'title')[0]!,
      html: texts(item, 'content:encoded')[0]!,
    })),
  'atom.xml': (path) =>
    [...xml(path).getElementsByTagName('entry')].map((item) => ({
      url: texts(item, 'id')[0]!,
      title: texts(item, 'title')[0]!,
      html: texts(item, 'content')[0]!,
    })),
  'feed.json': (path) =>
    (JSON.parse(read(path)) as { items: { url: string; title: string; content_html: string }[] }).items.map(
      ({ url, title, content_html: html }) => ({ url, title, html }),
    ),
};

describe.each(Object.entries(itemsOf))('the feed %s', (file, items) => {
  test('has every story, the newest first, under its own address', () => {
    expect(items(file).map(({ url }) => url)).toEqual(
      ['every-part', 'wild', 'republished', 'arabic', 'long', 'program'].map((id) => `${origin}/${id}/`),
    );
  });

  test('has each headline as it is, whatever it is made of', () => {
    expect(items(file)[1]!.title).toBe(wild);
  });

  test('tells every fact of every page', () => {
    for (const { url, title, html } of items(file).slice(0, -1)) {
      const page = pageWords(new URL(url).pathname.slice(1, -1));
      expect(factsIn(page).length).toBeGreaterThan(3);
      // The notes stand at the top of an item, without the heading that they have below a story.
      expect(factsLost(page, `Corrections\n${title}\n${wordsOfHtml(html)}`)).toEqual([]);
    }
  });

  test('has whole texts in plain HTML that asks nothing of the page it came from', () => {
    for (const { html } of items(file)) {
      expect(html).not.toMatch(/<(script|style|iframe|button|form|input)|\s(class|id|style|on\w+)=/);
      const addresses = [...html.matchAll(/\s(?:href|src)="([^"]*)"/g)].map(([, address]) => address!);
      expect(addresses.length).toBeGreaterThan(1);
      for (const address of addresses) expect(address).toMatch(/^(https?:\/\/|mailto:|tel:)/);
    }
    expect(items(file)[0]!.html).toContain(`href="${origin}/about/"`);
  });

  test('credits with real links, and says of a republished story that it is one', () => {
    const lines = items(file).map(({ html }) => html.slice(html.lastIndexOf('<h2>')));
    expect(lines[0]).toContain(
      `The post <cite><a href="${origin}/every-part/">Every part</a></cite> appeared first on <a href="${origin}/">The Example &#x26; Co</a>.`,
    );
    expect(levelled(wordsOfHtml(lines[2]!))).toContain(
      'The post The first <headline> & more appeared first on Reuters and is republished by The Example & Co.',
    );
    expect(lines[2]).toContain('<a href="https://reuters.example/first">');
    expect(wordsOfHtml(lines[3]!)).toContain('نُشر المقال عنوان بالعربية أول مرة في The Example & Co.');
  });

  test('is there for each topic, author and language, and for partners', () => {
    expect(items(`topics/cities/${file}`).map(({ url }) => url)).toEqual(
      ['wild', 'arabic', 'long'].map((id) => `${origin}/${id}/`),
    );
    expect(items(`authors/desk/${file}`)).toHaveLength(6);
    expect(items(`ar/${file}`).map(({ url }) => url)).toEqual([`${origin}/arabic/`]);
    expect(items(`feeds/partner-wire/${file}`).map(({ url }) => url)).toEqual(
      ['wild', 'arabic'].map((id) => `${origin}/${id}/`),
    );
  });
});

describe('RSS 2.0', () => {
  const day =
    /^(Mon|Tue|Wed|Thu|Fri|Sat|Sun), \d{2} (Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec) \d{4} \d{2}:\d{2}:\d{2} GMT$/;

  test('keeps the rules of the W3C’s validator', () => {
    const feed = xml('rss.xml');
    expect(feed.documentElement.tagName).toBe('rss');
    expect(feed.documentElement.getAttribute('version')).toBe('2.0');
    const channel = feed.querySelector('channel')!;
    expect([...channel.children].map(({ tagName }) => tagName).filter((name) => name !== 'item')).toEqual([
      'title',
      'link',
      'description',
      'language',
      'lastBuildDate',
      'atom:link',
    ]);
    const self = channel.getElementsByTagName('atom:link')[0]!;
    expect([self.getAttribute('href'), self.getAttribute('rel'), self.getAttribute('type')]).toEqual([
      `${origin}/rss.xml`,
      'self',
      'application/rss+xml',
    ]);
    expect(texts(feed, 'lastBuildDate')).toEqual(['Fri, 09 Jan 2026 15:30:00 GMT']);
    for (const date of [...texts(feed, 'lastBuildDate'), ...texts(feed, 'pubDate')]) expect(date).toMatch(day);
    const guids = texts(feed, 'guid');
    expect(new Set(guids).size).toBe(guids.length);
    const known = new Set([
      'title',
      'link',
      'guid',
      'pubDate',
      'atom:updated',
      'dc:creator',
      'dc:language',
      'dc:rights',
      'creativeCommons:license',
      'category',
      'media:content',
      'description',
      'content:encoded',
    ]);
    for (const item of feed.getElementsByTagName('item')) {
      const names = [...item.children].map(({ tagName }) => tagName);
      expect(names.filter((name) => !known.has(name))).toEqual([]);
      for (const name of ['title', 'link', 'guid', 'pubDate', 'description', 'content:encoded'])
        expect(names.filter((one) => one === name)).toHaveLength(1);
    }
  });

  test('has the beginning of a plain date in the newsroom’s zone', () => {
    expect(texts(xml('rss.xml'), 'pubDate')[1]).toBe('Wed, 07 Jan 2026 05:00:00 GMT');
  });
});

describe('Atom 1.0', () => {
  test('keeps the rules of RFC 4287', () => {
    const feed = xml('atom.xml');
    expect(feed.documentElement.getAttribute('xmlns')).toBe('http://www.w3.org/2005/Atom');
    expect(texts(feed, 'id')[0]).toBe(`${origin}/atom.xml`);
    expect([...feed.documentElement.children].map(({ tagName }) => tagName).filter((name) => name !== 'entry')).toEqual(
      ['id', 'title', 'subtitle', 'updated', 'author', 'link', 'link'],
    );
    const ids = texts(feed, 'id');
    expect(new Set(ids).size).toBe(ids.length);
    for (const date of [...texts(feed, 'updated'), ...texts(feed, 'published')])
      expect(date).toMatch(/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}\.\d{3}Z$/);
    for (const entry of feed.getElementsByTagName('entry')) {
      const names = [...entry.children].map(({ tagName }) => tagName);
      for (const name of ['id', 'title', 'published', 'updated', 'summary', 'content'])
        expect(names.filter((one) => one === name)).toHaveLength(1);
      for (const name of ['author', 'link']) expect(names).toContain(name);
    }
    expect([...feed.getElementsByTagName('entry')].map((entry) => entry.getAttribute('xml:lang'))).toEqual([
      'en',
      'en',
      'en',
      'ar',
      'en',
      'en',
    ]);
  });
});

test('JSON Feed 1.1 has what it requires', () => {
  const feed = JSON.parse(read('feed.json')) as Record<string, unknown> & { items: Record<string, unknown>[] };
  expect(feed).toMatchObject({
    version: 'https://jsonfeed.org/version/1.1',
    title: 'The Example & Co',
    home_page_url: `${origin}/`,
    feed_url: `${origin}/feed.json`,
    language: 'en',
  });
  expect(feed.items[0]).toMatchObject({
    id: `${origin}/every-part/`,
    date_published: '2026-01-08T05:00:00.000Z',
    date_modified: '2026-01-09T15:30:00.000Z',
    authors: [{ name: 'The Desk' }],
    language: 'en',
  });
});

test('a page leads to the feed that it is found by, and a feed has a style for people', () => {
  const links = (page: string) =>
    [...parseHTML(read(page)).document.querySelectorAll('link[rel=alternate][type*="+"]')].map((link) => [
      link.getAttribute('type'),
      link.getAttribute('href'),
    ]);
  expect(links('wild/index.html')).toEqual([
    ['application/rss+xml', '/rss.xml'],
    ['application/json+oembed', `${origin}/republish/wild/oembed.json`],
  ]);
  expect(links('index.html')).toEqual([
    ['application/rss+xml', '/rss.xml'],
    ['application/atom+xml', '/atom.xml'],
    ['application/feed+json', '/feed.json'],
  ]);
  expect(read('rss.xml')).toMatch(
    /^<\?xml version="1.0" encoding="utf-8"\?><\?xml-stylesheet type="text\/css" href="\/feed.css"\?><rss /,
  );
  expect(read('feed.css')).toContain('This is a feed.');
});

/** Every form of a story beside its page, and what a reader of each sees. */
const forms: Record<string, (story: string) => string> = {
  'Markdown twin': (story) => wordsOfMarkdown(read(`${story}.md`)),
  'text twin': (story) => read(`${story}.txt`),
  'lite page': (story) => wordsOfHtml(parseHTML(read(`lite/${story}/index.html`)).document.body.innerHTML),
  newsletter: (story) => wordsOfHtml(parseHTML(read(`${story}/email.html`)).document.body.innerHTML),
  'republish kit, HTML': (story) =>
    wordsOfHtml(parseHTML(read(`republish/${story}/story.html`)).document.body.innerHTML),
  'republish kit, Markdown': (story) => wordsOfMarkdown(read(`republish/${story}/story.md`)),
  'republish kit, text': (story) => read(`republish/${story}/story.txt`),
};

describe.each(Object.entries(forms))('the %s', (form, wordsOf) => {
  const all = Object.keys(stories).map((file) => file.replace('.mdx', ''));
  const isKit = form.startsWith('republish');
  const have = all.filter((story) => story !== 'program' && (!isKit || story !== 'republished'));

  test('tells every fact of every page', () => {
    for (const story of have) expect(factsLost(pageWords(story), wordsOf(story))).toEqual([]);
  });

  test('has each headline as it is, whatever it is made of', () => {
    expect(levelled(wordsOf('wild'))).toContain(levelled(wild));
  });

  test('has byline, dates, credit and licence', () => {
    const words = levelled(wordsOf('every-part').replace(/ \(https?:[^)]+\)/g, ''));
    for (const part of [
      'By The Desk',
      'Published January 8, 2026',
      'Updated January 9, 2026',
      'The post Every part appeared first on The Example & Co.',
      'CC BY-ND 4.0',
    ])
      expect(words).toContain(part);
    if (!isKit) expect(levelled(wordsOf('republished'))).toContain('is republished by The Example & Co');
  });
});

test('a story that computes is copied with its components, and says where it is whole', () => {
  expect(read('program.txt')).toContain(
    'A part of this story is shown on its own page only: https://news.example/program/\n\nWhy it matters\n\nBecause of it.',
  );
  expect(site.has('dist/republish/program/index.html')).toBe(false);
});

describe('the lite page', () => {
  test('is one small file without pictures, and search engines are sent to the story', () => {
    const html = read('lite/long/index.html');
    expect(brotliCompressSync(html).length).toBeLessThan(10_000);
    const { document } = parseHTML(read('lite/every-part/index.html'));
    expect(document.querySelectorAll('img, script, link[rel=stylesheet], iframe')).toHaveLength(0);
    expect(document.querySelector('link[rel=canonical]')!.getAttribute('href')).toBe(`${origin}/every-part/`);
    expect(document.querySelector('main')!.textContent).toContain('Picture: A digital clock that shows 23:59:60');
  });
});

describe('the newsletter', () => {
  test('is one column with its styles on its elements, small, and loads nothing but pictures', () => {
    const html = read('every-part/email.html');
    expect(html.length).toBeLessThan(100_000);
    const { document } = parseHTML(html);
    expect(document.querySelectorAll('script, link, form, iframe')).toHaveLength(0);
    // Tables hold data, never the layout.
    expect(document.querySelector('body > div + div > table, div > div > table')).toBeNull();
    for (const name of ['h1', 'h2', 'p', 'blockquote', 'a'])
      expect(document.querySelector(name)!.getAttribute('style')).toBeTruthy();
    for (const picture of document.querySelectorAll('img')) expect(picture.getAttribute('src')).toMatch(/^https:/);
  });
});

test('programs of many newsrooms get stories in their own formats, where the newsroom asks for it', () => {
  const article = JSON.parse(read('every-part/apple-news.json')) as { title: string; components: { URL?: string }[] };
  expect(article.title).toBe('Every part');
  const photos = article.components.flatMap(({ URL: url }) => url ?? []);
  expect(photos.length).toBeGreaterThan(0);
  for (const url of photos) expect(site.has(`dist${new URL(url).pathname}`)).toBe(true);
  expect(site.has('dist/program/apple-news.json')).toBe(false);
  expect(read('smartnews.xml')).toContain('<snf:logo><url>https://news.example/logo.png</url></snf:logo>');
  expect(read('every-part/email.txt')).toMatch(/Calle 1, Bogotá\n\nUnsubscribe: \{\{ UnsubscribeURL \}\}$/);
});

describe('the republish kit', () => {
  test('is there for stories whose licence allows it, and their pages lead to it', () => {
    expect(site.has('dist/republish/republished/index.html')).toBe(false);
    const links = (story: string) =>
      [...parseHTML(read(`${story}/index.html`)).document.querySelectorAll('footer a')].map((link) =>
        link.getAttribute('href'),
      );
    expect(links('wild')).toContain('/republish/wild/');
    expect(links('republished')).not.toContain('/republish/republished/');
  });

  test('tells the rules in plain words, gives the story to copy, and is left out of search results', () => {
    const { document } = parseHTML(read('republish/every-part/index.html'));
    expect(document.querySelector('meta[name=robots]')!.getAttribute('content')).toBe('noindex');
    const words = levelled(document.querySelector('main')!.textContent);
    for (const rule of [
      'under the licence CC BY-ND 4.0',
      'Leave the words as they are.',
      '<meta name="robots" content="noindex">',
    ])
      expect(words).toContain(rule);
    // The text of the field is the copy’s markup.
    const markup = wordsOfHtml(`<p>${document.querySelector('textarea')!.innerHTML.replaceAll('\n', ' ')}</p>`);
    expect(levelled(wordsOfHtml(markup))).toBe(
      levelled(wordsOfHtml(read('republish/every-part/story.html').replace(/.*<body>|<\/body>.*/gs, ''))),
    );
    expect([...document.querySelectorAll('main ul a')].map((link) => link.getAttribute('href'))).toEqual(
      ['story.html', 'story.md', 'story.txt', 'story.json', 'wordpress.json', 'pictures.zip'].map(
        (file) => `/republish/every-part/${file}`,
      ),
    );
    for (const link of document.querySelectorAll('main ul a'))
      expect(site.has(`dist${link.getAttribute('href')}`), link.textContent).toBe(true);
    expect(document.querySelectorAll('textarea')[1]!.textContent).toMatch(
      /^&lt;blockquote cite=&quot;https:\S+\/every-part\/&quot;/,
    );
    expect(document.querySelectorAll('img')).toHaveLength(0);
  });

  test('has a record by which a copy can be checked', () => {
    const record = recordOf('every-part');
    expect(record).toMatchObject({
      headline: 'Every part',
      authors: ['The Desk'],
      url: `${origin}/every-part/`,
      licence: { name: 'CC BY-ND 4.0', changes: false },
      credit: {
        text: 'The post Every part appeared first on The Example & Co.',
        links: [{ url: `${origin}/every-part/` }, { url: `${origin}/` }],
      },
      pictures: [
        { alt: 'A digital clock that shows 23:59:60', src: 'clock.png', rights: 'ours', allowed: true },
        { alt: 'A digital clock that shows 23:59:59', src: 'clock.svg', rights: 'ours', allowed: true },
        { alt: 'A digital clock that shows 23:59:60', src: 'clock.svg', rights: 'ours', allowed: true },
        { alt: 'A harbour at night', rights: 'no-copies', allowed: false },
      ],
      corrections: [{ date: '2026-01-09T10:30:00-05:00' }, { text: 'A “serious” note.' }],
    });
    expect(record.digest).toBe(createHash('sha256').update(record.text).digest('hex'));
    expect(record.links).toContain('https://elsewhere.example/a?b=1&c=2');
  });
});

describe('sitemaps', () => {
  const maps = ['sitemap-pages.xml', 'sitemap-stories.xml', 'sitemap-news.xml'];

  test('are valid by their schemas, and the schemas see what is wrong', async () => {
    for (const map of maps) expect(await schemaFaults(read(map), 'sitemap')).toEqual([]);
    expect(await schemaFaults(read('sitemap-index.xml'), 'index')).toEqual([]);
    expect(
      await schemaFaults(read('sitemap-news.xml').replace('<news:language>en', '<news:language>English'), 'sitemap'),
    ).not.toEqual([]);
    expect(
      await schemaFaults(read('sitemap-stories.xml').replace(/<lastmod>[^<]+/, '<lastmod>yesterday'), 'sitemap'),
    ).not.toEqual([]);
  });

  test('list every story of the newsroom’s own, with when it changed and its pictures', () => {
    const map = xml('sitemap-stories.xml');
    expect(texts(map, 'loc')).toEqual(
      ['every-part', 'wild', 'arabic', 'long', 'program'].map((id) => `${origin}/${id}/`),
    );
    expect(texts(map, 'lastmod')).toEqual([
      '2026-01-09T15:30:00.000Z',
      '2026-01-07',
      '2026-01-05',
      '2026-01-04',
      '2026-01-03',
    ]);
    const [picture] = texts(map, 'image:loc');
    expect(picture).toMatch(/^https:\/\/news\.example\/_astro\/clock\./);
    expect(site.has(`dist${new URL(picture!).pathname}`)).toBe(true);
    expect(texts(xml('sitemap-index.xml'), 'loc')).toEqual(maps.map((name) => `${origin}/${name}`));
    expect(texts(xml('sitemap-index.xml'), 'lastmod')[1]).toBe('2026-01-09T15:30:00.000Z');
  });

  test('have as news the stories of two days', () => {
    const map = xml('sitemap-news.xml');
    expect(
      ['loc', 'news:name', 'news:language', 'news:publication_date', 'news:title'].map((name) => texts(map, name)),
    ).toEqual([[`${origin}/every-part/`], ['The Example & Co'], ['en'], ['2026-01-08'], ['Every part']]);
  });
});

test('robots.txt, trust.txt and llms.txt say what is set', () => {
  const robots = read('robots.txt');
  expect(robots).toContain('License: https://news.example/licence.xml\n');
  expect(robots).toMatch(
    /User-agent: GPTBot\n(User-agent: [\w-]+\n)+Disallow: \/\n\nUser-agent: \*\nAllow: \/\n\nSitemap: https:\/\/news\.example\/sitemap-index\.xml\n$/,
  );
  expect(robots).not.toContain('OAI-SearchBot');
  expect(read('trust.txt')).toBe(
    '# The Example & Co\nbelongto=https://association.example/\ncontact=desk@news.example\ndatatrainingallowed=no\n',
  );
  expect(read('.well-known/trust.txt')).toBe(read('trust.txt'));
  const links = read('llms.txt')
    .split('\n')
    .filter((line) => line.startsWith('- ['));
  expect(links).toHaveLength(8);
  expect(links[0]).toBe(`- [Every part](${origin}/every-part.md): A sentence about it.`);
  expect(wordsOfMarkdown(links[1]!)).toContain('<script>alert');
});

test('a link elsewhere shows the story’s card, and machines find its first picture in three shapes', async () => {
  const card = (page: string): Record<string, string> =>
    Object.fromEntries(
      [...parseHTML(read(page)).document.querySelectorAll('meta[property]')].map((meta) => [
        meta.getAttribute('property') ?? '',
        meta.getAttribute('content') ?? '',
      ]),
    );
  expect(card('every-part/index.html')).toMatchObject({
    'og:image': `${origin}/every-part/card.png`,
    'og:image:width': '1200',
    'og:image:height': '630',
    'og:image:alt': expect.stringContaining('Every part · ') as string,
    'twitter:card': 'summary_large_image',
  });
  const { image } = (
    JSON.parse(/ld\+json">(.*?)<\/script>/s.exec(read('every-part/index.html'))![1]!) as {
      '@graph': { image: string[] }[];
    }
  )['@graph'][0]!;
  const sizes = image.map(async (url) => sharp(`${site.root}/dist${new URL(url).pathname}`).metadata());
  const ratios = (await Promise.all(sizes)).map(({ width, height }) => width / height);
  for (const [index, ratio] of [1, 4 / 3, 16 / 9].entries()) expect(ratios[index]).toBeCloseTo(ratio, 1);
  expect(card('wild/index.html')['og:title']).toBe(wild);
  expect(card('index.html')['og:image']).toBe(`${origin}/card.png`);
  expect(site.has('dist/every-part/card.png')).toBe(true);
  // There are no letters of ours for all of its headline.
  expect(site.has('dist/wild/card.png')).toBe(false);
  expect(card('wild/index.html')['og:image']).toBe(`${origin}/card.png`);
});

const recordOf = (story: string) => JSON.parse(read(`republish/${story}/story.json`)) as KitRecord;

/** A copy as an editor of WordPress’s kind makes it of the kit’s HTML, in a page of its own. */
function republished(story: string): string {
  const body = read(`republish/${story}/story.html`).replace(/.*<article>|<\/article>.*/gs, '');
  const wrapped = body
    .replace(/<p>/g, '<div class="wp-block">')
    .replace(/<\/p>/g, '</div>')
    .replace(/[“”]/g, '"')
    .replace(/[’‘]/g, "'")
    .replace(/ – /g, ' — ')
    .replace(/ (\d+) /g, '&nbsp;$1&nbsp;')
    .replace(
      /<img src="([^"]+)"/g,
      '<img class="size-full" srcset="$1?w=300 300w, $1?w=600 600w" loading="lazy" src="$1?w=600"',
    )
    .replace(
      /<a href="https:\/\/news\.example\/([^"?]*)"/g,
      '<a target="_blank" rel="noopener" href="https://news.example/$1?utm_source=partner"',
    )
    .replace(/<section>/g, '<div id="section">')
    .replace(/<\/section>/g, '</div>');
  return `<!doctype html><html lang="en"><head><title>Partner</title><link rel="canonical" href="${origin}/${story}"></head><body>
<nav><ul><li><a href="/">Home</a></li><li>The latest stories of the day</li></ul></nav><main>${wrapped}</main><aside>More stories like this one that you may like to read</aside></body></html>`;
}

describe('the verifier', () => {
  const rulesOf = (html: string, story = 'every-part') =>
    compareCopy(readCopy(html, 'html'), recordOf(story)).map(({ ruleId }) => ruleId);

  test('passes a faithful copy that an editor’s program has wrapped anew, and the files of the kit', () => {
    for (const story of ['every-part', 'wild', 'arabic', 'long']) {
      expect(compareCopy(readCopy(republished(story), 'html'), recordOf(story))).toEqual([]);
      const file = (type: string) => read(`republish/${story}/story.${type}`);
      expect(compareCopy(readCopy(file('html'), 'html'), recordOf(story))).toEqual([]);
      expect(compareCopy(readCopy(file('md'), 'markdown'), recordOf(story))).toEqual([]);
      expect(compareCopy(readCopy(file('txt'), 'text'), recordOf(story))).toEqual([]);
    }
  });

  test.each<[string, string, (html: string) => string]>([
    ['a credit line left out', 'credit', (html) => html.replace('appeared first on', 'is by')],
    [
      'a link of the credit line that leads elsewhere',
      'credit-link',
      (html) => html.replaceAll(`href="${origin}/every-part/?utm_source=partner"`, 'href="https://partner.example/"'),
    ],
    [
      'a newsroom without its link',
      'credit-link',
      (html) => html.replaceAll(`href="${origin}/?utm_source=partner"`, ''),
    ],
    ['another headline', 'headline', (html) => html.replace('<h1>Every part', '<h1>You will not believe every part')],
    ['a byline left out', 'byline', (html) => html.replace(/<div class="wp-block">By The Desk<\/div>/, '')],
    ['another number', 'text', (html) => html.replace('61&nbsp;seconds', '62&nbsp;seconds')],
    ['words left out', 'text', (html) => html.replace('Computers are the reason: ', '')],
    ['words put in', 'text', (html) => html.replace('The leap second is', 'Sadly, the leap second is')],
    ['a quotation altered', 'text', (html) => html.replace('I live humbly off my salary', 'I live well off my salary')],
    ['a link left out', 'link', (html) => html.replace(/<a href="https:\/\/elsewhere[^>]*>another<\/a>/, 'another')],
    [
      'a picture that copies may not have',
      'picture',
      (html) => html.replace('</main>', '<img src="/uploads/harbour-1200.jpg" alt=""></main>'),
    ],
    ['a page that search engines are to keep', 'search', (html) => html.replace(/<link rel="canonical"[^>]*>/, '')],
    ['a correction left out', 'correction', (html) => html.replace('A "serious" note.', '')],
    [
      'a licence left out',
      'licence',
      (html) => html.replace(/<a href="https:\/\/creativecommons[^>]*>CC BY-ND 4.0<\/a>/, ''),
    ],
  ])('finds %s', (_, rule, alter) => {
    const faithful = republished('every-part');
    const altered = alter(faithful);
    expect(altered).not.toBe(faithful);
    expect(rulesOf(altered)).toEqual([rule]);
  });

  test('says where and what: the words, and those expected', () => {
    const [message] = compareCopy(
      readCopy(republished('every-part').replace('61&nbsp;seconds', '62&nbsp;seconds'), 'html'),
      recordOf('every-part'),
    );
    expect(message!.reason).toBe('Unexpected “62”: expected “61” after “expect a minute of”.');
  });

  test('tells changes as notes where the licence allows them', () => {
    const record = { ...recordOf('every-part'), licence: { name: 'CC BY-ND 4.0', changes: true } };
    expect(
      compareCopy(readCopy(republished('every-part').replace('61&nbsp;seconds', '62&nbsp;seconds'), 'html'), record),
    ).toMatchObject([{ ruleId: 'text', fatal: false }]);
  });

  test('ends with 0, 1 or 2, in words or as data', async () => {
    const command = fileURLToPath(new URL('../../src/commands/nutgraf.ts', import.meta.url));
    const verify = (...args: string[]) => run(command, ['verify', ...args], site.root);
    site.write('faithful.html', republished('every-part'));
    site.write('altered.html', republished('every-part').replace('61&nbsp;seconds', '62&nbsp;seconds'));
    const [clean, altered, unknown, missing] = await Promise.all([
      verify('faithful.html', '--story', 'every-part'),
      verify('altered.html', '--story', 'every-part', '--json'),
      verify('faithful.html', '--story', 'every-prt'),
      verify('nowhere.html', '--story', 'every-part'),
    ]);
    expect(clean).toEqual({ code: 0, output: 'faithful.html: a faithful copy.\n' });
    expect(altered.code).toBe(1);
    expect(JSON.parse(altered.output)).toMatchObject({ story: 'every-part', findings: [{ rule: 'text' }] });
    expect([unknown.code, missing.code]).toEqual([2, 2]);
    expect(unknown.output).toContain('Did you mean “every-part”?');
    expect(missing.output).toBe(
      'Unknown file “nowhere.html”: expected a file, or an address that begins with https://.\n',
    );
  });
});
