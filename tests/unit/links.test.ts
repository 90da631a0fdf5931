import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { checkNewsroom } from '../../src/commands/check/newsroom.ts';
import { isOfFrame } from '../../src/document/marks.ts';
import { Publisher, shown, story } from '../support/publisher.ts';

vi.mock('../../src/newsroom/components.ts', () => import('../support/components.ts'));

/** Links within the site that lead nowhere are told with their place, and what was probably meant. */

beforeEach(() => void vi.stubEnv('NUTGRAF_NOW', '2026-02-01'));
afterEach(() => void vi.unstubAllEnvs());

const page = (words: string) => `---\ntitle: About\ndescription: A.\npublished: 2026-01-01\n---\n\n${words}\n`;
const note = (words: string) => `---\ntitle: Locks\npublished: 2026-01-01\n---\n\n${words}\n`;

/** A newsroom with a page of each kind, whose story “one” says these words. */
function newsroom(words: string, more: Record<string, string> = {}, head = ''): Publisher {
  return new Publisher({
    'explainers/one.mdx': story(`topics: [city]\nsources: { a: { outlet: wire, by: jane } }\n${head}`, words),
    'explainers/two/index.mdx': story('aliases: [/old/]\nlang: es\n', '## What *now*?\n\nText.'),
    'explainers/held.mdx': story('draft: true\n'),
    'topics/city.yaml': 'name: City\n',
    'topics/unused.yaml': 'name: Unused\n',
    'outlets/wire.yaml': 'name: Wire\nkind: agency\n',
    'people/jane.yaml': 'name: Jane\n',
    'pages/about.mdx': page('Us.'),
    'policies/corrections.mdx': page('How.'),
    'notes/locks.mdx': note('A lock.'),
    ...more,
  });
}

const toldBy = async (desk: Publisher) => (await desk.told()).filter((one) => one.includes('link-exists'));

const told = (words: string, more?: Record<string, string>, head?: string) => toldBy(newsroom(words, more, head));

const unknown = (place: string, url: string, near = '') =>
  `explainers/one.mdx:${place}  error  Unknown address “${url}” in a link: expected that of a page or file of this site, or a whole one, https://…, of what is not part of it.${near && `\n  Did you mean “${near}”?`}  [link-exists]`;

