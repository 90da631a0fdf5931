import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { launchBrowser } from '../support/browser.ts';
import { contracts, exampleFrontmatter, newsroomFiles } from '../support/newsroom.ts';
import { auditAxe, overflows } from '../support/page.ts';
import { serve } from '../support/serve.ts';
import { makeSite } from '../support/site.ts';
import type { Site } from '../support/site.ts';

/** A story in which every component stands once, with its example. */

let site: Site;
let browser: Browser;
let server: Awaited<ReturnType<typeof serve>>;

beforeAll(async () => {
  const examples = [...contracts.values()].map(({ example }) => example).join('\n\n');
  site = makeSite({
    ...newsroomFiles(),
    'content/explainers/all.mdx': `${exampleFrontmatter}\n${examples}\n`,
  });
  expect(await site.build()).toMatchObject({ code: 0 });
  [server, browser] = await Promise.all([serve(`${site.root}/dist`), launchBrowser()]);
});

afterAll(async () => {
  await browser?.close();
  await server?.close();
  site?.dispose();
});

test.each([
  { width: 360, colorScheme: 'light' },
  { width: 360, colorScheme: 'dark' },
  { width: 1280, colorScheme: 'light' },
  { width: 1280, colorScheme: 'dark' },
] as const)('has no accessibility violation at $width px, $colorScheme', async ({ width, colorScheme }) => {
  const page = await browser.newPage({ viewport: { width, height: 800 }, colorScheme });
  await page.goto(`${server.url}all/`);
  expect(await auditAxe(page, ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'wcag2aaa'])).toEqual([]);
  await page.close();
});

test('does not scroll sideways at 320 px', async () => {
  const page = await browser.newPage({ viewport: { width: 320, height: 700 } });
  await page.goto(`${server.url}all/`);
  expect(await overflows(page)).toEqual([]);
  await page.close();
});
