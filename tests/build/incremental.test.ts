import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest';
import { outputKinds, outputs } from '../../src/outputs/table.ts';
import { frontmatter, makeSite } from '../support/site.ts';
import type { Site } from '../support/site.ts';

let site: Site;

const story = (id: string) =>
  `${frontmatter(`sources:\n  wire: { outlet: ${id} }\n`)}\nAccording to <Source id="wire" />.\n`;

const listOf = (name: 'changed' | 'removed' | 'made'): string[] =>
  site.read(`node_modules/.astro/nutgraf/${name}.txt`).split('\n').filter(Boolean);

/** The files of a story on this site, with its page; all but those that it has not. */
const outputsOf = (id: string) => [
  `${id}/index.html`,
  `lite/${id}/index.html`,
  `${id}.md`,
  `${id}.txt`,
  `${id}/email.html`,
];

/** What always looks at the whole of a newsroom: a change of any story may change each. */
const ofAll = [
  ...['archive', 'authors', 'corrections', 'outlets', 'people', 'policies', 'search', 'terms', 'topics'].map(
    (page) => `${page}/index.html`,
  ),
  ...['404.html', 'index.html', 'corrections.json', 'corrections.xml', 'llms.txt'],
];
const always = ['sitemap-index.xml', 'sitemap-pages.xml', 'sitemap-stories.xml'];
const feedsOf = (...pages: string[]) =>
  pages.flatMap((page) => ['atom.xml', 'feed.json', 'rss.xml'].map((feed) => join(page, feed)));

beforeAll(async () => {
  site = makeSite({
    'content/outlets/gazette.yaml': 'name: The Gazette\nkind: newspaper\n',
    'content/explainers/one.mdx': story('reuters'),
    'content/explainers/two.mdx': story('reuters'),
    'content/explainers/other.mdx': story('gazette'),
  });
  expect(await site.build()).toMatchObject({ code: 0 });
  expect(site.read('dist/one/index.html')).toMatch(/>Reuters(?:<\/span>)?<sup>/);
});

afterAll(() => site.dispose());

test('without a change nothing is made but what changes with time, and every file keeps its time', async () => {
  const times = () =>
    readdirSync(join(site.root, 'dist'), { recursive: true, encoding: 'utf8' }).map((file) => [
      file,
      statSync(join(site.root, 'dist', file)).isFile() ? statSync(join(site.root, 'dist', file)).mtimeMs : 0,
    ]);
  const before = times();
  expect(await site.build()).toMatchObject({ code: 0 });
  expect(listOf('made')).toEqual(always);
  expect([...listOf('changed'), ...listOf('removed')]).toEqual([]);
  expect(times()).toEqual(before);
});

test('an outlet’s new name is on every story that cites it, and only these are made again', async () => {
  site.write('content/outlets/reuters.yaml', 'name: Reuters News\nkind: agency\n');
  expect(await site.build()).toMatchObject({ code: 0 });
  for (const id of ['one', 'two'])
    expect(site.read(`dist/${id}/index.html`)).toMatch(/>Reuters News(?:<\/span>)?<sup>/);
  expect(site.read('dist/other/index.html')).toMatch(/>The Gazette(?:<\/span>)?<sup>/);
  expect(listOf('made')).toEqual(
    [
      ...outputsOf('one'),
      ...outputsOf('two'),
      ...['one/card.png', 'two/card.png'],
      'outlets/reuters/index.html',
      ...feedsOf('', 'authors/desk', 'topics/cities'),
      ...ofAll,
      ...always,
    ].sort(),
  );
});

test('of a changed word, its own outputs and the pages that show it are made, and not one more', async () => {
  site.write('content/explainers/two.mdx', `${story('reuters')}\nA new paragraph.\n`);
  expect(await site.build()).toMatchObject({ code: 0 });
  expect(site.read('dist/two/index.html')).toContain('A new paragraph.');
  const feeds = feedsOf('', 'authors/desk', 'topics/cities');
  expect(listOf('made')).toEqual([...outputsOf('two'), 'two/card.png', ...feeds, ...ofAll, ...always].sort());
  expect(listOf('changed').filter((file) => !file.startsWith('pagefind/'))).toEqual(
    [...outputsOf('two'), ...feeds].sort(),
  );
});

test('a page that somebody changed in the published site is made again', async () => {
  site.write('dist/one.txt', 'By another hand.');
  expect(await site.build()).toMatchObject({ code: 0 });
  expect(listOf('made')).toEqual([...always, 'one.txt'].sort());
  expect(site.read('dist/one.txt')).toContain('According to');
});

test('a story that is gone is gone everywhere', async () => {
  site.remove('content/explainers/other.mdx');
  expect(await site.build()).toMatchObject({ code: 0 });
  expect(listOf('removed')).toEqual(
    expect.arrayContaining([...outputsOf('other'), 'outlets/gazette/index.html'].sort()),
  );
  const files = readdirSync(join(site.root, 'dist'), { recursive: true, withFileTypes: true });
  const naming = files
    .filter((file) => file.isFile() && /\.(html|xml|json|txt|md)$/.test(file.name))
    .map(({ parentPath, name }) => join(parentPath, name).slice(site.root.length + 1))
    .filter((file) => site.read(file).includes('/other'));
  expect(naming).toEqual([]);
});

describe('beside Astro’s own incremental build', () => {
  test('pages are what they are without', async () => {
    const before = site.read('dist/two/index.html');
    const config = site.read('astro.config.mjs');
    site.write('astro.config.mjs', config.replace('site:', 'experimental: { incrementalBuild: true },\n  site:'));
    expect(await site.build()).toMatchObject({ code: 0 });
    expect(site.read('dist/two/index.html')).toBe(before);
    site.write('content/explainers/two.mdx', `${story('reuters')}\nAnother paragraph.\n`);
    expect(await site.build()).toMatchObject({ code: 0 });
    expect(site.read('dist/two/index.html')).toContain('Another paragraph.');
    expect(listOf('made')).not.toContain('one/index.html');
  });
});

test('every output of a story is looked for above', () => {
  const free = outputKinds.filter((kind) => !outputs[kind].isFor);
  expect(outputsOf('one')).toHaveLength(free.length);
});

test('where Astro keeps pages for later builds as well, it keeps ours', async () => {
  const kept = makeSite({ 'content/explainers/story.mdx': `${frontmatter()}\nWords.\n` });
  onTestFinished(() => kept.dispose());
  const incremental = 'defineConfig({ experimental: { incrementalBuild: true },';
  kept.write('astro.config.mjs', kept.read('astro.config.mjs').replace('defineConfig({', incremental));
  expect((await kept.build()).code).toBe(0);
  expect(kept.read('node_modules/.astro/incremental-build.json')).toContain('routes/story.astro');
});
