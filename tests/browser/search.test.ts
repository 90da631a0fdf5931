import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { SearchIndex } from '../../src/integration/search.ts';
import { launchBrowser } from '../support/browser.ts';
import { auditAxe, overflows } from '../support/page.ts';
import { serve } from '../support/serve.ts';
import { frontmatter, makeSite } from '../support/site.ts';
import type { Site } from '../support/site.ts';

/** A site under a base and a prefix, with a content security policy, and stories in three languages. */

let site: Site;
let browser: Browser;
let server: Awaited<ReturnType<typeof serve>>;

const story = (headline: string, body: string, more = '') =>
  frontmatter(`sources:\n  wire: { outlet: reuters }\n${more}`)
    .replace('A headline', headline)
    .replace('2026-01-08', headline.includes('Old') ? '2024-05-01' : '2026-01-08') +
  `\n${body} <Source id="wire" />.\n`;

beforeAll(async () => {
  site = makeSite({
    'astro.config.mjs': `import { defineConfig } from 'astro/config';
import nutgraf from 'nutgraf';

export default defineConfig({
  site: 'https://news.example',
  base: '/news',
  security: { csp: true },
  integrations: [nutgraf({ name: 'The Example', guide: false, prefix: '/explainers' })],
});
`,
    'content/topics/rivers.yaml':
      'name: "Rivers, lakes: and [seas]"\ntranslations:\n  es: { name: "Ríos, lagos: y [mares]" }\n',
    'content/explainers/bridge.mdx': story('A bridge', 'The bridge over the river is closed'),
    'content/explainers/old-bridge.mdx': story('Old bridges', 'Bridges of long ago'),
    'content/explainers/said.mdx':
      story('Words', 'A mayor spoke', '') +
      '\n<Officials>\n<Statement by="jane-doe" source="wire">\nThe bridge opens soon, she said.\n</Statement>\n</Officials>\n',
    'content/explainers/puente.mdx': story('El puente', 'El puente sobre el río', 'lang: es\n').replace(
      'topics: [cities]',
      'topics: [rivers]',
    ),
    'content/explainers/jisr.mdx': story('الجسر', 'الجسر مغلق', 'lang: ar\n'),
    'content/explainers/hashi.mdx': story('橋', '橋は閉鎖されています。', 'lang: ja\n'),
    'content/explainers/draft.mdx': story('Draft', 'zanzibarian bridge', 'draft: true\n'),
  });
  const { code, output } = await site.build();
  expect(code).toBe(0);
  expect(output).not.toContain('The search has no index');
  [server, browser] = await Promise.all([serve(`${site.root}/dist`, '/news/'), launchBrowser()]);
});

afterAll(async () => {
  await browser?.close();
  await server?.close();
  site?.dispose();
});

async function open(
  query: string,
  look: (page: Page) => Promise<void>,
  options = {},
  from = server.url,
): Promise<void> {
  const page = await browser.newPage({ viewport: { width: 360, height: 800 }, ...options });
  const faults: string[] = [];
  page.on('console', (message) => message.type() === 'error' && faults.push(message.text()));
  page.on('pageerror', (error) => faults.push(String(error)));
  await page.goto(`${from}explainers/search/${query}`);
  await look(page);
  expect(faults).toEqual([]);
  await page.close();
}

const told = (page: Page, words: RegExp | string) => page.getByRole('status').filter({ hasText: words }).waitFor();
const titles = (page: Page) => page.locator('.results h2').allTextContents();

