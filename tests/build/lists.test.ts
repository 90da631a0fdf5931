import { join } from 'node:path';
import { parseHTML } from 'linkedom';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { archiveOf, configOf, storyFile } from '../support/archive.ts';
import { brokenLinks, filesOf } from '../support/links.ts';
import { makeSite } from '../support/site.ts';
import type { Site } from '../support/site.ts';

let site: Site;

const documentOf = (path: string) => parseHTML(site.read(`dist/${path}index.html`)).document;
const headlines = (path: string) =>
  [...documentOf(path).querySelectorAll('main h2 > a, main h3 > a')].map((link) => link.textContent);
const stories = (from: number, to: number) =>
  Array.from({ length: from - to + 1 }, (_, index) => `Story ${from - index}`);

beforeAll(async () => {
  site = makeSite(archiveOf(62));
  site.write('astro.config.mjs', configOf('', 'experimental: { incrementalBuild: true },'));
  const { code, output } = await site.build();
  expect(code, output).toBe(0);
});

afterAll(() => site.dispose());

test('every link holds', () => expect(brokenLinks(join(site.root, 'dist'))).toEqual([]));

test('each page has its own title, description and address', () => {
  const pages = filesOf(join(site.root, 'dist')).filter((file) => file.endsWith('.html') && !/story-|^404/.test(file));
  const of = (read: (document: Document) => string | null | undefined) =>
    pages.map((page) => read(parseHTML(site.read(`dist/${page}`)).document));
  for (const all of [
    of((document) => document.title),
    of((document) => document.querySelector('meta[name=description]')!.getAttribute('content')),
    of((document) => document.querySelector('link[rel=canonical]')!.getAttribute('href')),
  ]) {
    expect(all.filter((one, index) => !one || all.indexOf(one) !== index)).toEqual([]);
  }
  expect(pages.length).toBeGreaterThan(20);
});

test('the front page has the newest story, then a row, then by topic, then headlines, none twice', () => {
  expect(documentOf('').querySelector('.lead h2')!.textContent).toBe('Story 62');
  const shown = headlines('').filter((text) => text.startsWith('Story'));
  // No more than two of its main topic stand in the row.
  expect(shown.slice(0, 5)).toEqual([...stories(62, 59), 'Story 57']);
  expect(new Set(shown).size).toBe(shown.length);
  const sections = [...documentOf('').querySelectorAll('.sec')].map((section) => section.querySelector('h2')!);
  expect(sections.map((heading) => heading.textContent.trim())).toEqual(['Cities', 'Rivers', 'Latest explainers']);
});

describe('a long list', () => {
  test('has what is newest on a page without a number, and the oldest on page 1', () => {
    expect(headlines('topics/cities/')).toEqual(stories(62, 41));
    expect(headlines('topics/cities/2/')).toEqual(stories(40, 21));
    expect(headlines('topics/cities/1/')).toEqual(stories(20, 1));
    expect(site.has('dist/topics/cities/3/index.html')).toBe(false);
    expect(headlines('topics/rivers/')).toHaveLength(20);
  });

  test('leads on to what is older, and back to what is newest', () => {
    const links = (path: string) =>
      [...documentOf(path).querySelectorAll('.pager a')].map((link) => link.getAttribute('href'));
    expect(links('topics/cities/')).toEqual(['/topics/cities/2/']);
    expect(links('topics/cities/2/')).toEqual(['/topics/cities/1/', '/topics/cities/']);
    expect(links('topics/cities/1/')).toEqual(['/topics/cities/']);
    expect(links('topics/rivers/')).toEqual([]);
  });

  test('is of a topic, an author, an outlet, a person, a month and a year', () => {
    expect(headlines('authors/desk/2/')).toEqual(stories(40, 21));
    expect(headlines('outlets/reuters/1/')).toEqual(stories(20, 1));
    expect(documentOf('outlets/reuters/').querySelector('.dek')!.textContent).toBe(
      'Every explainer that cites Reuters.',
    );
    expect(documentOf('topics/rivers/').querySelector('.dek')!.textContent).toBe('All about rivers.');
    expect(headlines('archive/2025/12/')).toEqual(stories(61, 31));
    expect(headlines('archive/2026/').filter((text) => text.startsWith('Story'))).toEqual(['Story 62']);
    expect(documentOf('archive/').querySelector('main')!.textContent.replace(/\s+/g, ' ')).toContain(
      '2026January 2026 1 explainer2025December 2025 31 explainersNovember 2025 30 explainers',
    );
  });
});

