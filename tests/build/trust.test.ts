import { brotliCompressSync, gzipSync } from 'node:zlib';
import { parseHTML } from 'linkedom';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { fromXml } from 'xast-util-from-xml';
import { frontmatter, makeSite } from '../support/site.ts';
import { faultsOf, jsonLdIn } from '../support/schema-org.ts';
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

const cited = ['wire', 'wire-again', 'paper', 'ministry', 'official', 'aide', 'wire']
  .map((id) => `<Source id="${id}" />`)
  .join(', ');

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

/** Nine hundred words that are not all the same, eight sources with all that is known of them, and two corrections. */
const long = (() => {
  const word = (at: number) =>
    [
      'council',
      'vote',
      'river',
      'budget',
      'school',
      'minister',
      'report',
      'winter',
      'bridge',
      'court',
      'letter',
      'market',
      'harvest',
      'union',
    ][(at * at + at * 7) % 14]! + (at % 9 ? '' : `${at}`);
  const records = Array.from(
    { length: 8 },
    (_, at) =>
      `  source-${at}: { name: Source number ${at}, kind: study, author: Writer ${at}, title: Title of work ${at}, published: 2025-0${at + 1}, pages: ${at + 3}, accessed: 2026-01-08, url: 'https://source-${at}.example/works/${at}', archived: 'https://archive.example/web/2026010812000${at}/https://source-${at}.example/works/${at}' }`,
  );
  const paragraphs = Array.from(
    { length: 18 },
    (_, at) =>
      `${Array.from({ length: 50 }, (__, each) => word(at * 50 + each)).join(' ')} <Source id="source-${at % 8}" />.`,
  );
  const notes =
    'corrections:\n  - { date: 2026-01-08, kind: correction, severity: serious, was: The vote is in May., now: The vote is in June. }\n  - { date: 2026-01-08, kind: update, note: The council has voted. }\n';
  return `${frontmatter(`sources:\n${records.join('\n')}\n${notes}`)}\n${paragraphs.join('\n\n')}\n`;
})();

let site: Site;

beforeAll(async () => {
  site = makeSite({
    'content/outlets/daily.yaml': 'name: The Daily\nkind: newspaper\n',
    'content/outlets/ministry.yaml': 'name: The Ministry\nkind: official\n',
    'content/explainers/call.mdx': `${frontmatter(`label: analysis\nlicence: { name: CC BY }\n${sources}${corrections}`)}\nWords from ${cited}.\n`,
    'content/explainers/checked.mdx':
      `${frontmatter(`label: fact-check\nlicence: { name: CC BY, url: https://creativecommons.org/licenses/by/4.0/ }\n${sources}`).replace('[desk]', '[desk, jane]')}\nWords from ${cited}.\n\n<Process>\nWe read </script><script>alert(1)</script> the reports.\n</Process>\n\n<WhyItMatters>\n<Claim status="false" source="wire">\nThe bridge is [closed](https://a.example/).\n</Claim>\n</WhyItMatters>\n\n<WhosWho>\n<Profile person="jane-doe">\nShe governs.\n</Profile>\n</WhosWho>\n`.replace(
        '</script><script>alert(1)</script>',
        '\\</script>\\<script>alert(1)\\</script>',
      ),
    'content/explainers/again.mdx': `${frontmatter('firstPublished: { outlet: reuters, headline: First, url: https://reuters.example/first }\n')}\nWords.\n`,
    'content/authors/jane.yaml': 'name: Jane Roe\nurl: https://jane.example/\n',
    'content/policies/ethics.mdx':
      '---\ntitle: Ethics\ndescription: What we hold ourselves to.\npublished: 2026-01-01\n---\n\nWe say who says it.\n',
    'content/policies/ownership/index.mdx':
      '---\ntitle: Ownership\ndescription: Who pays.\npublished: 2026-01-01\n---\n\nNobody.\n',
    'content/policies/ai.mdx':
      '---\ntitle: Use of AI\ndescription: What machines may do.\npublished: 2026-01-01\n---\n\nLittle.\n',
    'content/explainers/long.mdx': long,
    'content/ledger/call/2026-01-08.json': JSON.stringify({
      date: '2026-01-08',
      headline: 'A headline',
      description: 'A sentence about the story.',
      text: ['Some words from Reuters.', 'A paragraph that went.'],
    }),
    'content/ledger/call/2026-01-09T1000Z.json': JSON.stringify({
      date: '2026-01-09T10:00Z',
      headline: 'A headline',
      description: 'A sentence about the story.',
      text: ['Some words from Reuters.', 'A paragraph that went.'],
    }),
    'content/ledger/new/2027-03-01.json': JSON.stringify({
      date: '2027-03-01',
      headline: 'A headline',
      description: 'A sentence.',
      text: ['Words.'],
    }),
    'content/explainers/new.mdx': `${frontmatter().replace('2026-01-08', '2027-03-01')}\nWords.\n`,
  });
  const { code, output } = await site.build({ NUTGRAF_NOW: '2027-03-10' });
  expect(code, output).toBe(0);
});

