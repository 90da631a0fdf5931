import { describe, expect, test } from 'vitest';
import { changedAt, zonedOf } from '../../src/metadata/instant.ts';
import { canonicalOf, storyHead } from '../../src/metadata/head.ts';
import { listHead } from '../../src/metadata/lists.ts';
import { manifestOf } from '../../src/metadata/manifest.ts';
import { publisherOf } from '../../src/metadata/publisher.ts';
import { robotsOf, securityOf } from '../../src/metadata/robots.ts';
import { optionsSchema } from '../../src/options.ts';
import { toOpenSearch } from '../../src/renderings/open-search.ts';
import { toRsl } from '../../src/renderings/rsl.ts';
import { pages } from '../../src/stories/address.ts';
import type { AddressStyle } from '../../src/stories/address.ts';
import { faultsOf } from '../support/schema-org.ts';
import { address, optionsWith, storyWith } from '../support/stories.ts';

/** What a site says of itself to browsers, phones and crawlers. */

test('a manifest has the newsroom’s mark, and begins at its front page', () => {
  const options = optionsWith({ icon: './mark.svg', tagline: 'Explains.', lang: 'ar' });
  expect(manifestOf(options, { ...address, prefix: '/explainers/' })).toEqual({
    id: '/explainers/',
    name: 'The Example',
    theme_color: '#fbfbf8',
    description: 'Explains.',
    lang: 'ar',
    dir: 'rtl',
    start_url: '/explainers/',
    scope: '/explainers/',
    display: 'minimal-ui',
    icons: [192, 512].map((size) => ({
      src: `/explainers/icon-${size}.png`,
      sizes: `${size}x${size}`,
      type: 'image/png',
    })),
  });
});

test.each([
  ['The Example', 'The Example'],
  ['The Daily Explainer of Colombia', 'The Daily'],
  ['Explainergazettenblatt', 'Explainergazette'],
])('a browser’s search field calls %s %s: 16 letters at the most', (name, short) => {
  const xml = toOpenSearch(optionsWith({ name }), address);
  expect(xml).toContain(`<ShortName>${short}</ShortName>`);
  expect(xml).toContain(
    '<Url type="text/html" method="get" template="https://news.example/search/?q={searchTerms}" />',
  );
});

test.each([
  ['allow', '<permits type="usage">search ai-all</permits>'],
  [
    'no-training',
    '<permits type="usage">search ai-index ai-input</permits><prohibits type="usage">ai-train</prohibits>',
  ],
  ['forbid', '<permits type="usage">search</permits><prohibits type="usage">ai-all</prohibits>'],
] as const)('the licence for machines says what robots.txt does: %s', (aiCrawlers, usage) => {
  const licence = { name: 'CC BY 4.0', url: 'https://creativecommons.org/licenses/by/4.0/', republish: true };
  expect(toRsl({ aiCrawlers, licence })).toContain(
    `<rsl xmlns="https://rslstandard.org/rsl"><content url="/"><license>${usage}` +
      '<payment type="attribution"><standard>https://creativecommons.org/licenses/by/4.0/</standard></payment></license>',
  );
  expect(toRsl({ aiCrawlers })).toContain('<payment type="attribution" />');
});

test('robots.txt names the licence that is set, or that is made', () => {
  expect(robotsOf({ aiCrawlers: 'forbid' }, { rsl: 'https://news.example/rsl.xml' })).toMatch(
    /^License: https:\/\/news\.example\/rsl\.xml\n/,
  );
  expect(robotsOf({ rsl: 'https://own.example/rsl.xml' })).toMatch(/^License: https:\/\/own/);
});

test('security.txt is what RFC 9116 asks for', () => {
  const security = { contact: ['mailto:safe@news.example', 'https://news.example/safe/'], expires: '2026-12-31' };
  expect(securityOf(optionsWith({ security, lang: 'es' }), address)).toBe(
    'Contact: mailto:safe@news.example\nContact: https://news.example/safe/\nExpires: 2026-12-31T23:59:59Z\n' +
      'Preferred-Languages: es, en\nCanonical: https://news.example/.well-known/security.txt\n',
  );
  const more = { ...security, policy: 'https://news.example/how/', encryption: 'https://news.example/key.txt' };
  expect(securityOf(optionsWith({ security: more }), address)).toMatch(
    /Expires.*\nEncryption: https:\/\/news\.example\/key\.txt\nPreferred-Languages: en\n.*\nPolicy: https/,
  );
  expect(optionsSchema.safeParse({ name: 'A', security: { contact: [], expires: '2026-12-31' } }).success).toBe(false);
});

