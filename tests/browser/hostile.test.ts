import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { launchBrowser } from '../support/browser.ts';
import { filled, hostileNewsroom, strings } from '../support/hostile.ts';
import { makeSite } from '../support/site.ts';
import type { Site } from '../support/site.ts';
import { visitAll } from '../support/visits.ts';

/** A few of the strings with which people try to run something; all of them: `npm run xss`. */

const few = strings.slice(0, 6);
const newsroom = hostileNewsroom(few);

let site: Site;
let browser: Browser;

beforeAll(async () => {
  site = makeSite(newsroom.files);
  const { code, output } = await site.build({ NUTGRAF_NOW: '2026-02-01' });
  expect(code, output).toBe(0);
  browser = await launchBrowser();
});

afterAll(async () => {
  await browser?.close();
  site?.dispose();
});

test('they stand in every place that takes words', () => {
  expect(strings.length).toBeGreaterThan(200);
  expect(filled.length).toBeGreaterThanOrEqual(60);
  expect(newsroom.placements).toBeGreaterThan(few.length * 150);
});

test('none runs, and none is kept from running by the policy alone', async () => {
  const { opened, fired, reports, handlers } = await visitAll(browser, `${site.root}/dist`, 'Findable');
  expect({ fired, reports, handlers }).toEqual({ fired: [], reports: [], handlers: [] });
  expect(opened).toBeGreaterThan(few.length * 10);
});

test('the browser would have told', async () => {
  site.write('told/page.html', '<p title="x" onclick="fired=1"><img src=x onerror="fired=1">');
  const { opened, fired, handlers } = await visitAll(browser, `${site.root}/told`, 'Findable', true);
  expect({ opened, fired: fired.length, handlers: handlers.length }).toEqual({ opened: 1, fired: 1, handlers: 2 });
});
