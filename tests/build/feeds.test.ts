import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { parseFeed as parseByRowan } from '@rowanmanning/feed-parser';
import { parseAtomFeed, parseJsonFeed, parseRssFeed } from 'feedsmith';
import Parser from 'rss-parser';
import { visit } from 'unist-util-visit';
import type { Element } from 'xast';
import { fromXml } from 'xast-util-from-xml';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { buildDemonstration } from '../support/demonstration.ts';

/** Feeds as readers of feeds see them: three parsers that are not ours, and RFC 4287 itself. */

let dist: string;
let dispose: () => void;
let feeds: Record<'rss' | 'atom' | 'json', string[]>;

beforeAll(async () => {
  ({ dist, dispose } = await buildDemonstration());
  const folderOf = (file: string) => file.replace(/[^/]+$/, '');
  const files = readdirSync(dist, { recursive: true, encoding: 'utf8' }).sort((a, b) =>
    folderOf(a).localeCompare(folderOf(b), 'en'),
  );
  feeds = {
    rss: files.filter((file) => file.endsWith('rss.xml')),
    atom: files.filter((file) => file.endsWith('atom.xml')),
    json: files.filter((file) => file.endsWith('feed.json')),
  };
});

afterAll(() => dispose());

const read = (file: string) => readFileSync(join(dist, file), 'utf8');

test('there are as many in each format: of the site, its languages, topics and authors', () => {
  const folders = (files: string[]) => files.map((file) => file.replace(/[^/]+$/, ''));
  expect(feeds.rss.length).toBeGreaterThan(8);
  expect(folders(feeds.atom)).toEqual(folders(feeds.rss));
  expect(folders(feeds.json)).toEqual(folders(feeds.rss));
});

/** What every reader of a feed should know of it. */
interface Told {
  title: string | undefined;
  home: string | undefined;
  /** Who publishes it, where the format has that. */
  publisher?: string | undefined;
  items: {
    title: string | undefined;
    url: string | undefined;
    authors: (string | undefined)[];
    date: string | undefined;
  }[];
}

const instant = (date: string | Date | null | undefined) => (date ? new Date(date).toISOString() : undefined);

function atomBySmith(text: string): Told {
  const { title, links = [], authors = [], entries = [] } = parseAtomFeed(text);
  const linkOf = (all: { rel?: string; href?: string }[] = []) => all.find(({ rel }) => rel === 'alternate')?.href;
  return {
    title: title?.value,
    home: linkOf(links),
    publisher: authors[0]?.name,
    items: entries.map((entry) => ({
      title: entry.title?.value,
      url: linkOf(entry.links),
      authors: (entry.authors ?? []).map(({ name }) => name),
      date: instant(entry.published),
    })),
  };
}

function rssBySmith(text: string): Told {
  const { title, link, items = [] } = parseRssFeed(text);
  return {
    title,
    home: link,
    items: items.map((item) => ({
      title: item.title,
      url: item.link,
      authors: item.dc?.creators ?? [],
      date: instant(item.pubDate),
    })),
  };
}

function jsonBySmith(text: string): Told {
  const { title, home_page_url: home, authors = [], items = [] } = parseJsonFeed(text);
  return {
    title,
    home,
    publisher: authors[0]?.name,
    items: items.map((item) => ({
      title: item.title,
      url: item.url,
      authors: (item.authors ?? []).map(({ name }) => name),
      date: instant(item.date_published),
    })),
  };
}

function byRowan(text: string): Told {
  const { title, url, authors, items } = parseByRowan(text);
  return {
    title: title ?? undefined,
    home: url ?? undefined,
    ...(authors.length && { publisher: authors[0]?.name ?? undefined }),
    items: items.map((item) => ({
      title: item.title ?? undefined,
      url: item.url ?? undefined,
      authors: item.authors.map(({ name }) => name ?? undefined),
      date: instant(item.published),
    })),
  };
}