test('a story names the first of its authors who has an account in the fediverse, else the newsroom’s', () => {
  const options = optionsWith({ fediverse: '@desk@news.social' });
  const namesOf = (story: ReturnType<typeof storyWith>, given = options) =>
    storyHead(story, given, address, { publisher: publisherOf(given, address) }).names;
  const story = storyWith();
  expect(namesOf(story)).toEqual({ 'fediverse:creator': '@desk@news.social' });
  const ana = { ...story.authors[0]!, fediverse: '@ana@news.social' };
  expect(namesOf({ ...story, authors: [story.authors[0]!, ana] })).toEqual({ 'fediverse:creator': '@ana@news.social' });
  expect(namesOf(story, optionsWith())).toBeUndefined();
});

test('a story that another newsroom published first is not its own original', () => {
  const first = { outlet: 'el-tiempo', headline: 'Petro y Trump' };
  expect(canonicalOf(storyWith({ above: { firstPublished: first } }), address)).toBeUndefined();
  const url = 'https://eltiempo.example/a';
  expect(canonicalOf(storyWith({ above: { firstPublished: { ...first, url } } }), address)).toBe(url);
  expect(canonicalOf(storyWith(), address)).toBe('https://news.example/a-call/');
});

test.each([
  ['never', { published: '2026-01-08T14:00:00Z' }, '2026-01-08T14:00:00.000Z'],
  ['on a later day', { published: '2026-01-08', updated: '2026-01-09' }, '2026-01-09T05:00:00.000Z'],
  [
    'on the day on which it was published, with one note',
    { published: '2026-01-08T14:00:00Z', corrections: [{ date: '2026-01-08', kind: 'update', now: 'A.' }] },
    '2026-01-08T14:00:01.000Z',
  ],
  [
    'twice on one day',
    {
      published: '2026-01-08T14:00:00Z',
      corrections: [
        { date: '2026-01-09', kind: 'update', now: 'A.' },
        { date: '2026-01-09', kind: 'correction', was: 'A.', now: 'B.' },
      ],
    },
    '2026-01-09T05:00:01.000Z',
  ],
])('feeds have a later date for a story that was changed %s', (_, above, moment) =>
  expect(changedAt(storyWith({ above }), 'America/New_York').toISOString()).toBe(moment),
);

