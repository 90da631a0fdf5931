import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { scheme, share } from '../../src/browser/comfort.ts';
import { launchBrowser } from '../support/browser.ts';
import { auditAxe, overflows } from '../support/page.ts';
import { serve } from '../support/serve.ts';
import { frontmatter, makeSite } from '../support/site.ts';
import type { Site } from '../support/site.ts';

/** A site with every comfort turned on, under Astro’s content security policy. */

let site: Site;
let browser: Browser;
let server: Awaited<ReturnType<typeof serve>>;

const logo = (colour: string) =>
  `<svg xmlns="http://www.w3.org/2000/svg" width="160" height="40"><rect width="160" height="40" fill="${colour}"/></svg>`;
const words = 'A sentence of some words that says nothing new. '.repeat(120);
const body = `<KeyPoints>\n- One point.\n</KeyPoints>\n\n${words}\n\n## First part\n\n${words} <Source id="wire" />.\n\n<WhyItMatters>\nIt does.\n</WhyItMatters>\n\n<WhatsNext title="What comes then">\nThings.\n</WhatsNext>`;

beforeAll(async () => {
  site = makeSite({
    'astro.config.mjs': `import { defineConfig } from 'astro/config';
import nutgraf from 'nutgraf';

export default defineConfig({
  site: 'https://news.example',
  security: { csp: true },
  integrations: [nutgraf({
    name: 'The Example',
    schemeSwitch: true,
    share: true,
    logo: './src/light.svg',
    logoDark: './src/dark.svg',
    navigation: [{ label: 'Topics', to: '/topics/' }, { label: 'The whole archive', to: '/archive/' }, { label: 'Search', to: '/search/' }],
  })],
});
`,
    'src/light.svg': logo('#000'),
    'src/dark.svg': logo('#fff'),
    'content/explainers/long.mdx': `${frontmatter('sources:\n  wire: { outlet: reuters }\n')}\n${body}\n`,
    'content/explainers/code.mdx': `${frontmatter()}\nType \`nutgraf-check-of-a-very-long-name-without-a-space\`:\n\n~~~\n${'nutgraf check --format github '.repeat(9)}\n~~~\n`,
    'content/explainers/short.mdx': `${frontmatter()}\nWords.\n`,
  });
  expect(await site.build()).toMatchObject({ code: 0 });
  [server, browser] = await Promise.all([serve(`${site.root}/dist`), launchBrowser()]);
});

afterAll(async () => {
  await browser?.close();
  await server?.close();
  site?.dispose();
});

async function open(path: string, options: BrowserContextOptions, look: (page: Page) => Promise<void>): Promise<void> {
  const context = await browser.newContext({ viewport: { width: 360, height: 800 }, ...options });
  const page = await context.newPage();
  const faults: string[] = [];
  page.on('console', (message) => message.type() === 'error' && faults.push(message.text()));
  page.on('pageerror', (error) => faults.push(String(error)));
  await page.goto(`${server.url}${path}`);
  await look(page);
  expect(faults).toEqual([]);
  await context.close();
}

const paper = (page: Page) => page.evaluate(() => getComputedStyle(document.documentElement).backgroundColor);
const [light, dark] = ['rgb(251, 251, 248)', 'rgb(18, 22, 21)'];

test('the reader’s choice of colours holds on the next page, before anything is drawn, and for the logo', async () => {
  expect(scheme.code.length).toBeLessThanOrEqual(600);
  await open('long/', { colorScheme: 'light' }, async (page) => {
    const choice = page.getByLabel('Colours');
    await choice.selectOption('Dark');
    expect(await paper(page)).toBe(dark);
    await page.goto(`${server.url}short/`);
    expect(await paper(page)).toBe(dark);
    expect(await choice.inputValue()).toBe('dark');
    expect(await page.locator('.mast img').evaluate((image: HTMLImageElement) => image.currentSrc)).toContain('dark');
    await page.emulateMedia({ media: 'print' });
    expect(await paper(page)).toBe('rgb(255, 255, 255)');
    await page.emulateMedia({ media: 'screen' });
    await choice.selectOption('As the device');
    expect(await paper(page)).toBe(light);
  });
  await open('long/', { colorScheme: 'dark', javaScriptEnabled: false }, async (page) => {
    expect(await paper(page)).toBe(dark);
    expect(await page.locator('.scheme').isVisible()).toBe(false);
  });
});

