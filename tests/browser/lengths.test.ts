import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { launchBrowser } from '../support/browser.ts';
import { lengthyNewsroom } from '../support/lengths.ts';
import { overflows } from '../support/page.ts';
import { serve } from '../support/serve.ts';
import { makeSite } from '../support/site.ts';
import type { Site } from '../support/site.ts';

/** Names, headlines and words that are far too long, on every kind of page. */

let site: Site;
let browser: Browser;
let server: Awaited<ReturnType<typeof serve>>;

beforeAll(async () => {
  site = makeSite(lengthyNewsroom);
  const { code, output } = await site.build();
  expect(code, output).toBe(0);
  [server, browser] = await Promise.all([serve(`${site.root}/dist`), launchBrowser()]);
});

afterAll(async () => {
  await browser?.close();
  await server?.close();
  site?.dispose();
});

const paths = [
  '',
  'long/',
  'word/',
  'none/',
  'topics/',
  'topics/cities/',
  'authors/second/',
  'outlets/',
  'people/',
  'people/long-person/',
  'archive/2026/01/',
  'corrections/',
  'search/',
  'labels/',
  'lite/long/',
  'long/email.html',
  '404.html',
];

test.each([320, 360, 768, 1280, 1600])('no page scrolls sideways at %i px', async (width) => {
  const page = await browser.newPage({ viewport: { width, height: 800 } });
  const found: string[] = [];
  for (const path of paths) {
    await page.goto(`${server.url}${path}`);
    found.push(...(await overflows(page)).map((line) => `/${path}: ${line}`));
  }
  expect(found).toEqual([]);
  await page.close();
});