describe('JSON-LD', () => {
  const options = optionsWith({ accounts: ['https://social.example/@example'] });
  const publisher = publisherOf(options, address, undefined, ['ethics']);
  const claims = [{ words: 'They met twice.', status: 'false' as const }];
  const graphOf = (story: ReturnType<typeof storyWith>, site: AddressStyle = address) => {
    const { jsonLd } = storyHead(story, options, site, { publisher: publisherOf(options, site), claims });
    expect(faultsOf(jsonLd)).toEqual([]);
    return (jsonLd as { '@graph': Record<string, unknown>[] })['@graph'];
  };
  const above = { topics: ['colombia', 'trade'], label: 'fact-check', authors: ['ana-diaz', 'world-desk'] };

  test('of a story is one graph, in which everything has its name', () => {
    const [article, newsroom, claim] = graphOf(storyWith({ above }));
    expect(article).toMatchObject({
      '@id': 'https://news.example/a-call/#article',
      publisher: { '@id': 'https://news.example/#newsroom' },
      datePublished: '2026-01-08T00:00:00-05:00',
      author: [
        { '@id': 'https://news.example/authors/ana-diaz/#author', sameAs: ['https://news.example/ana'] },
        { '@type': 'Organization', '@id': 'https://news.example/authors/world-desk/#author' },
      ],
      articleSection: 'Colombia',
      keywords: ['Colombia', 'Trade'],
      about: [{ '@id': 'https://news.example/topics/colombia/#topic' }, {}],
    });
    expect(newsroom).toMatchObject({ '@id': 'https://news.example/#newsroom', name: 'The Example' });
    expect(claim).toMatchObject({
      '@id': 'https://news.example/a-call/#claim-1',
      author: { '@id': 'https://news.example/#newsroom' },
      itemReviewed: { '@type': 'Claim', text: 'They met twice.' },
    });
  });

  test('of a site without an address has no names, and says the same', () => {
    const { site: _, ...local } = address;
    const [article, ...more] = graphOf(storyWith({ above }), local);
    expect(JSON.stringify(article)).not.toContain('@id');
    expect(article).toMatchObject({ publisher: { name: 'The Example' } });
    expect(more).toEqual([]);
  });

  test('names a story in other languages: its translations, or its original', () => {
    const each = ['en', 'es', 'fr'].map((lang, index) => ({
      id: `call-${lang}`,
      lang,
      published: '2026-01-08',
      headline: `Headline ${index}`,
    }));
    const original = { ...storyWith({ id: 'call-en' }), translations: each };
    expect(graphOf(original)[0]).toMatchObject({
      workTranslation: [
        { '@id': 'https://news.example/call-es/#article', inLanguage: 'es', headline: 'Headline 1' },
        { '@id': 'https://news.example/call-fr/#article' },
      ],
    });
    const spanish = { ...storyWith({ id: 'call-es' }), translationOf: 'call-en', translations: each };
    expect(graphOf(spanish)[0]).toMatchObject({
      translationOfWork: { '@id': 'https://news.example/call-en/#article', headline: 'Headline 0' },
    });
  });

  test('of the front page has the newsroom with its policies, and where the site is searched', () => {
    const list = { title: 'A', description: 'B', page: pages.front, name: 'A', stories: [], publisher };
    const { jsonLd } = listHead(list, options, address);
    expect(faultsOf(jsonLd)).toEqual([]);
    expect(jsonLd).toMatchObject({
      '@graph': [
        { '@type': 'NewsMediaOrganization', ethicsPolicy: 'https://news.example/policies/ethics/' },
        {
          '@type': 'WebSite',
          '@id': 'https://news.example/#website',
          potentialAction: { target: { urlTemplate: 'https://news.example/search/?q={search_term_string}' } },
        },
        { '@type': 'CollectionPage', isPartOf: { '@id': 'https://news.example/#website' } },
      ],
    });
  });

  test('of an author tells who they are, by one name on all pages of their stories', () => {
    const profileOf = {
      name: 'Ana Díaz',
      isOrganisation: false,
      biography: 'Ana covers Colombia.',
      expertise: ['Colombian politics'],
      email: 'ana@news.example',
      accounts: ['https://social.example/@ana'],
      picture: '/ana.jpg',
    };
    const page = { title: 'Ana', description: 'B', name: 'Ana', stories: [], profileOf };
    for (const number of [undefined, 2]) {
      const { jsonLd } = listHead({ ...page, page: pages.author('ana-diaz', number) }, options, address);
      expect(faultsOf(jsonLd)).toEqual([]);
      expect((jsonLd as { '@graph': Record<string, unknown>[] })['@graph'][0]!['mainEntity']).toEqual({
        '@type': 'Person',
        '@id': 'https://news.example/authors/ana-diaz/#author',
        name: 'Ana Díaz',
        description: 'Ana covers Colombia.',
        knowsAbout: ['Colombian politics'],
        email: 'ana@news.example',
        sameAs: ['https://social.example/@ana'],
        image: 'https://news.example/ana.jpg',
      });
    }
  });
});

test.each([
  ['2026-01-08', 'America/New_York', '2026-01-08T00:00:00-05:00'],
  ['2026-07-08', 'America/New_York', '2026-07-08T00:00:00-04:00'],
  ['2026-01-08', 'Asia/Kathmandu', '2026-01-08T00:00:00+05:45'],
  ['2026-01-08', 'UTC', '2026-01-08T00:00:00+00:00'],
  ['2026-01-08T14:00:00Z', 'Asia/Tokyo', '2026-01-08T14:00:00Z'],
])('search engines are told of %s in %s with its zone', (date, zone, moment) =>
  expect(zonedOf(date, zone)).toBe(moment),
);
