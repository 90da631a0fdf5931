import { parseRssFeed } from 'feedsmith';
import { h } from 'hastscript';
import { describe, expect, test } from 'vitest';
import { print } from '../../src/outputs/printers/apple-news.ts';
import type { AppleComponent } from '../../src/renderings/apple-news.ts';
import { copyOf, wholeOf, withPictures } from '../../src/renderings/copy.ts';
import type { Feed } from '../../src/renderings/feed.ts';
import { picturesIn } from '../../src/renderings/pictures.ts';
import { toPlain } from '../../src/renderings/plain.ts';
import { toText } from '../../src/renderings/text.ts';
import { toSmartFormat } from '../../src/renderings/smart-format.ts';
import { factsLost } from '../support/facts.ts';
import { context, options, plains, story, tree } from '../support/every-part.ts';
import { address, optionsWith, storyWith } from '../support/stories.ts';

interface Article {
  identifier: string;
  metadata: { thumbnailURL?: string; canonicalURL: string; datePublished: string; dateModified: string };
  components: AppleComponent[];
}

/** What Apple News Format asks of an article (developer.apple.com/documentation/apple_news/articledocument). */
function faultsOfApple(article: object): string[] {
  const given = article as Record<string, unknown> & { components?: AppleComponent[] };
  const required = ['componentTextStyles', 'components', 'identifier', 'language', 'layout', 'title', 'version'];
  const roles = /^(title|intro|byline|caption|heading[1-6]|body|photo|htmltable)$/;
  const tags = /<(?!\/?(p|strong|b|em|i|a|ul|ol|li|br|sub|sup|del|s|pre|code|samp|footer|aside|blockquote)[ >])\/?\w+/;
  return [
    ...required.filter((name) => given[name] === undefined),
    ...(/^[\w-]{1,64}$/.test(String(given['identifier'])) ? [] : ['identifier']),
    ...(given.components ?? []).flatMap((one) => [
      ...(roles.test(one.role) ? [] : [`role ${one.role}`]),
      ...('text' in one && !one.text.trim() ? [`no text in ${one.role}`] : []),
      ...('format' in one && tags.test(one.text) ? [`tag in ${tags.exec(one.text)![0]}`] : []),
      ...(one.role === 'photo' && !one.URL.startsWith('https://') ? [`URL ${one.URL}`] : []),
    ]),
  ];
}

describe('an article of Apple News', () => {
  const articleOf = (of: Parameters<typeof copyOf>[0], body: Parameters<typeof copyOf>[1]) =>
    JSON.parse(print(copyOf(of, body, [], options, address), options, address)) as Article;

  test('is as its format asks, with every part that there is, and has all facts of the copy', () => {
    const plain = toPlain(tree, plains, context);
    const shown = withPictures(copyOf(story, plain, picturesIn(tree), options, address), {
      'a.png': { src: 'https://news.example/a.png', width: 4, height: 3 },
    });
    const article = JSON.parse(print(shown, options, address)) as Article;
    expect(faultsOfApple(article)).toEqual([]);
    const words = article.components
      .map((one) => ('text' in one ? one.text : 'html' in one ? one.html : (one.accessibilityCaption ?? '')))
      .join('\n')
      .replace(/<[^>]+>/g, ' ');
    expect(factsLost(toText(wholeOf(shown)), words)).toEqual([]);
    for (const role of ['title', 'intro', 'byline', 'heading2', 'body', 'photo', 'htmltable'])
      expect(
        article.components.map((one) => one.role),
        role,
      ).toContain(role);
    expect(article.metadata.thumbnailURL).toBe('https://news.example/a.png');
    expect(words).toContain('appeared first on');
  });

  test.each([
    [
      [h('p', ['A ', h('q', 'b'), h('span', h('time', 'c')), h('a', { href: 'https://d.example', rel: 'x' }, 'd')])],
      [{ role: 'body', text: '<p>A “b”c<a href="https://d.example/">d</a></p>', format: 'html' }],
    ],
    [
      [h('section', [h('h2', 'Why'), h('p', 'So.')]), h('p', 'And.')],
      [
        { role: 'heading2', text: 'Why' },
        { role: 'body', text: '<p>So.</p>', format: 'html' },
        { role: 'body', text: '<p>And.</p>', format: 'html' },
      ],
    ],
    [[h('p', 'One.'), h('p', 'Two.')], [{ role: 'body', text: '<p>One.</p><p>Two.</p>', format: 'html' }]],
    [
      [
        h('figure', [
          h('img', { src: 'https://a.example/b.png', alt: 'B', width: 4 }),
          h('figcaption', ['C', h('b', 'd')]),
        ]),
      ],
      [
        { role: 'photo', URL: 'https://a.example/b.png', accessibilityCaption: 'B' },
        { role: 'caption', text: 'Cd' },
      ],
    ],
    [
      [h('table', { className: 'x' }, h('tr', h('td', { colSpan: 2, scope: 'row' }, 'E')))],
      [{ role: 'htmltable', html: '<table><tr><td colspan="2">E</td></tr></table>' }],
    ],
    [
      [h('dl', [h('dt', 'F'), h('dd', 'G')])],
      [{ role: 'body', text: '<p><strong>F</strong></p><p>G</p>', format: 'html' }],
    ],
    [[h('p', ' '), h('div', [])], []],
  ])('has %j in its parts', (body, components) => {
    const { components: all } = articleOf(storyWith(), { type: 'root', children: [...body, h('h2', 'End')] });
    expect(
      all.slice(
        3,
        all.findIndex((one) => 'text' in one && one.text === 'End'),
      ),
    ).toEqual(components);
  });

  test('has a name that stays, dates as moments, and a lead', () => {
    const { identifier, metadata, components } = articleOf(
      storyWith({ id: 'ñandú', above: { updated: '2026-01-09' } }),
      { type: 'root', children: [] },
    );
    expect(identifier).toMatch(/^[0-9a-f]{64}$/);
    expect(metadata).toMatchObject({
      datePublished: '2026-01-08T05:00:00.000Z',
      dateModified: '2026-01-09T05:00:00.000Z',
      canonicalURL: 'https://news.example/%C3%B1and%C3%BA/',
    });
    expect(components.slice(0, 3)).toEqual([
      { role: 'title', text: 'Trump and Petro plan to meet' },
      { role: 'intro', text: 'They stepped back from threats.' },
      { role: 'byline', text: expect.stringMatching(/^By .+ · Published .+ · Updated/) as string },
    ]);
  });

  test('that is wrong is told of by the judge', () =>
    expect(
      faultsOfApple({
        components: [
          { role: 'body', text: '<div>', format: 'html' },
          { role: 'x', text: '' },
        ],
      }),
    ).toEqual(expect.arrayContaining(['title', 'identifier', 'tag in <div', 'role x', 'no text in x'])));
});