afterAll(() => site.dispose());

const read = (path: string) => site.read(`dist/${path}`);
const documentOf = (path: string) => parseHTML(read(path)).document;
const story = () => documentOf('call/index.html');
const linesOf = (nodes: Iterable<Element>) =>
  [...nodes].map(({ textContent }) => textContent.replace(/\s+/g, ' ').trim());

describe('sources', () => {
  test('are counted in a few words, which open to their kinds', () => {
    const glance = story().querySelector('.glance')!;
    expect(glance.querySelector('summary')!.textContent.trim()).toBe('6 sources, 1 unnamed');
    expect(glance.querySelector('p')!.textContent).toBe(
      '7 citations of 6 sources: 3 reports from 2 news organisations, 2 official statements, 1 person',
    );
    expect(linesOf(glance.querySelectorAll('li'))).toEqual([
      'News agency report Reuters',
      'Official statement The Ministry, Jane Doe (second-hand)',
      'Newspaper report The Daily',
      'Person An official (not named)',
    ]);
  });

  test('say by a word what they are; one that is unnamed or second-hand is dotted', () => {
    expect(
      [...story().querySelectorAll('.badge')].map((badge) => [
        badge.querySelector('button')!.title,
        badge.classList.contains('open'),
      ]),
    ).toEqual([
      ['News agency report', false],
      ['News agency report', false],
      ['Newspaper report', false],
      ['Official statement', false],
      ['Person, not named', true],
      ['Official statement, second-hand', true],
      ['News agency report', false],
    ]);
  });

  test('tell all that is recorded of them, in the list, which is their card as well', () => {
    const details = 'by Jane Roe, “The call”, pages 2–3, January 8, 2026, in Spanish, read on January 9, 2026';
    const entries = story().querySelectorAll('.refs [popover]');
    expect(linesOf(entries)[0]).toContain(
      `Reuters News agency report, ${details}, reuters.example; It was changed once after it was published. Archived copy`,
    );
    expect(linesOf(entries)[4]).toContain('An official Of the ministry, not named: because talks go on');
    expect(linesOf(entries)[5]).toContain('Jane Doe Official statement, second-hand, as reported by Reuters');
  });

  test('lead to the original by their names, and to our own page apart', () => {
    const entry = story().querySelector('.refs li')!;
    expect(entry.querySelector('b a')!.getAttribute('href')).toBe('https://reuters.example/call');
    expect(entry.querySelector('[popover]')!.innerHTML).not.toContain('/outlets/');
    expect(entry.querySelector('.back a')!.getAttribute('href')).toBe('/outlets/reuters/');
  });

  test('can be found as they were, by machines as well', () => {
    const links = [...story().querySelectorAll('.refs a[data-originalurl]')].map((link) => ({
      href: link.getAttribute('href'),
      ...Object.fromEntries(Object.entries((link as HTMLElement).dataset)),
    }));
    expect(links).toEqual([
      {
        href: 'https://reuters.example/call',
        originalurl: 'https://reuters.example/call',
        versionurl: 'https://archive.example/web/20260110120000/https://reuters.example/call',
        versiondate: '2026-01-09',
      },
      {
        href: 'https://daily.example/call',
        originalurl: 'https://daily.example/call',
        versionurl: 'https://archive.example/web/20260111120000id_/https://daily.example/call',
        versiondate: '2026-01-11',
      },
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
  test('the last one stands above the story, as true on any day as on that of the build', () => {
    expect(linesOf(story().querySelectorAll('.byline time'))).toEqual(['January 12, 2026']);
    expect(story().querySelector('header')!.textContent).not.toContain('ago');
  });
});

describe('a correction', () => {
  const words =
    'This story said: “The call lasted two hours.” It now says: “The call lasted about an hour.” The error was ours.';
  const minor = 'This story said: “The mayor & his aide left <early>.” It now says: “The mayor left.”';

  test('stands at the top of its story when it is serious, else at its end', () => {
    expect(linesOf(story().querySelectorAll('article > header .correction'))).toEqual([
      `Correction, January 12, 2026${words}`,
    ]);
    expect(linesOf(story().querySelectorAll('.end .correction'))).toEqual([
      'Update, January 11, 2026 The talks ended.',
      `Correction, January 9, 2026 ${minor}`,
    ]);
    expect(story().querySelector('.byline')!.textContent).toContain('Updated January 12, 2026');
  });

  test('reaches the page of corrections and both of its feeds', () => {
    const page = documentOf('corrections/index.html');
    expect(linesOf(page.querySelectorAll('.list p')).slice(0, 3)).toEqual([
      `Correction, January 12, 2026 ${words}`,
      'Update, January 11, 2026 The talks ended.',
      `Correction, January 9, 2026 ${minor}`,
    ]);
    expect(page.querySelector('.list a')!.getAttribute('href')).toBe('/call/#correction-2026-01-12');
    expect(story().querySelector('#correction-2026-01-12')).not.toBeNull();

    const rss = read('corrections.xml');
    fromXml(rss);
    expect(rss).toContain('<link>https://news.example/call/#correction-2026-01-12</link>');
    expect(rss).toContain('<title>Correction: A headline</title>');
    expect(rss).toContain(
      '<description>This story said: “The mayor &#x26;#x26; his aide left &#x26;#x3C;early>.” It now says: “The mayor left.”</description>',
    );
    const { items } = JSON.parse(read('corrections.json')) as {
      items: { id: string; summary: string; content_html: string; date_published: string }[];
    };
    expect(items.slice(0, 3).map(({ id, summary }) => [id, summary])).toEqual([
      ['https://news.example/call/#correction-2026-01-12', words],
      ['https://news.example/call/#correction-2026-01-11', 'The talks ended.'],
      ['https://news.example/call/#correction-2026-01-09', minor],
    ]);
    expect(items[2]!.content_html).toContain('left &#x3C;early>');
    expect(items[0]!.date_published).toBe('2026-01-12T00:00:00.000Z');
  });

  test('reaches machines: in JSON-LD, with the date of the change', () => {
    const [article] = (
      JSON.parse(story().querySelector('script[type="application/ld+json"]')!.textContent) as {
        '@graph': Record<string, unknown>[];
      }
    )['@graph'];
    expect(article).toMatchObject({
      dateModified: '2026-01-12T00:00:00+00:00',
      correction: [
        { '@type': 'CorrectionComment', text: words, datePublished: '2026-01-12T00:00:00+00:00' },
        { text: 'The talks ended.' },
        { text: minor },
      ],
    });
  });

  test('reaches every feed, above the story: whoever gets it again gets it for that', () => {
    const feed = JSON.parse(read('feed.json')) as {
      items: { url: string; content_html: string; date_modified: string }[];
    };
    const item = feed.items.find(({ url }) => url === 'https://news.example/call/')!;
    const html = item.content_html;
    expect(html.indexOf('lasted two hours')).toBeLessThan(html.indexOf('Words from'));
    expect(html.indexOf('left &#x3C;early>')).toBeLessThan(html.indexOf('Words from'));
    expect(html.match(/lasted two hours/g)).toHaveLength(1);
    expect(item.date_modified).toBe('2026-01-12T00:00:00.000Z');
    for (const file of ['rss.xml', 'atom.xml']) expect(read(file)).toContain('The error was ours.');
  });
});

describe('one correction', () => {
  test('is in all nine places, in the same words', () => {
    const words =
      'This story said: “The call lasted two hours.” It now says: “The call lasted about an hour.” The error was ours.';
    const textOf = (html: string) =>
      parseHTML(`<html><body>${html}</body></html>`).document.body.textContent.replace(/\s+/g, ' ');
    const jsonItem = (file: string, field: 'content_html') =>
      (JSON.parse(read(file)) as { items: Record<'content_html', string>[] }).items
        .map((item) => textOf(item[field]))
        .join(' ');
    const [article] = jsonLdIn(read('call/index.html'))[0]!['@graph'] as Record<string, { text: string }[]>[];
    const places: Record<string, string> = {
      page: textOf(read('call/index.html').split('<body>')[1]!.split('</article>')[0]!),
      '/corrections/': textOf(read('corrections/index.html').split('<body>')[1]!),
      '/corrections.xml': read('corrections.xml'),
      '/corrections.json': jsonItem('corrections.json', 'content_html'),
      'JSON-LD': article!['correction']!.map(({ text }) => text).join(' '),
      feeds: jsonItem('feed.json', 'content_html'),
      'lite page': textOf(read('lite/call/index.html').split('<body>')[1]!),
      'republish kit': read('republish/call/story.txt').replace(/\s+/g, ' '),
    };
    for (const [place, text] of Object.entries(places)) expect(text, place).toContain(words);
    // The ninth: machines are told when the story changed.
    expect([Object.keys(places).length, article!['dateModified']]).toEqual([8, '2026-01-12T00:00:00+00:00']);
    for (const form of ['republish/call/story.html', 'republish/call/story.md'])
      expect(read(form), form).toContain('The error was ours.');
  });
});

describe('what changed', () => {
  test('is a page for each story with another version: dated, word by word, with its corrections', () => {
    const link = [...story().querySelectorAll('.glance a')].at(-1)!;
    expect([link.textContent, link.getAttribute('href')]).toEqual(['What changed', '/call/history/']);
    expect(site.has('dist/new/history/index.html')).toBe(false);
    const [now, then, first] = documentOf('call/history/index.html').querySelectorAll('.history > li');
    expect(linesOf([now!, then!, first!].map((chapter) => chapter.querySelector('h2')!))).toEqual([
      'January 12, 2026',
      'January 9, 2026 at 10:00 AM UTC',
      'January 8, 2026',
    ]);
    expect(linesOf(now!.querySelectorAll('.correction')).map((line) => line.slice(0, 28))).toEqual([
      'Correction, January 12, 2026',
      'Update, January 11, 2026 The',
    ]);
    expect([...now!.querySelectorAll('.change')].map(({ innerHTML }) => innerHTML)).toEqual([
      '<del>Some</del><ins>Words</ins> <del>words </del>from Reuters<ins>, Reuters, The Daily, The Ministry, An official, Jane Doe, Reuters</ins>.',
      '<del>A paragraph that went.</del>',
    ]);
    expect(linesOf(then!.querySelectorAll('p'))).toEqual([
      `Correction, January 9, 2026 This story said: “The mayor & his aide left <early>.” It now says: “The mayor left.”`,
      'The words of the story did not change.',
    ]);
    expect(linesOf(first!.querySelectorAll('p'))).toEqual(['First version']);
  });
});

describe('the newsroom', () => {
  test('says how it works, on pages that every page leads to', () => {
    const list = documentOf('policies/index.html');
    expect([...list.querySelectorAll('.list a')].map((link) => link.getAttribute('href'))).toEqual([
      '/policies/ethics/',
      '/policies/ownership/',
      '/policies/ai/',
      '/corrections/',
      '/labels/',
    ]);
    expect(documentOf('policies/ethics/index.html').querySelector('article')!.textContent).toContain(
      'We say who says it.',
    );
    for (const page of ['index.html', 'call/index.html', 'corrections/index.html']) {
      const links = [...documentOf(page).querySelectorAll('.foot a')].map((link) => link.getAttribute('href'));
      expect(links).toEqual(expect.arrayContaining(['/policies/', '/corrections/']));
    }
  });
});

test('a page of 900 words with eight sources and two corrections is one round trip', () => {
  const html = read('long/index.html');
  expect([...parseHTML(html).document.querySelectorAll('.refs li')].length).toBe(8);
  expect([...parseHTML(html).document.querySelectorAll('.correction')].length).toBe(2);
  expect(brotliCompressSync(html).length).toBeLessThanOrEqual(14_600);
  expect(gzipSync(html).length).toBeLessThanOrEqual(14_600);
});

describe('JSON-LD', () => {
  const articleOf = (path: string) =>
    (jsonLdIn(read(`${path}/index.html`))[0]!['@graph'] as Record<string, unknown>[])[0]!;

  test('is of schema.org: every type and property is there and fits', () => {
    const pages = ['call', 'checked', 'again', 'new', 'policies', 'policies/ethics', 'corrections', 'labels', '.'].map(
      (path) => `${path}/index.html`,
    );
    const all = pages.flatMap((page) => jsonLdIn(read(page)));
    expect(all.length).toBeGreaterThan(3);
    for (const one of all) expect(faultsOf(one)).toEqual([]);
    // The measure itself: what schema.org does not know is seen.
    expect(
      faultsOf({
        '@type': 'NewsArticle',
        headlin: 'A',
        author: 5,
        datePublished: 'May',
        correction: { '@type': 'CorrectionComment', jobTitle: 'A' },
      }),
    ).toEqual([
      '$.headlin: no such property',
      '$.author: 5 is none of Organization, Person',
      '$.datePublished: "May" is none of Date, DateTime',
      '$.correction[0].jobTitle: not a property of CorrectionComment',
    ]);
  });

  test('has what Google asks of an article, except a picture', () => {
    for (const path of ['call', 'checked', 'again', 'new']) {
      const { headline, datePublished, dateModified, author, publisher } = articleOf(path) as Record<
        string,
        string & { name: string; url: string }[]
      >;
      expect([headline, datePublished, dateModified, publisher]).not.toContain(undefined);
      for (const one of author!)
        expect(one).toMatchObject({
          '@type': expect.stringMatching(/Person|Organization/),
          name: expect.any(String),
          url: expect.stringMatching(/^https:/),
        });
    }
  });

  test('says what a story is, whom it cites, whom it is about, and how the newsroom works', () => {
    expect(['call', 'checked', 'new'].map((path) => articleOf(path)['@type'])).toEqual([
      'AnalysisNewsArticle',
      'NewsArticle',
      'BackgroundNewsArticle',
    ]);
    expect(articleOf('call')).toMatchObject({
      inLanguage: 'en',
      wordCount: 2,
      about: [{ '@type': 'Thing', name: 'Cities', url: 'https://news.example/topics/cities/' }],
      publisher: { '@id': 'https://news.example/#newsroom' },
      citation: [
        {
          '@type': 'NewsArticle',
          name: 'The call',
          author: { '@type': 'Person', name: 'Jane Roe' },
          publisher: { name: 'Reuters' },
          datePublished: '2026-01-08',
          pagination: '2–3',
          inLanguage: 'es',
          url: 'https://reuters.example/call',
          archivedAt: 'https://archive.example/web/20260110120000/https://reuters.example/call',
        },
        { name: 'The call again' },
        { name: 'The Daily' },
        { '@type': 'CreativeWork', name: 'The Ministry' },
        { name: 'An official' },
        { name: 'Jane Doe' },
      ],
    });
    // Its policies are on its front page, under the same name.
    const newsroomOn = (page: string) =>
      (jsonLdIn(read(page))[0]!['@graph'] as Record<string, unknown>[]).find(
        (node) => node['@id'] === 'https://news.example/#newsroom',
      );
    expect(newsroomOn('call/index.html')).toMatchObject({
      '@type': 'NewsMediaOrganization',
      name: expect.any(String) as string,
    });
    expect(newsroomOn('call/index.html')).not.toHaveProperty('ethicsPolicy');
    expect(newsroomOn('index.html')).toMatchObject({
      '@type': 'NewsMediaOrganization',
      ethicsPolicy: 'https://news.example/policies/ethics/',
      ownershipFundingInfo: 'https://news.example/policies/ownership/',
      publishingPrinciples: 'https://news.example/policies/',
    });
    expect(articleOf('checked')).toMatchObject({
      mentions: [{ '@type': 'Person', name: 'Jane Doe' }],
      license: 'https://creativecommons.org/licenses/by/4.0/',
    });
    expect(articleOf('again')).toMatchObject({
      isBasedOn: { headline: 'First', url: 'https://reuters.example/first' },
    });
  });

  test('reviews claims of a fact check only', () => {
    const reviewsOf = (path: string) =>
      (jsonLdIn(read(`${path}/index.html`))[0]!['@graph'] as Record<string, unknown>[]).filter(
        (node) => node['@type'] === 'ClaimReview',
      );
    expect(reviewsOf('checked')).toMatchObject([
      {
        claimReviewed: 'The bridge is closed.',
        itemReviewed: { '@type': 'Claim', text: 'The bridge is closed.' },
        reviewRating: { alternateName: 'False' },
        url: 'https://news.example/checked/',
      },
    ]);
    expect(reviewsOf('call')).toEqual([]);
  });

  test('cannot be ended by a story’s words', () => {
    expect(articleOf('checked')['backstory']).toContain('</script>');
    expect(read('checked/index.html')).not.toContain('<script>alert');
  });
});