test('a story is shared by the system where it can, and has a link where not', async () => {
  expect(share.code.length).toBeLessThanOrEqual(400);
  await open('long/', { javaScriptEnabled: false }, async (page) => {
    expect(await page.locator('.share').innerText()).toBe('Link to this story');
    expect(await page.locator('.share').getAttribute('href')).toBe('/long/');
  });
  const context = await browser.newContext();
  const page = await context.newPage();
  await page.addInitScript(() =>
    Object.assign(navigator, { share: (data: object) => Promise.resolve(Object.assign(window, { shared: data })) }),
  );
  await page.goto(`${server.url}long/`);
  await page.getByRole('link', { name: 'Share this story' }).click();
  expect(await page.evaluate(() => (window as unknown as { shared: object }).shared)).toEqual({
    title: 'A headline',
    url: `${server.url}long/`,
  });
  await context.close();
});

test('a long story of four sections has a table of contents, which works by keyboard without script; a short one has none', async () => {
  await open('long/', { javaScriptEnabled: false }, async (page) => {
    await page.locator('.contents summary').focus();
    await page.keyboard.press('Enter');
    expect(await page.locator('.contents a').allInnerTexts()).toEqual([
      'Key points',
      'First part',
      'Why it matters',
      'What comes then',
    ]);
    await page.getByRole('link', { name: 'What comes then' }).press('Enter');
    expect(new URL(page.url()).hash).toBe(
      `#${await page.getByRole('heading', { name: 'What comes then' }).getAttribute('id')}`,
    );
  });
  expect(site.read('dist/short/index.html')).not.toContain('class="contents"');
});

test('what is navigated by is large enough for a thumb, and fits a small screen with text at twice its size', async () => {
  await open('long/', {}, async (page) => {
    await page.locator('.contents summary').click();
    const targets = page.locator('.mast a, .mast button, .mast select, .contents a, .contents summary, .foot a');
    expect(await targets.filter({ visible: true }).count()).toBeGreaterThan(5);
    for (const target of await targets.filter({ visible: true }).all()) {
      expect((await target.boundingBox())!.height, await target.innerText()).toBeGreaterThanOrEqual(44);
    }
    await page.setViewportSize({ width: 320, height: 700 });
    expect(await overflows(page)).toEqual([]);
  });
});

test('the next page may be fetched ahead, only from this site', () => {
  const [, rules = ''] =
    /<script type="speculationrules">(.*?)<\/script>/.exec(site.read('dist/long/index.html')) ?? [];
  expect(JSON.parse(rules)).toEqual({ prefetch: [{ where: { href_matches: '/*' }, eagerness: 'moderate' }] });
});

test('pages pass into each other, unless the reader wants less motion', async () => {
  const hasTransition = (page: Page) =>
    page.evaluate(() => {
      const rulesIn = (rules: CSSRuleList): CSSRule[] =>
        [...rules].flatMap((rule) => [
          rule,
          ...('cssRules' in rule && (!(rule instanceof CSSMediaRule) || matchMedia(rule.conditionText).matches)
            ? rulesIn(rule.cssRules as CSSRuleList)
            : []),
        ]);
      return rulesIn(document.styleSheets[0]!.cssRules).some((rule) => rule.cssText.startsWith('@view-transition'));
    });
  await open('long/', { reducedMotion: 'no-preference' }, async (page) => expect(await hasTransition(page)).toBe(true));
  await open('long/', { reducedMotion: 'reduce' }, async (page) => expect(await hasTransition(page)).toBe(false));
});

test('with forced colours the shapes of sources are seen, and nothing is lost', async () => {
  await open('long/', { forcedColors: 'active' }, async (page) => {
    const shape = await page.locator('.badge').evaluate((badge) => getComputedStyle(badge, '::before').backgroundColor);
    const text = await page.locator('body').evaluate((element) => getComputedStyle(element).color);
    expect(shape).toBe(text);
    expect(await auditAxe(page, ['wcag2a', 'wcag2aa'])).toEqual([]);
  });
});

test.each(['light', 'dark'] as const)('has no accessibility violation with all of it, %s', async (colorScheme) => {
  await open('long/', { colorScheme }, async (page) => {
    await page.locator('.contents summary').click();
    expect(await auditAxe(page, ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'wcag2aaa'])).toEqual([]);
  });
});

test('code in a story is told from words, and fits every screen', async () => {
  await open('code/', { viewport: { width: 320, height: 700 } }, async (page) => {
    expect(await overflows(page)).toEqual([]);
    const fonts = await page
      .locator('article :is(p, code, pre)')
      .evaluateAll((all) => all.map((one) => getComputedStyle(one).fontFamily));
    expect(fonts.filter((font) => font.includes('monospace')).length).toBeGreaterThanOrEqual(3);
  });
  expect(site.read('dist/short/index.html')).not.toContain('monospace');
});