describe('the feed of SmartNews', () => {
  const feed: Feed = {
    title: 'The Example',
    description: 'One sentence of much more than thirty letters.',
    lang: 'en',
    publisher: 'The Example',
    home: 'https://news.example/',
    self: 'https://news.example/rss.xml',
    style: '/feed.css',
    items: [
      {
        url: 'https://news.example/a/',
        title: 'A & B',
        summary: 'C',
        html: '<p>D ]]> E</p>',
        lang: 'en',
        authors: [{ name: 'Ana' }, { name: 'Tom' }],
        topics: [{ id: 'f', name: 'F' }],
        published: new Date('2026-01-08T05:00:00Z'),
        updated: new Date('2026-01-09T05:00:00Z'),
        picture: { src: 'https://news.example/p.jpg', width: 4, height: 3, alt: 'P' },
      },
    ],
  };
  const xml = toSmartFormat(feed, { logo: 'https://news.example/logo.png', logoDark: 'https://news.example/dark.png' });

  test('has what its specification requires, of the channel and of each story', () => {
    // publishers.smartnews.com, SmartFormat 2.1, channel and item: what is marked as required.
    const [channel = '', item = ''] = xml.split(/(?=<item>)/);
    for (const name of ['title', 'link', 'description', 'pubDate', 'language', 'snf:logo', 'snf:darkModeLogo'])
      expect(channel, name).toContain(`<${name}>`);
    expect(/<description>(.*?)<\/description>/.exec(channel)![1]!.length).toBeLessThanOrEqual(30);
    expect(channel).toContain('<snf:logo><url>https://news.example/logo.png</url></snf:logo>');
    for (const name of ['title', 'link', 'guid', 'pubDate', 'content:encoded', 'dc:creator', 'media:status'])
      expect(item, name).toContain(`<${name}>`);
    expect(item).toContain('<media:thumbnail url="https://news.example/p.jpg" />');
    expect(xml.length).toBeLessThan(1_000_000);
  });

  test('is RSS to others', () => {
    const { items, title, pubDate } = parseRssFeed(xml);
    expect([title, pubDate]).toEqual(['The Example', 'Fri, 09 Jan 2026 05:00:00 GMT']);
    expect(items![0]).toMatchObject({
      title: 'A & B',
      link: 'https://news.example/a/',
      content: { encoded: '<p>D ]]> E</p>' },
    });
  });

  test('has the logo for the dark only where there is one', () =>
    expect(toSmartFormat(feed, { logo: 'https://news.example/logo.png' })).not.toContain('darkModeLogo'));
});

test('both are off unless a newsroom asks for them', () => {
  expect(optionsWith().platforms).toBeUndefined();
  expect(optionsWith({ platforms: {} }).platforms).toEqual({ appleNews: false });
});
