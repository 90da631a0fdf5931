import { existsSync, mkdtempSync, renameSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { Reuse } from '../../src/integration/reuse.ts';
import { SearchIndex } from '../../src/integration/search.ts';
import { wordsOfPage } from '../../src/integration/index-part.ts';
import { partWith, partsOf } from '../../src/stories/search.ts';

const address = {
  base: '/',
  prefix: '/',
  permalink: '/:slug/',
  trailingSlash: 'ignore',
  format: 'directory',
} as const;

const found = (id: string, part: number, key = id) => ({
  record: { path: `/${id}/`, date: '', lang: 'en', part, facets: { topic: [], person: [], outlet: [], year: [] } },
  file: `${id}/index.html`,
  key,
});

test('of several parts only that of a changed page is made anew', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'nutgraf-index-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  const [dist, next] = [join(folder, 'dist'), join(folder, 'next')];
  const build = async (changed: string) => {
    const reuse = new Reuse(join(folder, 'published.json'), dist, next);
    const pages = [found('one', 0), found('two', 1, changed), found('three', 1)];
    const index = new SearchIndex(pages, next, address, reuse);
    const needed = pages.map(({ file }) => index.placeOf(file));
    const html = () => new TextEncoder().encode(`<article><h1>A page</h1>${changed}</article>`).buffer;
    for (const { file } of pages) index.add(file, html());
    await index.finish();
    reuse.check();
    rmSync(dist, { recursive: true, force: true });
    renameSync(next, dist);
    reuse.keep();
    return needed;
  };
  expect(await build('first')).toEqual([0, 1, 1]);
  const entryOf = (part: string) => statSync(join(dist, 'pagefind', part, 'pagefind-entry.json'));
  const [whole, second] = [entryOf(''), entryOf('1')];
  expect(await build('second')).toEqual([undefined, 0, 0]);
  expect(entryOf('').mtimeMs).toBe(whole.mtimeMs);
  expect(entryOf('1').ino).not.toBe(second.ino);
  expect(await build('second')).toEqual([undefined, undefined, undefined]);
  expect(existsSync(join(dist, 'pagefind/pagefind.js'))).toBe(true);
  expect(existsSync(join(dist, 'pagefind/1/pagefind.js'))).toBe(false);
  expect(existsSync(join(dist, 'pagefind/pagefind-ui.js'))).toBe(false);
});

test.each([
  [0, 1],
  [800, 1],
  [801, 2],
  [5000, 8],
  [50_000, 16],
])('the index of %i stories has %i parts', (stories, parts) => {
  expect(partsOf(stories)).toBe(parts);
});

test('parts are about alike', () => {
  const parts = Array.from({ length: 4000 }, (_, index) => partWith(`/story-${index}/`, 8));
  const sizes = [...Map.groupBy(parts, (part) => part).values()].map(({ length }) => length);
  expect(sizes).toHaveLength(8);
  expect(Math.min(...sizes)).toBeGreaterThan(400);
});

test.each([
  [
    'en',
    '<p class="lead">The Bridge&amp;Co’s <b>well-known</b> bridge, of 2026: a 5G x &lt;b&gt;</p>',
    ['the', 'bridge', 'co’s', 'well-known', 'of'],
  ],
  ['ja', '<p>橋は閉鎖されています。</p>', ['閉鎖', 'てい', 'ます']],
  ['th', '<p>การทำงานดี</p>', ['การ', 'ทำงาน', 'ดี']],
])('the words of a page in %s', (lang, html, words) => expect([...wordsOfPage(html, lang)]).toEqual(words));