describe('the search', () => {
  test('finds by words, by keyboard, and leads to the story', async () => {
    await open('', async (page) => {
      await page.getByLabel('Words to look for').focus();
      await page.keyboard.type('closed bridge');
      await page.keyboard.press('Enter');
      await told(page, '1 explainer found');
      expect(await titles(page)).toEqual(['A bridge']);
      expect((await page.locator('.results mark').allTextContents()).join()).toContain('bridge');
      expect(new URL(page.url()).search).toBe('?q=closed+bridge');
      await page.getByRole('link', { name: 'A bridge' }).focus();
      await page.keyboard.press('Enter');
      await page.getByRole('heading', { level: 1, name: 'A bridge' }).waitFor();
      expect(new URL(page.url()).pathname).toBe('/news/explainers/bridge/');
    });
  });

  test('is narrowed by topic, person, outlet and year, whatever their names have in them', async () => {
    await open('?q=bridge', async (page) => {
      await told(page, '3 explainers found');
      await page.getByLabel('Year').selectOption('2024');
      await told(page, '1 explainer found');
      expect(await titles(page)).toEqual(['Old bridges']);
      await page.getByLabel('Year').selectOption('');
      await page.getByLabel('Person').selectOption('Jane Doe');
      await expect.poll(() => titles(page)).toEqual(['Words']);
    });
    await open('?outlet=Reuters', async (page) => told(page, '3 explainers found'));
  });

  test('is in each language that has stories, in its words and by its names', async () => {
    await open('../es/search/?q=puente', async (page) => {
      await told(page, '1 explicativo encontrado');
      await page.getByLabel('Tema').selectOption('Ríos, lagos: y [mares]');
      await expect.poll(() => titles(page)).toEqual(['El puente']);
    });
    await open('../ar/search/?q=الجسر', async (page) => {
      await told(page, 'نتيجة واحدة');
      expect(await auditAxe(page, ['wcag2a', 'wcag2aa', 'wcag2aaa'])).toEqual([]);
      await page.locator('.mast > a').first().click();
      await page.waitForURL('**/news/explainers/ar/');
      await page.getByRole('link', { name: 'الجسر' }).click();
      await page.getByRole('heading', { level: 1, name: 'الجسر' }).waitFor();
    });
    await open('../ja/search/?q=閉鎖', async (page) => {
      await told(page, '1件の解説が見つかりました');
    });
  });

  test('says when there is nothing, and never finds a draft', async () => {
    await open('?q=zanzibarian', async (page) => told(page, 'Nothing found'));
  });

  test('finds words in which what was typed is a part, those that begin with it first', async () => {
    await open('?q=ridge', async (page) => {
      await told(page, '3 explainers found');
      expect(await titles(page)).toEqual(expect.arrayContaining(['A bridge', 'Old bridges', 'Words']));
    });
    await open('../ja/search/?q=橋', async (page) => told(page, '1件の解説が見つかりました'));
  });

  test('of a word that no story has tries the nearest, and says so', async () => {
    await open('?q=brigde', async (page) => {
      await told(page, 'Nothing found for “brigde”. This is for “bridge”. 3 explainers found');
    });
    // Of several words, those that are known are enough to find something.
    await open('?q=closed+brigde', async (page) => {
      await told(page, '1 explainer found');
      expect(await titles(page)).toEqual(['A bridge']);
    });
    await open('../es/search/?q=peunte', async (page) => {
      await told(page, 'Sin resultados para «peunte». Estos son para «puente». 1 explicativo encontrado');
    });
  });

  test('asks for the list of words only when it searches, and finds words without it', async () => {
    const asked: string[] = [];
    await open('', async (page) => {
      page.on('request', (request) => asked.push(new URL(request.url()).pathname));
      await page.getByLabel('Words to look for').focus();
      expect(asked.filter((path) => /words\./.test(path))).toEqual([]);
      await page.route('**/words.en.json', (route) => route.fulfill({ json: [] }));
      await page.keyboard.type('bridge');
      await told(page, '3 explainers found');
      expect(asked.filter((path) => /words\./.test(path))).toHaveLength(1);
    });
  });

  test('offers the lists without script', async () => {
    await open(
      '',
      async (page) => {
        expect(await page.locator('form.search').isVisible()).toBe(false);
        expect(await page.getByText('The search needs JavaScript').isVisible()).toBe(true);
        await page.locator('.browse').getByRole('link', { name: 'Topics' }).click();
        await page.getByRole('heading', { level: 1, name: 'Topics' }).waitFor();
      },
      { javaScriptEnabled: false },
    );
  });

  test.each(['light', 'dark'] as const)(
    'has no accessibility violation, and fits the screen, %s',
    async (colorScheme) => {
      await open(
        '?q=bridge',
        async (page) => {
          await told(page, '3 explainers found');
          expect(await auditAxe(page, ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'wcag2aaa'])).toEqual(
            [],
          );
          await page.setViewportSize({ width: 320, height: 700 });
          expect(await overflows(page)).toEqual([]);
        },
        { colorScheme },
      );
    },
  );
});

test('no other page asks for anything of the search, and what it was made of is gone', () => {
  expect(site.read('dist/explainers/bridge/index.html')).not.toContain('pagefind');
  expect(site.has('dist/explainers/search.json')).toBe(false);
});

test('an index in several parts is searched as one', async () => {
  const dist = mkdtempSync(join(tmpdir(), 'nutgraf-search-'));
  cpSync(join(site.root, 'dist'), dist, { recursive: true });
  const record = (id: string, part: number, year: string) => ({
    record: {
      path: `/news/explainers/${id}/`,
      date: '',
      lang: 'en',
      part,
      facets: { topic: [], person: [], outlet: [], year: [year] },
    },
    file: `explainers/${id}/index.html`,
    path: join(dist, `explainers/${id}/index.html`),
    key: '',
  });
  const pages = [record('bridge', 0, '2026'), record('old-bridge', 1, '2024'), record('said', 1, '2026')];
  const address = {
    base: '/news',
    prefix: '/explainers',
    permalink: '/:slug/',
    trailingSlash: 'ignore',
    format: 'directory',
  } as const;
  await new SearchIndex(pages, dist, address, undefined).finish();
  const page = join(dist, 'explainers/search/index.html');
  writeFileSync(page, readFileSync(page, 'utf8').replace('data-parts="1"', 'data-parts="2"'));
  const parted = await serve(dist, '/news/');
  try {
    const look = async (page: Page) => {
      await told(page, '3 explainers found');
      expect((await titles(page)).toSorted()).toEqual(['A bridge', 'Old bridges', 'Words']);
      expect(await page.getByLabel('Year').locator('option').allTextContents()).toEqual(['All', '2024', '2026']);
      await page.getByLabel('Year').selectOption('2026');
      await told(page, '2 explainers found');
    };
    await open('?q=bridge', look, {}, parted.url);
  } finally {
    await parted.close();
    rmSync(dist, { recursive: true });
  }
});
