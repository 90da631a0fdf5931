import { parseHTML } from 'linkedom';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { fromXml } from 'xast-util-from-xml';
import { frontmatter, makeSite } from '../support/site.ts';
import type { Site } from '../support/site.ts';

/** One site, and what it tells readers of its sources and its mistakes. */

const sources = `sources:
  wire:
    outlet: reuters
    author: Jane Roe
    title: The call
    published: 2026-01-08
    accessed: 2026-01-09
    pages: 2–3
    lang: es
    url: https://reuters.example/call
    archived: https://archive.example/web/20260110120000/https://reuters.example/call
    note: It was changed once after it was published.
  wire-again: { outlet: reuters, title: The call again, url: https://reuters.example/again }
  paper: { outlet: daily, url: https://daily.example/call, archived: 'https://archive.example/web/20260111120000id_/https://daily.example/call' }
  ministry: { outlet: ministry }
  official:
    name: An official
    kind: person
    description: of the ministry
    unnamed: true
    anonymity: because talks go on
  aide: { by: jane-doe, kind: statement, quotedBy: reuters }
`;

const cited = ['wire', 'wire-again', 'paper', 'ministry', 'official', 'aide', 'wire'].map((id) => `<Source id="${id}" />`).join(', ');

const corrections = `corrections:
  - date: 2026-01-09
    kind: correction
    was: The mayor & his aide left <early>.
    now: The mayor left.
  - date: 2026-01-12
    kind: correction
    severity: serious
    was: The call lasted two hours.
    now: The call lasted about an hour.
    note: The error was ours.
  - { date: 2026-01-11, kind: update, now: The talks ended. }
`;

let site: Site;

beforeAll(async () => {
  site = makeSite({
    'content/outlets/daily.yaml': 'name: The Daily\nkind: newspaper\n',
    'content/outlets/ministry.yaml': 'name: The Ministry\nkind: official\n',
    'content/explainers/call.mdx': `${frontmatter(`label: analysis\n${sources}${corrections}`)}\nWords from ${cited}.\n`,
    'content/explainers/new.mdx': `${frontmatter().replace('2026-01-08', '2027-03-01')}\nWords.\n`,
  });
  expect(await site.build({ NUTGRAF_NOW: '2027-03-10' })).toMatchObject({ code: 0 });
});

afterAll(() => site.dispose());

const read = (path: string) => site.read(`dist/${path}`);
const documentOf = (path: string) => parseHTML(read(path)).document;
const story = () => documentOf('call/index.html');
const linesOf = (nodes: Iterable<Element>) => [...nodes].map(({ textContent }) => textContent.replace(/\s+/g, ' ').trim());

describe('sources', () => {
  test('are counted in one line, which opens to a table', () => {
    const glance = story().querySelector('.glance')!;
    expect(glance.querySelector('summary')!.textContent.trim()).toBe('7 citations of 6 sources: 3 reports from 2 news organisations, 2 official statements, 1 person; 1 unnamed');
    expect([...glance.querySelectorAll('tr')].map((row) => linesOf(row.children))).toEqual([
      ['Kind', 'Sources', 'Citations'],
      ['News agency report', 'Reuters', '3'],
      ['Official statement', 'The Ministry, Jane Doe (second-hand)', '2'],
      ['Newspaper report', 'The Daily', '1'],
      ['Person', 'An official (not named)', '1'],
    ]);
  });

  test('say by a word what they are; one that is unnamed or second-hand is dotted', () => {
    expect([...story().querySelectorAll('.badge')].map((badge) => [badge.getAttribute('title'), badge.classList.contains('open')])).toEqual([
      ['News agency report', false],
      ['News agency report', false],
      ['Newspaper report', false],
      ['Official statement', false],
      ['Person, not named', true],
      ['Official statement, second-hand', true],
      ['News agency report', false],
    ]);
  });

  test('tell all that is recorded of them, on their card and in the list', () => {
    const details = 'by Jane Roe, “The call”, pages 2–3, January 8, 2026, in Spanish, read on January 9, 2026';
    expect(story().querySelector('#s1')!.textContent).toContain(`News agency reportReutersB${details.slice(1)}.It was changed once after it was published.`);
    expect(linesOf(story().querySelectorAll('.refs li'))[0]).toContain(`Reuters, news agency report, ${details}; It was changed once after it was published. reuters.example Archived copy`);
    expect(linesOf(story().querySelectorAll('.refs li'))[4]).toContain('An official, of the ministry, not named: because talks go on');
    expect(linesOf(story().querySelectorAll('.refs li'))[5]).toContain('Jane Doe, official statement, second-hand, as reported by Reuters');
  });

  test('can be found as they were, by machines as well', () => {
    const links = [...story().querySelectorAll('.refs a[data-originalurl]')].map((link) => ({ href: link.getAttribute('href'), ...(link as HTMLElement).dataset }));
    expect(links).toEqual([
      { href: 'https://reuters.example/call', originalurl: 'https://reuters.example/call', versionurl: 'https://archive.example/web/20260110120000/https://reuters.example/call', versiondate: '2026-01-09' },
      { href: 'https://daily.example/call', originalurl: 'https://daily.example/call', versionurl: 'https://archive.example/web/20260111120000id_/https://daily.example/call', versiondate: '2026-01-11' },
    ]);
  });
});

