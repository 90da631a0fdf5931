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

test('Astro’s toolbar has the story’s messages, length and sourcing, and leads to all that is made of it', async () => {
  await save('content/explainers/story.mdx', good.replace('sources:\n', 'sources:\n  idle: { outlet: reuters }\n'));
  await expect.poll(async () => (await fetch(`${url}/story/`)).status, eventually).toBe(200);
  await page.goto(`${url}/story/`);
  const button = page.locator('astro-dev-toolbar button[data-app-id="nutgraf"]');
  await button.waitFor({ state: 'attached' });
  const shown = page.locator('astro-dev-toolbar-app-canvas[data-app-id="nutgraf"]');
  const text = () => shown.evaluate((element) => element.shadowRoot?.textContent ?? '');
  await expect.poll(text, eventually).toContain('content/explainers/story.mdx');
  expect(await text()).toContain('Unused source “idle”: expected a <Source id="idle" /> in the story.');
  expect(await text()).toMatch(/\d words/);
  expect(await text()).toContain('2 sources');
  const links = () =>
    shown.evaluate((element) => [...element.shadowRoot!.querySelectorAll('a')].map(({ pathname }) => pathname));
  await expect.poll(links, eventually).not.toContain('/republish/story/');
  expect(await links()).toEqual(expect.arrayContaining(['/lite/story/', '/story.md', '/story/email.html']));
  await save('content/explainers/story.mdx', good);
});
