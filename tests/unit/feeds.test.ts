import { fromXml } from 'xast-util-from-xml';
import { describe, expect, test } from 'vitest';
import { toAtom } from '../../src/renderings/atom.ts';
import { updatedOf } from '../../src/renderings/feed.ts';
import type { Feed, FeedItem } from '../../src/renderings/feed.ts';
import { toJsonFeed } from '../../src/renderings/json-feed.ts';
import { toRss } from '../../src/renderings/rss.ts';

const call: FeedItem = {
  url: 'https://news.example/a-call/',
  title: 'Trump & Petro plan to meet',
  summary: 'They stepped back from <threats>.',
  html: '<p>It lasted <b>an hour</b> & a bit. ]]> </p>',
  lang: 'en',
  authors: [{ name: 'Ana Díaz', url: 'https://news.example/ana' }, { name: 'The Desk' }],
  topics: [{ id: 'colombia', name: 'Colombia' }],
  published: new Date('2026-01-08T19:00:00Z'),
  updated: new Date('2026-01-10T08:30:00Z'),
  licence: { name: 'CC BY 4.0', url: 'https://creativecommons.org/licenses/by/4.0/' },
  picture: { src: 'https://news.example/call.jpg', width: 1200, height: 800, alt: 'A telephone' },
};
const visa: FeedItem = {
  ...call,
  url: 'https://news.example/es/visa/',
  title: 'Visa',
  lang: 'es',
  authors: [],
  topics: [],
  published: new Date('2026-01-11T00:00:00Z'),
  updated: new Date('2026-01-11T00:00:00Z'),
  licence: { name: 'Press use' },
};
delete visa.picture;
const feed: Feed = {
  title: 'The Example: Colombia',
  description: 'Explainers on Colombia.',
  lang: 'en',
  publisher: 'The Example',
  home: 'https://news.example/topics/colombia/',
  self: 'https://news.example/topics/colombia/rss.xml',
  style: '/feed.css',
  icon: 'https://news.example/icon-512.png',
  hub: 'https://hub.example/',
  items: [visa, call],
};

/** What a reader program finds: the words of each element, with its attributes where it has some. */
interface Found {
  type: string;
  name?: string;
  value?: string;
  attributes?: Record<string, string | null | undefined>;
  children?: Found[];
}
const wordsOf = (node: Found): string => node.value ?? (node.children ?? []).map(wordsOf).join('');
const elementsOf = (node: Found) => (node.children ?? []).filter(({ type }) => type === 'element');
const told = (node: Found): unknown[] => {
  const inside = elementsOf(node);
  const attributes = Object.entries(node.attributes ?? {}).map(([name, value]) => `${name}=${String(value)}`);
  return [node.name, ...attributes, ...(inside.length ? inside.map(told) : wordsOf(node) ? [wordsOf(node)] : [])];
};
const read = (xml: string) => elementsOf(fromXml(xml))[0]!;

test('a feed was changed when its newest story was, whatever the order', () => {
  expect(updatedOf(feed).toISOString()).toBe('2026-01-11T00:00:00.000Z');
  expect(updatedOf({ ...feed, items: [call, visa] }).toISOString()).toBe('2026-01-11T00:00:00.000Z');
});

describe('RSS', () => {
  /** Readers of feeds take it for HTML: words with signs in them stay words. */
  const asHtml = 'They stepped back from &#x3C;threats>.';

  test('has a channel, and every story whole', () => {
    expect(told(elementsOf(read(toRss(feed)))[0]!)).toEqual([
      'channel',
      ['title', 'The Example: Colombia'],
      ['link', 'https://news.example/topics/colombia/'],
      ['description', 'Explainers on Colombia.'],
      ['language', 'en'],
      ['lastBuildDate', 'Sun, 11 Jan 2026 00:00:00 GMT'],
      ['atom:link', `href=${feed.self}`, 'rel=self', 'type=application/rss+xml'],
      ['atom:link', 'href=https://hub.example/', 'rel=hub'],
      ['image', ['url', 'https://news.example/icon-512.png'], ['title', feed.title], ['link', feed.home]],
      [
        'item',
        ['title', 'Visa'],
        ['link', 'https://news.example/es/visa/'],
        ['guid', 'isPermaLink=true', 'https://news.example/es/visa/'],
        ['pubDate', 'Sun, 11 Jan 2026 00:00:00 GMT'],
        ['atom:updated', '2026-01-11T00:00:00.000Z'],
        ['dc:language', 'es'],
        ['dc:rights', 'Press use'],
        ['description', asHtml],
        ['content:encoded', visa.html],
      ],
      [
        'item',
        ['title', 'Trump & Petro plan to meet'],
        ['link', 'https://news.example/a-call/'],
        ['guid', 'isPermaLink=true', 'https://news.example/a-call/'],
        ['pubDate', 'Thu, 08 Jan 2026 19:00:00 GMT'],
        ['atom:updated', '2026-01-10T08:30:00.000Z'],
        ['dc:creator', 'Ana Díaz'],
        ['dc:creator', 'The Desk'],
        ['dc:language', 'en'],
        ['dc:rights', 'CC BY 4.0'],
        ['creativeCommons:license', 'https://creativecommons.org/licenses/by/4.0/'],
        ['category', 'Colombia'],
        [
          'media:content',
          'url=https://news.example/call.jpg',
          'medium=image',
          'type=image/jpeg',
          'width=1200',
          'height=800',
          ['media:description', 'type=plain', 'A telephone'],
        ],
        ['description', asHtml],
        ['content:encoded', call.html],
      ],
    ]);
  });

  test('names its version and the standards that its elements are of', () =>
    expect(read(toRss(feed)).attributes).toEqual({
      version: '2.0',
      'xmlns:atom': 'http://www.w3.org/2005/Atom',
      'xmlns:content': 'http://purl.org/rss/1.0/modules/content/',
      'xmlns:dc': 'http://purl.org/dc/elements/1.1/',
      'xmlns:creativeCommons': 'http://backend.userland.com/creativeCommonsRssModule',
      'xmlns:media': 'http://search.yahoo.com/mrss/',
    }));

  test('has no licence, picture, mark and hub where there are none', () => {
    const { icon: _icon, hub: _hub, ...plain } = feed;
    const { licence: _licence, ...unlicensed } = visa;
    const rss = toRss({ ...plain, items: [unlicensed] });
    for (const name of ['image', 'hub', 'rights', 'license', 'media:content'])
      expect(rss).not.toMatch(`[<"]${name}[ >"]`);
  });

  test('without a story does not say when it was changed', () =>
    expect(toRss({ ...feed, items: [] })).not.toContain('lastBuildDate'));
});