describe('readers agree on every feed', () => {
  test('Atom, RSS and JSON Feed of one list tell the same, by two parsers', () => {
    for (const [index, file] of feeds.json.entries()) {
      const json = jsonBySmith(read(file));
      expect(json.publisher, file).toBe('The Explainer Desk');
      expect(json.items.length, file).toBeGreaterThan(0);
      for (const item of json.items) {
        expect(item.authors.length, file).toBeGreaterThan(0);
        expect(item.date, file).toBeDefined();
      }
      const { publisher, ...withoutPublisher } = json;
      expect(atomBySmith(read(feeds.atom[index]!)), file).toEqual(json);
      expect(rssBySmith(read(feeds.rss[index]!)), file).toEqual(withoutPublisher);
      expect(byRowan(read(feeds.atom[index]!)), file).toEqual(json);
      expect(byRowan(read(feeds.rss[index]!)), file).toEqual(withoutPublisher);
    }
  });

  test('a third finds every item with its text', async () => {
    for (const file of [...feeds.rss, ...feeds.atom]) {
      const { items } = await new Parser().parseString(read(file));
      for (const { title, content = '', ...more } of items) {
        expect(title).toBeTruthy();
        expect(
          (((more as Record<string, unknown>)['content:encoded'] as string | undefined) ?? content).length,
        ).toBeGreaterThan(500);
      }
    }
  });
});

/** The attributes of each element of Atom (RFC 4287, sections 3 and 4), besides `xml:lang` and `xml:base`. */
const atomAttributes: Record<string, string[]> = {
  feed: ['xmlns'],
  entry: [],
  id: [],
  title: ['type'],
  subtitle: ['type'],
  summary: ['type'],
  content: ['type', 'src'],
  updated: [],
  published: [],
  author: [],
  name: [],
  uri: [],
  icon: [],
  email: [],
  link: ['href', 'rel', 'type', 'hreflang', 'title', 'length'],
  category: ['term', 'scheme', 'label'],
};

/** What RFC 4287 has exactly one of, by the element that it is in. */
const one: Record<string, string[]> = {
  feed: ['id', 'title', 'updated'],
  entry: ['id', 'title', 'updated'],
  author: ['name'],
};

test('Atom is what RFC 4287 says: known elements and attributes, and one of what there must be one of', () => {
  for (const file of feeds.atom) {
    visit(fromXml(read(file)), 'element', ({ name, attributes, children }) => {
      const known = [...(atomAttributes[name] ?? [`<${name}> is not Atom`]), 'xml:lang', 'xml:base'];
      expect(known, `${file}: <${name}>`).toEqual(expect.arrayContaining(Object.keys(attributes)));
      const names = children.filter((child): child is Element => child.type === 'element').map((child) => child.name);
      for (const once of one[name] ?? [])
        expect(
          names.filter((each) => each === once),
          `${file}: <${name}>`,
        ).toEqual([once]);
      if (name === 'feed') expect(names).toContain('author');
    });
  }
});

test('a feed in another language speaks it, and leads to the front page in it', () => {
  const { title, home } = jsonBySmith(read('es/feed.json'));
  expect({ title, home }).toEqual({ title: 'The Explainer Desk: Español', home: 'https://explainers.example/es/' });
  expect(parseRssFeed(read('es/rss.xml'))).toMatchObject({
    language: 'es',
    description: 'Explicamos las noticias y mostramos de dónde sale cada afirmación.',
  });
});

test('a page leads to the feed of its language', () => {
  const feedsOn = (page: string) =>
    [...read(page).matchAll(/<link rel="alternate" type="application\/[a-z]+\+(?:xml|json)" href="([^"]+)"/g)].map(
      ([, href]) => href,
    );
  expect(feedsOn('es/index.html')).toEqual(['/es/rss.xml', '/es/atom.xml', '/es/feed.json']);
  expect(feedsOn('trump-petro-reunion-casa-blanca/index.html')).toEqual(['/es/rss.xml']);
  expect(feedsOn('leap-second/index.html')).toEqual(['/rss.xml']);
  for (const page of ['es/index.html', 'index.html', 'topics/colombia/index.html'])
    for (const href of feedsOn(page)) expect(read(href!.slice(1))).toBeTruthy();
});