describe('a link', () => {
  test('may lead to every page and file of the site', async () => {
    const addresses = [
      ...['/', '/two/', '/two', '../two/', '/two/?a=b', '/old/', '/about/', '/policies/corrections/', '/notes/locks/'],
      ...[
        '/topics/',
        '/topics/city/',
        '/topics/city/3/',
        '/outlets/wire/',
        '/people/jane',
        '/authors/desk/',
        '/terms/',
      ],
      ...[
        '/archive/',
        '/archive/2026/',
        '/archive/2026/01/',
        '/es/',
        '/es/search/',
        '/search/',
        '/guide/',
        '/corrections.xml',
      ],
      ...['/rss.xml', '/topics/city/feed.json', '/authors/desk/atom.xml', '/es/rss.xml', '/feeds/partner/rss.xml'],
      ...[
        '/two.md',
        '/two.txt',
        '/lite/two/',
        '/republish/two/story.json',
        '/two/email.html',
        '/two/history/',
        '/two/index.html',
      ],
      ...['/robots.txt', '/sitemap-index.xml', '/sitemap-2026.xml', '/llms.txt', '/.well-known/trust.txt'],
      ...['/own/', '/plan.pdf', '/data.csv', '/my%20file.zip', '/shop/anything/', '/left/'],
      ...['https://news.example/nope/', '//news.example/nope/', 'mailto:a@b.example', '#', '#top', '?a', '#r1'],
    ];
    const desk = newsroom(addresses.map((address) => `[Words](${address}).`).join('\n\n'), {
      '../src/pages/own.astro': '',
      '../src/pages/shop/[...rest].astro': '',
      '../public/plan.pdf': '',
      '../public/data.csv': '',
      '../public/my file.zip': '',
    });
    desk.redirects = { '/left': 'https://archive.example/' };
    expect(await toldBy(desk)).toEqual([]);
  });

  test('to a page that is not there is an error, with the nearest one', async () => {
    expect(
      await told(
        'A [link](/nope/), <a href="/tow/">another</a>, [two][2], [a picture’s][3] ![x][4].\n\n[2]: ../explainers/two/\n[3]: /topics/citty/\n[4]: ./none.png',
      ),
    ).toEqual([
      unknown('10:3', '/nope/'),
      unknown('10:22', '/tow/', '/two/'),
      unknown('12:1', '../explainers/two/', '/two/'),
      unknown('13:1', '/topics/citty/', '/topics/city/'),
    ]);
    expect(
      await told('[A](/topics/unused/) [B](/two.html) [C](/lite/tow/) [D](/topics/two/3/) [E](/archive/2025/)'),
    ).toEqual([
      unknown('10:1', '/topics/unused/', '/topics/'),
      expect.stringContaining('“/two.html”'),
      expect.stringContaining('“/lite/tow/”'),
      expect.stringContaining('“/topics/two/3/”'),
      expect.stringContaining('“/archive/2025/”'),
    ]);
  });

  test('to the file of a text is an error that has its address', async () => {
    const file = (place: string, url: string, near: string) =>
      `explainers/one.mdx:${place}  error  Unexpected file “${url}” in a link: expected the address of its page.\n  Did you mean “${near}”?  [link-exists]`;
    expect(await told('[A](./two/index.mdx) [B](../pages/about.mdx#x) [C](one.mdx)')).toEqual([
      file('10:1', './two/index.mdx', '/two/'),
      file('10:22', '../pages/about.mdx#x', '/about/'),
      file('10:48', 'one.mdx', '/one/'),
    ]);
  });

  test('to a place in a text is warned of where nothing has that name', async () => {
    const place = (column: string, id: string, near = '') =>
      `explainers/one.mdx:12:${column}  warning  Unknown place “#${id}” in a link: expected a heading of the page that it leads to.${near && `\n  Did you mean “${near}”?`}  [link-exists]`;
    expect(
      await told(
        '## The plan\n\n[A](#the-plan) [B](#the-plans) [C](/two/#what-now) [D](/two#what-noww) [E](#correction-2026-01-09) [F](#%C3%BC)\n\n<KeyPoints title="In short">\n- A.\n</KeyPoints>\n\n[G](#in-short)',
      ),
    ).toEqual([place('16', 'the-plans', '#the-plan'), place('52', 'what-noww', '/two#what-now'), place('100', 'ü')]);
  });

  test('from what readers see leads to what they see', async () => {
    const later = { 'explainers/later.mdx': story().replace('2026-01-08', '2026-03-01') };
    const held = (column: string, url: string, what: string) =>
      `explainers/one.mdx:10:${column}  error  Unexpected link to “${url}”, ${what}: expected a page that readers see.  [link-exists]`;
    const words = '[A](/held/) [B](/later/)';
    const toCome = 'which is to be published on 2026-03-01';
    expect(await told(words, later)).toEqual([held('1', '/held/', 'a draft'), held('13', '/later/', toCome)]);
    expect(await told(words, later, 'draft: true\n')).toEqual([]);
    // Both are published together; a draft may never be.
    const together = { ...later, 'explainers/three.mdx': story('', words).replace('2026-01-08', '2026-03-02') };
    expect(await told('Text.', together)).toEqual([
      'explainers/three.mdx:8:1  error  Unexpected link to “/held/”, a draft: expected a page that readers see.  [link-exists]',
    ]);
    expect(await told('[A](/lite/held/)')).toHaveLength(1);
  });

  test('to what is gone is warned of', async () => {
    expect(
      await told('[A](/away/)', {
        'ledger/gone.yaml': '- { address: /away/, date: 2026-02-01, why: A court forbade it. }\n',
      }),
    ).toEqual([
      'explainers/one.mdx:10:1  warning  Unexpected link to “/away/”: expected one to a page that is still there.  [link-exists]',
    ]);
  });

  test('in a draft is warned of; in notes, policies and pages it is an error', async () => {
    const words = '[A](/nope/)';
    expect(
      await told(
        words,
        { 'notes/locks.mdx': note(words), 'policies/corrections.mdx': page(words), 'pages/about.mdx': page(words) },
        'draft: true\n',
      ),
    ).toEqual([
      expect.stringMatching(/^explainers\/one\.mdx:11:1 {2}warning /),
      expect.stringMatching(/^notes\/locks\.mdx:6:1 {2}error /),
      expect.stringMatching(/^pages\/about\.mdx:7:1 {2}error /),
      expect.stringMatching(/^policies\/corrections\.mdx:7:1 {2}error /),
    ]);
  });

  test('is written with the site’s base and prefix; what lies beside them is not ours', async () => {
    const desk = newsroom(
      '[A](/news/facts/two/) [B](/two/) [C](/shop/) [D](/news/shop/) [E](/) [F](/facts/two/) [G](/news/facts/shop/) [H](../two/)',
    );
    desk.options = { prefix: '/facts/' };
    desk.astro = { base: '/news', trailingSlash: 'never', build: { format: 'file' } };
    expect(
      (await toldBy(desk)).map((one) => one.replace(/^.*?“|in a link.*/gs, '') + (/mean (.*)\?/.exec(one)?.[1] ?? '')),
    ).toEqual([
      '/two/” “/news/facts/two”',
      '/news/facts/shop/” ',
      // From a page without a slash at its end, that is a folder too high.
      '../two/” “/news/facts/two”',
    ]);
  });

  test('of the navigation leads to a page', async () => {
    const desk = newsroom('Text.');
    desk.options = {
      navigation: [
        { label: 'A', to: '/topics/' },
        { label: 'B', to: '/topcis/' },
        { label: 'C', to: 'https://a.example/' },
      ],
    };
    expect(await toldBy(desk)).toEqual([
      'astro.config.mjs:1:1  warning  Unknown address “/topcis/” in “navigation”: expected that of a page of this site, or a whole one, https://….\n  Did you mean “/topics/”?  [link-exists]',
    ]);
  });

  test('is told by check as by a build; of a text alone only where its own file tells', async () => {
    const desk = newsroom('[A](/nope/) [B](#nope) [C](./two/index.mdx)');
    const all = (await checkNewsroom(desk.settings)).messages.map(shown).filter((one) => one.includes('link-exists'));
    expect(all).toEqual(await toldBy(desk));
    expect(all).toHaveLength(3);
    const { messages } = await checkNewsroom(desk.settings, ['one']);
    expect(messages.map(shown).filter((one) => one.includes('link-exists'))).toEqual([
      all[1],
      // The address of what was not read is not known.
      all[2]!.replace('\n  Did you mean “/two/”?', ''),
    ]);
  });

  test('is not called unknown while a text could not be read', async () => {
    expect(await told('[A](/nope/)', { 'explainers/broken.mdx': 'No frontmatter.' })).toEqual([]);
  });
});

test('the ids of a text’s page are known', () => {
  const files = ['layouts/{Story,Note,Policy,}Page.astro', 'parts/{SourceList,Topics,Related,Credit,TermCards}.astro'];
  const src = fileURLToPath(new URL('../../src/', import.meta.url));
  const ids = globSync(files, { cwd: src }).flatMap((file) =>
    [...readFileSync(join(src, file), 'utf8').matchAll(/(?<![\w-])id=(?:"([^"]+)"|\{(?:\w+ \? )?`(.+?)`)/g)].map(
      ([, fixed = '', made = '']) => fixed || made.replace(/\$\{.*?\}/, '1'),
    ),
  );
  expect(ids.length).toBeGreaterThan(4);
  expect(ids.filter((id) => !isOfFrame(id))).toEqual([]);
});