describe('a person’s page', () => {
  test('has every statement with words, date, role then and source, under its story', () => {
    const document = documentOf('people/john-roe/2/');
    const said = [...document.querySelectorAll('.list > li')].map((story) => [
      story.querySelector('h2')!.textContent,
      story.querySelector('figure')!.textContent,
    ]);
    expect(said).toEqual(
      stories(40, 21).map((name) => [
        name,
        `Chief clerkHe said so ${name.slice(6)} times.In our words, from Reuters, January 2, 2026`,
      ]),
    );
    const quote = documentOf('people/jane-doe/').querySelector('figure')!;
    expect(quote.querySelector('blockquote')!.textContent).toBe('“Words 62 & more.”');
    expect(quote.querySelector('figcaption')!.textContent).toBe('Mayor');
    expect(quote.querySelector('.provenance a')!.getAttribute('href')).toBe('/story-62/#r2');
  });

  test('has the roles with their dates, the newest first', () => {
    expect([...documentOf('people/john-roe/').querySelectorAll('.roles li')].map((role) => role.textContent)).toEqual([
      'Chief clerk since 2026',
      'Clerk 2020 to 2025',
    ]);
  });

  test('is a profile for machines', () => {
    const { '@graph': graph } = JSON.parse(documentOf('people/john-roe/').querySelector('script')!.textContent) as {
      '@graph': { itemListElement?: { item?: string }[] }[];
    };
    expect(graph[0]).toMatchObject({
      '@type': 'ProfilePage',
      url: 'https://news.example/people/john-roe/',
      mainEntity: { '@type': 'Person', name: 'John Roe', jobTitle: 'Chief clerk' },
    });
    expect(graph[1]!.itemListElement![0]).toEqual({
      '@type': 'ListItem',
      position: 1,
      url: 'https://news.example/story-62/',
    });
    expect(graph[2]!.itemListElement!.map(({ item }) => item)).toEqual([
      'https://news.example/',
      'https://news.example/people/',
      undefined,
    ]);
  });
});

test('the story leads to its topics, authors, people and outlets, and to what is related', () => {
  const links = [...documentOf('story-30/').querySelectorAll('main a')].map((link) => link.getAttribute('href'));
  for (const path of [
    '/topics/rivers/',
    '/topics/cities/',
    '/authors/desk/',
    '/people/jane-doe/',
    '/people/john-roe/',
    '/outlets/reuters/',
  ])
    expect(links).toContain(path);
  // Rivers are rarer than cities: these two are nearest of all in time to nothing, but newest.
  expect(
    [...documentOf('story-30/').querySelectorAll('[aria-labelledby=related] a')].map((link) => link.textContent),
  ).toEqual(['Story 60', 'Story 57', 'Story 54']);
});

/** Gives a story a line above its text. */
const pin = (path: string, until: string) =>
  site.write(path, site.read(path).replace('authors:', `pinned: ${until}\nauthors:`));

test('a story more leaves every numbered page as it was, and draws anew only what shows it', async () => {
  const numbered = filesOf(join(site.root, 'dist')).filter(
    (file) => /\/\d+\/index\.html$/.test(file) && !file.startsWith('archive/'),
  );
  expect(numbered).toHaveLength(10);
  const before = numbered.map((file) => site.read(`dist/${file}`));
  // The lists have 79 stories then: one less than makes a new page.
  for (let number = 63; number < 80; number += 1)
    for (const [path, contents] of Object.entries(storyFile(number))) site.write(path, contents);
  pin('content/explainers/story-7.mdx', '2026-03-01');
  const { code, output } = await site.build({ NUTGRAF_NOW: '2026-03-01T12:00:00Z' });
  expect(code, output).toBe(0);
  expect(numbered.map((file) => site.read(`dist/${file}`))).toEqual(before);
  expect(headlines('topics/cities/')).toEqual(stories(79, 41));
  expect(documentOf('').querySelector('.lead h2')!.textContent).toBe('Story 7');
  const made = site.read('node_modules/.astro/nutgraf/made.txt').split('\n');
  expect(made).not.toContain('topics/cities/1/index.html');
  expect(made).toContain('topics/cities/index.html');
});

test('the next makes a page, and a story stays pinned no longer than the editor wants', async () => {
  for (const [path, contents] of Object.entries(storyFile(80))) site.write(path, contents);
  expect(await site.build({ NUTGRAF_NOW: '2026-03-02T12:00:00Z' })).toMatchObject({ code: 0 });
  expect(headlines('topics/cities/1/')).toEqual(stories(20, 1));
  expect(headlines('topics/cities/3/')).toEqual(stories(60, 41));
  expect(documentOf('').querySelector('.lead h2')!.textContent).toBe('Story 80');
  expect(brokenLinks(join(site.root, 'dist'))).toEqual([]);
});