test('Atom has the feed, and every story whole, with who wrote it and its licence', () => {
  expect(told(read(toAtom(feed)))).toEqual([
    'feed',
    'xmlns=http://www.w3.org/2005/Atom',
    'xml:lang=en',
    ['id', feed.self],
    ['title', 'The Example: Colombia'],
    ['subtitle', 'Explainers on Colombia.'],
    ['updated', '2026-01-11T00:00:00.000Z'],
    ['author', ['name', 'The Example']],
    ['link', 'rel=self', 'type=application/atom+xml', `href=${feed.self}`],
    ['link', 'rel=alternate', 'type=text/html', `href=${feed.home}`],
    ['link', 'rel=hub', 'href=https://hub.example/'],
    ['icon', 'https://news.example/icon-512.png'],
    [
      'entry',
      'xml:lang=es',
      ['id', visa.url],
      ['title', 'Visa'],
      ['link', 'rel=alternate', 'type=text/html', `href=${visa.url}`],
      ['published', '2026-01-11T00:00:00.000Z'],
      ['updated', '2026-01-11T00:00:00.000Z'],
      ['summary', visa.summary],
      ['content', 'type=html', visa.html],
    ],
    [
      'entry',
      'xml:lang=en',
      ['id', call.url],
      ['title', call.title],
      ['link', 'rel=alternate', 'type=text/html', `href=${call.url}`],
      ['link', 'rel=license', 'href=https://creativecommons.org/licenses/by/4.0/'],
      ['published', '2026-01-08T19:00:00.000Z'],
      ['updated', '2026-01-10T08:30:00.000Z'],
      ['author', ['name', 'Ana Díaz'], ['uri', 'https://news.example/ana']],
      ['author', ['name', 'The Desk']],
      ['category', 'term=colombia', 'label=Colombia'],
      ['summary', call.summary],
      ['content', 'type=html', call.html],
    ],
  ]);
  const { licence: _, ...unlicensed } = call;
  expect(toAtom({ ...feed, items: [unlicensed] })).not.toContain('license');
});

test('JSON Feed has the same', () => {
  expect(JSON.parse(toJsonFeed(feed))).toEqual({
    version: 'https://jsonfeed.org/version/1.1',
    title: 'The Example: Colombia',
    home_page_url: feed.home,
    feed_url: feed.self,
    description: 'Explainers on Colombia.',
    language: 'en',
    authors: [{ name: 'The Example' }],
    icon: 'https://news.example/icon-512.png',
    hubs: [{ type: 'WebSub', url: 'https://hub.example/' }],
    items: [
      expect.objectContaining({ id: visa.url, language: 'es', authors: [], tags: [] }),
      {
        id: call.url,
        url: call.url,
        title: call.title,
        summary: call.summary,
        content_html: call.html,
        date_published: '2026-01-08T19:00:00.000Z',
        date_modified: '2026-01-10T08:30:00.000Z',
        authors: [{ name: 'Ana Díaz', url: 'https://news.example/ana' }, { name: 'The Desk' }],
        tags: ['Colombia'],
        language: 'en',
        image: 'https://news.example/call.jpg',
        banner_image: 'https://news.example/call.jpg',
      },
    ],
  });
});

test('people who open a feed see it in its style, programs its kind', () => {
  for (const xml of [toRss(feed), toAtom(feed)])
    expect(xml).toMatch(
      /^<\?xml version="1.0" encoding="utf-8"\?><\?xml-stylesheet type="text\/css" href="\/feed.css"\?></,
    );
});
