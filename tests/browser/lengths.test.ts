import { afterAll, beforeAll, expect, test } from 'vitest';
import { browse } from '../support/browsed.ts';
import type { Browsed } from '../support/browsed.ts';
import { lengthyNewsroom } from '../support/lengths.ts';
import { overflows } from '../support/page.ts';

/** Names, headlines and words that are far too long, on every kind of page. */

let browsed: Browsed;
beforeAll(async () => {
  browsed = await browse(lengthyNewsroom);
});
afterAll(() => browsed?.close());

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
  const page = await browsed.browser.newPage({ viewport: { width, height: 800 } });
  const found: string[] = [];
  for (const path of paths) {
    await page.goto(`${browsed.url}${path}`);
    found.push(...(await overflows(page)).map((line) => `/${path}: ${line}`));
  }
  expect(found).toEqual([]);
  await page.close();
});
