import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { launchBrowser } from '../support/browser.ts';
import { startDev } from '../support/dev.ts';
import type { DevServer } from '../support/dev.ts';
import { frontmatter, makeSite } from '../support/site.ts';
import type { Site } from '../support/site.ts';

let site: Site;
let server: DevServer;
let browser: Browser;
let page: Page;
let url: string;

const good = `${frontmatter('sources:\n  wire: { outlet: reuters }\n')}\nAccording to <Source id="wire" />.\n`;
const bad = good.replace('id="wire"', 'id="wirr"');
const message =
  'content/explainers/story.mdx:11:22  error  Unknown source “wirr”: expected one of the sources listed above the story.';

beforeAll(async () => {
  site = makeSite({ 'content/explainers/story.mdx': good, 'content/explainers/other.mdx': good });
  server = await startDev(site);
  url = server.url;
  browser = await launchBrowser();
  page = await browser.newPage();
});

afterAll(async () => {
  await browser?.close();
  await server?.stop();
  site?.dispose();
});

const status = async (path: string) => (await fetch(`${url}${path}`, { headers: { accept: 'text/html' } })).status;
const eventually = { timeout: 30_000 };
const save = (path: string, contents: string) => server.save(path, contents);
const overlay = () => page.locator('vite-error-overlay');

test('a message shows where the page was, and goes when the file is mended, without a restart', async () => {
  await page.goto(`${url}/story/`);
  await page.getByRole('button', { name: 'Reuters' }).waitFor();

  await save('content/explainers/story.mdx', bad);
  await overlay().waitFor({ state: 'attached' });
  await expect
    .poll(() => overlay().evaluate((element) => element.shadowRoot?.textContent ?? ''), eventually)
    .toContain(message);
  expect(server.printed()).toContain(message);

  await save('content/explainers/story.mdx', good);
  await page.getByRole('button', { name: 'Reuters' }).waitFor();
  expect(await overlay().count()).toBe(0);
});

test('another story’s page stays up meanwhile', async () => {
  await save('content/explainers/story.mdx', bad);
  await expect.poll(() => status('/story/'), eventually).toBe(500);
  expect(await status('/other/')).toBe(200);
  await save('content/explainers/story.mdx', good);
  await expect.poll(() => status('/story/'), eventually).toBe(200);
});

test('a story that was never right has an address too, and a new one needs no restart', async () => {
  await save('content/explainers/late.mdx', bad);
  await page.goto(`${url}/`);
  await expect.poll(() => status('/late/'), eventually).toBe(500);
  await page.goto(`${url}/late/`);
  await overlay().waitFor({ state: 'attached' });
  await save('content/explainers/late.mdx', good);
  await page.getByRole('button', { name: 'Reuters' }).waitFor();
});
