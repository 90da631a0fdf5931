import { readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseRssFeed } from 'feedsmith';
import { parseHTML } from 'linkedom';
import markdownIt from 'markdown-it';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { buildDemonstration } from '../support/demonstration.ts';
import { factsIn, factsLost, wordsOfHtml, wordsOfMarkdown, wordsOfPage } from '../support/facts.ts';
import {
  faultsByHtmlValidate,
  faultsBySchemaDts,
  faultsByVnu,
  hasJava,
  harmlessInMail,
  lackingInMail,
  pageRules,
} from '../support/judges.ts';
import { jsonLdIn } from '../support/schema-org.ts';
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

test('the letter of a week has its stories and what is to come, in each language that has any', () => {
  const text = read('digest.txt');
  expect(text).toMatch(
    /^Read on the web \(https:\/\/explainers.example\/\)\n\nThe Explainer Desk: the week to November 20, 2026/,
  );
  // The newest story, and none that came out more than a week before it.
  expect(text).toMatch(/Why the leap second[^]*How ranked-choice[^]*earthquake[^]*What’s next\n\n- May 20, 2027: /);
  expect(text).not.toContain('Trump');
  const { document } = parseHTML(read('es/digest.html'));
  expect(document.documentElement.getAttribute('lang')).toBe('es');
  expect(document.querySelector('h1')!.textContent).toContain('la semana hasta el');
  const links = [...parseHTML(read('newsletters/index.html')).document.querySelectorAll('.kit a')];
  expect(links.map((link) => link.getAttribute('href'))).toEqual(
    expect.arrayContaining(['/digest.html', '/es/digest.txt', '/leap-second/email.html', '/leap-second/email.txt']),
  );
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
    // An older page of a list is found by the newest.
    return isKept && canonical === url && !/\/\d+\/$/.test(url.replace(/\/archive\/.*/, '')) ? [url] : [];
  });
  expect(kept.length).toBeGreaterThan(20);
  expect(mapped).toEqual(kept.sort());
});

describe('by the judgement of others', () => {
  const files = () => readdirSync(site.dist, { recursive: true, encoding: 'utf8' });
  const pages = (isOne: (file: string) => boolean) =>
    Object.fromEntries(
      files()
        .filter((file) => file.endsWith('.html') && isOne(file))
        .map((file) => [file, read(file)]),
    );

  const isMail = (file: string) => /(email|digest)\.html$/.test(file);

  test('every page is HTML as html-validate recommends it', async () => {
    expect(
      await faultsByHtmlValidate(
        pages((file) => !isMail(file)),
        pageRules,
      ),
    ).toEqual([]);
    // Mail programs keep only styles that stand on the elements.
    expect(await faultsByHtmlValidate(pages(isMail), { 'no-inline-style': 'off' })).toEqual([]);
    expect(await faultsByHtmlValidate({ planted: '<!DOCTYPE html><p><button>Go</button><div></div></p>' })).not.toEqual(
      [],
    );
  });

  // Where there is no Java, html-validate alone is asked.
  test.skipIf(!hasJava)('every page is HTML as the W3C’s checker has it', () => {
    const html = files().filter((file) => file.endsWith('.html'));
    const planted = join(site.dist, 'planted.html');
    writeFileSync(planted, '<!DOCTYPE html><title>A</title><p><div id=a id=b></div></p>');
    const faults = faultsByVnu([planted, ...html.map((file) => join(site.dist, file))]);
    rmSync(planted);
    expect(faults.filter((fault) => !fault.includes('planted'))).toEqual([]);
    expect(faults.length).toBeGreaterThan(0);
  });

  test('JSON-LD is of schema.org as `schema-dts` has it', () => {
    const kinds = ['', 'es/', 'leap-second/', 'trump-petro-reunion-casa-blanca/', 'topics/colombia/', 'archive/'];
    const all = Object.fromEntries(
      kinds.flatMap((kind) => jsonLdIn(read(`${kind}index.html`)).map((value) => [kind, value] as const)),
    );
    const planted = { '@context': 'https://schema.org', '@graph': [{ '@type': 'NewsArticle', headlin: 'A' }] };
    const faults = faultsBySchemaDts({ ...all, planted });
    expect(Object.keys(all)).toHaveLength(kinds.length);
    expect(faults).toEqual([expect.stringContaining('headlin')]);
  });

  test('newsletters use what mail programs have, or what they may leave out', () => {
    for (const [file, html] of Object.entries(pages(isMail)))
      expect(
        lackingInMail(html).filter((feature) => !harmlessInMail.includes(feature)),
        file,
      ).toEqual([]);
    expect(lackingInMail('<p style="display:grid">A</p>')).not.toEqual([]);
  });

  test('the feed is as Flipboard, Microsoft Start and others ask for it (docs/platforms.md)', () => {
    const { items = [] } = parseRssFeed(read('rss.xml'));
    expect(items.length).toBeGreaterThan(5);
    for (const { title, link, guid, pubDate, content, dc, categories, media } of items) {
      expect(
        [title, link, guid?.value, pubDate, dc?.creators?.[0], categories?.[0]?.name].filter((one) => !one),
      ).toEqual([]);
      expect(link).toMatch(/^https:/);
      expect(content!.encoded!.length).toBeGreaterThan(1000);
      expect(content!.encoded).not.toMatch(/<(script|style|iframe|form)/);
      for (const { width = 0 } of media?.contents ?? []) expect(width).toBeGreaterThanOrEqual(400);
    }
  });

  test.each(stories)('Markdown of %s has the same words by two parsers', (story) => {
    const markdown = read(`${story}.md`);
    const level = (text: string) => text.replace(/\s+/g, ' ').trim();
    expect(level(wordsOfHtml(markdownIt({ html: true }).render(markdown)))).toBe(level(wordsOfMarkdown(markdown)));
    expect(markdown).not.toMatch(/&#x|^\*\*[^*]+\*\*$/m);
  });
});

test('the front page shows what was corrected last, each with its place in the story', () => {
  const links = [...parseHTML(read('index.html')).document.querySelectorAll('#corrections ~ ul a')];
  expect(links.length).toBeGreaterThan(1);
  for (const link of links) {
    const [, story = '', id = ''] = /^\/([\w-]+)\/#(\S+)$/.exec(link.getAttribute('href') ?? '') ?? [];
    expect(parseHTML(read(`${story}/index.html`)).document.getElementById(id)).not.toBeNull();
  }
});

test.each(['index.html', 'es/index.html', 'leap-second/index.html'])(
  'the foot of %s leads to the terms and to the newsroom’s own pages',
  (page) => {
    const links = [...parseHTML(read(page)).document.querySelectorAll('footer.foot a')];
    const to = new Map(links.map((link) => [link.getAttribute('href'), link]));
    expect([...to.keys()]).toEqual(expect.arrayContaining(['/terms/', '/about/']));
    expect(to.get('/about/')?.getAttribute('lang') ?? undefined).toBe(page.startsWith('es') ? 'en' : undefined);
  },
);

test('no link of the site is broken', () => {
  expect(brokenLinks(site.dist)).toEqual([]);
});
