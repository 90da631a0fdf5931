import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import sharp from 'sharp';
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
const person = 'name: Jane Doe\nroles: [{ title: Mayor, from: 2020-01-01 }]\n';
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
const toMend = () => page.locator('nutgraf-messages');

test('the last good page stays in view, dimmed, with what is to be mended, until that is done', async () => {
  await page.goto(`${url}/story/`);
  await page.getByRole('button', { name: 'Reuters' }).waitFor();

  await save('content/explainers/story.mdx', bad);
  await toMend().waitFor({ state: 'attached' });
  const text = await toMend().evaluate((element) => element.shadowRoot!.textContent);
  expect(text).toContain('The page as it was before these mistakes in content/explainers/story.mdx:');
  expect(text).toContain('11:22 error: Unknown source “wirr”: expected one of the sources listed above the story.');
  expect(server.printed()).toContain(message);
  expect(await page.getByRole('button', { name: 'Reuters' }).count()).toBe(1);
  expect(await page.locator('main').evaluate((main) => getComputedStyle(main.closest('body > *')!).opacity)).toBe(
    '0.45',
  );
  expect(await overlay().count()).toBe(0);

  await save('content/explainers/story.mdx', good);
  await toMend().waitFor({ state: 'detached' });
  await page.getByRole('button', { name: 'Reuters' }).waitFor();
});

test('a story and the newsroom have their cards, and a page its picture', async () => {
  const picture = { create: { width: 60, height: 40, channels: 3, background: '#06c' } } as const;
  site.write('content/explainers/drawn.png', await sharp(picture).png().toBuffer());
  await save(
    'content/explainers/drawn.mdx',
    good.replace('sources:', 'picture: { file: drawn.png, alt: A sky, credit: The Desk, rights: ours }\nsources:'),
  );
  await expect.poll(() => status('/drawn/'), eventually).toBe(200);
  for (const path of ['/story/card.png', '/front-card.png', '/drawn/card.png']) {
    const answer = await fetch(`${url}${path}`);
    expect([path, answer.status, answer.headers.get('content-type')]).toEqual([path, 200, 'image/png']);
  }
  expect(await (await fetch(`${url}/drawn/`)).text()).toContain('#0066cc');
});

test('what no page can be drawn without shows where pages were', async () => {
  await save('content/people/jane-doe.yaml', 'nam: Jane Doe\n');
  await overlay().waitFor({ state: 'attached' });
  await expect
    .poll(() => overlay().evaluate((element) => element.shadowRoot?.textContent ?? ''), eventually)
    .toContain('content/people/jane-doe.yaml:1:1  error  ');
  await save('content/people/jane-doe.yaml', person);
  await page.getByRole('button', { name: 'Reuters' }).waitFor();
  expect(await overlay().count()).toBe(0);
});

test('a story that was never right has an address too, and a new one needs no restart', async () => {
  // An open page would be loaded anew in between, as late as while it leaves.
  await page.close();
  page = await browser.newPage();
  await save('content/explainers/late.mdx', bad);
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
