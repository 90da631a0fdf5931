import { join } from 'node:path';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { archiveOf } from '../support/archive.ts';
import { launchBrowser } from '../support/browser.ts';
import { auditAxe, overflows } from '../support/page.ts';
import { serve } from '../support/serve.ts';
import { frontmatter, makeSite } from '../support/site.ts';
import type { Site } from '../support/site.ts';

let browser: Browser;
let site: Site;
let server: Awaited<ReturnType<typeof serve>>;

beforeAll(async () => {
  site = makeSite({
    ...archiveOf(42),
    'content/explainers/arabic.mdx': `${frontmatter('lang: ar\n').replace('A headline', 'ما الثانية الكبيسة، ولماذا تتغير قواعدها؟')}\nثانية.\n`,
    'content/people/long.yaml':
      'name: Krung Thep Mahanakhon Amon Rattanakosin Mahinthara Ayuthaya\nroles:\n  - { title: Donaudampfschifffahrtsgesellschaftskapitänsanwärter, from: 2011-01-03, to: 2025-01-20 }\n',
    'content/explainers/long.mdx': `${frontmatter('sources:\n  talk: { by: long, kind: speech }\n')}\nSo says <Source id="talk" />.\n`,
  });
  const [{ code, output }, started] = await Promise.all([site.build(), launchBrowser()]);
  browser = started;
  expect(code, output).toBe(0);
  server = await serve(join(site.root, 'dist'));
});

afterAll(async () => {
  await browser?.close();
  await server?.close();
  site?.dispose();
});

async function open(path: string, options: BrowserContextOptions, look: (page: Page) => Promise<void>): Promise<void> {
  const context = await browser.newContext(options);
  const page = await context.newPage();
  await page.goto(new URL(path, server.url).href);
  await look(page);
  await context.close();
}

const kinds = [
  '',
  'topics/',
  'topics/cities/1/',
  'outlets/reuters/',
  'people/',
  'people/john-roe/',
  'people/long/',
  'archive/',
  'archive/2025/',
  'archive/2025/12/',
];

test.each(kinds)('/%s has no accessibility violation, and fits a narrow screen', async (path) => {
  for (const [width, colorScheme] of [
    [360, 'light'],
    [1280, 'dark'],
  ] as const) {
    await open(path, { viewport: { width, height: 800 }, colorScheme }, async (page) => {
      expect(
        await auditAxe(page, ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'wcag2aaa']),
        `${width} ${colorScheme}`,
      ).toEqual([]);
      expect(await page.locator('h1').count()).toBe(1);
    });
  }
  await open(path, { viewport: { width: 320, height: 700 } }, async (page) =>
    expect(await overflows(page)).toEqual([]),
  );
  await open(path, { viewport: { width: 640, height: 700 } }, async (page) => {
    await page.evaluate(() => document.documentElement.style.setProperty('font-size', '225%'));
    expect(await overflows(page)).toEqual([]);
  });
});

/** Goes on with the Tab key to a link, and opens it. */
async function follow(page: Page, href: string): Promise<void> {
  for (let presses = 0; presses < 120; presses += 1) {
    await page.keyboard.press('Tab');
    if ((await page.evaluate(() => document.activeElement?.getAttribute('href'))) === href) {
      await page.keyboard.press('Enter');
      await page.waitForURL((url) => url.pathname + url.hash === href);
      return;
    }
  }
  throw new Error(`No link to ${href} on ${page.url()}`);
}

test('a reader goes from the front page to topic, story, person, outlet and back, by keyboard, without script', async () => {
  await open('', { javaScriptEnabled: false, viewport: { width: 1280, height: 800 } }, async (page) => {
    await follow(page, '/topics/rivers/');
    await follow(page, '/story-39/');
    await follow(page, '/people/john-roe/');
    await follow(page, '/people/john-roe/1/');
    await follow(page, '/story-6/#r1');
    expect(await page.locator('#r1').isVisible()).toBe(true);
    await page.goto(new URL('/story-6/', server.url).href);
    await follow(page, '/outlets/reuters/');
    expect(await page.locator('h1').textContent()).toBe('Reuters');
    await follow(page, '/');
    expect(await page.locator('.lead h2').textContent()).toBe('A headline');
  });
});

test('lists in another direction stand in it', async () => {
  await open('topics/cities/', { viewport: { width: 360, height: 800 } }, async (page) => {
    const story = page.locator('.teaser[lang=ar]');
    expect(await story.evaluate((element) => getComputedStyle(element).direction)).toBe('rtl');
  });
});

test('every link in navigation and every headline is 44 px high', async () => {
  for (const path of ['', 'topics/', 'topics/cities/', 'people/john-roe/', 'archive/']) {
    await open(path, { viewport: { width: 360, height: 800 } }, async (page) => {
      const lowOf = (links: string) =>
        page
          .locator(links)
          .evaluateAll((all) =>
            all
              .filter((link) => link.checkVisibility() && link.getBoundingClientRect().height < 44)
              .map((link) => link.outerHTML),
          );
      expect(await lowOf('nav a, .index a, .list h2 a, .list h3 a, .kicker a, .sec h2 a, .go, .find'), path).toEqual(
        [],
      );
      await page.locator('.mast button').click();
      expect(await page.locator('.mast nav').isVisible()).toBe(true);
      expect(await lowOf('.mast nav a'), path).toEqual([]);
    });
  }
});