describe('labels', () => {
  test('lead to what they mean', () => {
    const label = story().querySelector('.kicker a')!;
    expect([label.textContent, label.getAttribute('href')]).toEqual(['Analysis', '/labels/#analysis']);
    expect(documentOf('labels/index.html').querySelector('#analysis')!.textContent).toContain('Interprets facts.');
  });
});

describe('dates', () => {
  test('a story that was not changed for long says so, of the writer’s date', () => {
    expect(story().querySelector('.aged')!.textContent).toBe('This explainer was last updated on January 12, 2026, 13 months ago.');
    expect(documentOf('new/index.html').querySelector('.aged')).toBeNull();
  });
});

describe('a correction', () => {
  const words = 'This story said: “The call lasted two hours.” It now says: “The call lasted about an hour.” The error was ours.';
  const minor = 'This story said: “The mayor & his aide left <early>.” It now says: “The mayor left.”';

  test('stands at the top of its story when it is serious, else at its end', () => {
    expect(linesOf(story().querySelectorAll('article > header .correction'))).toEqual([`Correction, January 12, 2026 ${words}`]);
    expect(linesOf(story().querySelectorAll('.end .correction'))).toEqual(['Update, January 11, 2026 The talks ended.', `Correction, January 9, 2026 ${minor}`]);
    expect(story().querySelector('.byline')!.textContent).toContain('Updated January 12, 2026');
  });

  test('reaches the page of corrections and both of its feeds', () => {
    const page = documentOf('corrections/index.html');
    expect(linesOf(page.querySelectorAll('.list p'))).toEqual([`Correction, January 12, 2026 ${words}`, 'Update, January 11, 2026 The talks ended.', `Correction, January 9, 2026 ${minor}`]);
    expect(page.querySelector('.list a')!.getAttribute('href')).toBe('/call/#correction-2026-01-12');
    expect(story().querySelector('#correction-2026-01-12')).not.toBeNull();

    const rss = read('corrections.xml');
    fromXml(rss);
    expect(rss).toContain('<link>https://news.example/call/#correction-2026-01-12</link>');
    expect(rss).toContain('<title>Correction: A headline</title>');
    expect(rss).toContain('<description>This story said: “The mayor &#x26; his aide left &#x3C;early>.” It now says: “The mayor left.”</description>');
    const { items } = JSON.parse(read('corrections.json')) as { items: { id: string; summary: string; content_html: string; date_published: string }[] };
    expect(items.map(({ id, summary }) => [id, summary])).toEqual([
      ['https://news.example/call/#correction-2026-01-12', words],
      ['https://news.example/call/#correction-2026-01-11', 'The talks ended.'],
      ['https://news.example/call/#correction-2026-01-09', minor],
    ]);
    expect(items[2]!.content_html).toContain('left &#x3C;early>');
    expect(items[0]!.date_published).toBe('2026-01-12T00:00:00.000Z');
  });

  test('reaches machines: in JSON-LD, with the date of the change', () => {
    const [article] = (JSON.parse(story().querySelector('script[type="application/ld+json"]')!.textContent) as { '@graph': Record<string, unknown>[] })['@graph'];
    expect(article).toMatchObject({
      dateModified: '2026-01-12',
      correction: [{ '@type': 'CorrectionComment', text: words, datePublished: '2026-01-12' }, { text: 'The talks ended.' }, { text: minor }],
    });
  });

  test('reaches every feed: serious ones above the story, others below it', () => {
    const feed = JSON.parse(read('feed.json')) as { items: { content_html: string; date_modified: string }[] };
    const html = feed.items[1]!.content_html;
    expect(html.indexOf('lasted two hours')).toBeLessThan(html.indexOf('Words from'));
    expect(html.indexOf('left &#x3C;early>')).toBeGreaterThan(html.indexOf('Words from'));
    expect(feed.items[1]!.date_modified).toBe('2026-01-12T00:00:00.000Z');
    for (const file of ['rss.xml', 'atom.xml']) expect(read(file)).toContain('The error was ours.');
  });
});
