import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { brotliCompressSync } from 'node:zlib';
import { parseHTML } from 'linkedom';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { launchBrowser } from '../support/browser.ts';
import { buildDemonstration } from '../support/demonstration.ts';
import { auditAxe, closedToKeyboard, overflows } from '../support/page.ts';
import { serve } from '../support/serve.ts';

const address = 'trump-petro-white-house-meeting';
const stories = readdirSync(new URL('../../content/explainers', import.meta.url)).map(
  (name) => `/${name.replace('.mdx', '')}/`,
);
const pages = [...stories, '/', '/404.html', `/lite/${address}/`];

let browser: Browser;
let demonstration: Awaited<ReturnType<typeof buildDemonstration>>;
let server: Awaited<ReturnType<typeof serve>>;

beforeAll(async () => {
  [demonstration, browser] = await Promise.all([buildDemonstration(), launchBrowser()]);
  server = await serve(demonstration.dist);
});

afterAll(async () => {
  await browser?.close();
  await server?.close();
  demonstration?.dispose();
});

async function open(path: string, options: BrowserContextOptions, look: (page: Page) => Promise<void>): Promise<void> {
  const context = await browser.newContext(options);
  const page = await context.newPage();
  await page.goto(new URL(path, server.url).href);
  await look(page);
  await context.close();
}

const html = () => readFileSync(join(demonstration.dist, address, 'index.html'), 'utf8');

describe('what a reader downloads', () => {
  test('the story with all its styles is one round trip', () => {
    expect(brotliCompressSync(html()).length).toBeLessThanOrEqual(9_300);
  });

  test('a story with two charts and a map is still light', () => {
    const story = readFileSync(join(demonstration.dist, 'earthquake-magnitude', 'index.html'), 'utf8');
    expect(story.match(/<svg/g)!.length).toBeGreaterThanOrEqual(3);
    expect(brotliCompressSync(story).length).toBeLessThan(14_600);
  });

  test('is one file: no script runs, nothing else is asked for, from here or elsewhere', async () => {
    const { document } = parseHTML(html());
    const scripts = [...document.querySelectorAll('script')].map((script) => script.getAttribute('type'));
    expect(scripts.sort()).toEqual(['application/ld+json', 'speculationrules']);
    expect(html()).not.toMatch(/\son[a-z]+=/);
    const requests: string[] = [];
    const context = await browser.newContext();
    const page = await context.newPage();
    page.on('request', (request) => requests.push(request.url()));
    await page.goto(`${server.url}${address}/`, { waitUntil: 'networkidle' });
    await context.close();
    // A browser with tabs asks for the icon as well.
    const others = requests.filter((request) => !/^data:|\/icon-192\.png$/.test(request));
    expect(others).toEqual([`${server.url}${address}/`]);
  });
});

describe.each(pages)('%s', (path) => {
  test.each([
    // Colours are the same at all widths.
    { width: 360, colorScheme: 'light' },
    { width: 1280, colorScheme: 'dark' },
  ] as const)('has no accessibility violation at $width px, $colorScheme', async ({ width, colorScheme }) => {
    await open(path, { viewport: { width, height: 800 }, colorScheme }, async (page) => {
      for (const summary of await page.locator('summary').all()) await summary.click();
      expect(await auditAxe(page, ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'wcag2aaa'])).toEqual([]);
    });
  });

  test('does not scroll sideways at 320 px, nor with text at twice its size', async () => {
    await open(path, { viewport: { width: 320, height: 700 } }, async (page) =>
      expect(await overflows(page)).toEqual([]),
    );
    await open(path, { viewport: { width: 640, height: 700 } }, async (page) => {
      await page.evaluate(() => document.documentElement.style.setProperty('font-size', '225%'));
      expect(await overflows(page)).toEqual([]);
    });
  });
});

describe('a source badge', () => {
  test('opens its details by keyboard without script, and closes with Escape', async () => {
    await open(`/${address}/`, { javaScriptEnabled: false, viewport: { width: 1280, height: 800 } }, async (page) => {
      const badge = page.locator('#c6');
      await badge.focus();
      await page.keyboard.press('Enter');
      const card = page.locator(':popover-open');
      await card.waitFor({ state: 'visible' });
      expect(await card.getAttribute('id')).toBe('r6');
      await page.keyboard.press('Escape');
      await card.waitFor({ state: 'hidden' });
      // Its name is its label.
      await page.locator('.badge', { has: badge }).locator('span').click();
      await card.getByRole('button', { name: 'Close' }).click();
      await card.waitFor({ state: 'hidden' });
    });
  });

  test.each([320, 768, 1280])('has details that fit the screen at %i px', async (width) => {
    await open(`/${address}/`, { viewport: { width, height: 700 }, reducedMotion: 'reduce' }, async (page) => {
      for (const badge of await page.locator('.badge button').all()) {
        await badge.click();
        const box = (await page.locator(':popover-open').boundingBox())!;
        expect(box.x).toBeGreaterThanOrEqual(0);
        expect(box.x + box.width).toBeLessThanOrEqual(width);
        expect(box.y).toBeGreaterThanOrEqual(0);
        expect(box.y + box.height).toBeLessThanOrEqual(700);
        await page.keyboard.press('Escape');
      }
    });
  });

  test('does not disturb the lines around it', async () => {
    await open(`/${address}/`, { viewport: { width: 1280, height: 800 } }, async (page) => {
      const leading = await page.evaluate(() =>
        [...document.querySelectorAll('.body > p')].map((paragraph) => {
          const line = Number.parseFloat(getComputedStyle(paragraph).lineHeight);
          return (paragraph.getBoundingClientRect().height / line) % 1;
        }),
      );
      for (const rest of leading) expect(Math.min(rest, 1 - rest)).toBeLessThan(0.02);
    });
  });

  test('is linked back to from its entry in the list of sources, from each citation', () => {
    const { document } = parseHTML(html());
    const badges = [...document.querySelectorAll('article .badge')];
    expect(badges.length).toBeGreaterThan(10);
    for (const badge of badges) {
      const number = badge.querySelector('sup')!.textContent;
      const button = badge.querySelector('button')!;
      expect(button.getAttribute('popovertarget')).toBe(`r${number}`);
      const entry = document.querySelector(`#r${number}`)!.closest('li')!;
      expect(entry.querySelector(`a[href="#${button.id}"]`), badge.outerHTML).not.toBeNull();
    }
  });
});

describe('the story page', () => {
  test('has its parts, in the reader’s order', () => {
    const { document } = parseHTML(html());
    expect(
      [...document.querySelectorAll('h1, h2')]
        .filter((heading) => heading.closest('article'))
        .map((heading) => heading.textContent),
    ).toEqual([
      'Trump and Petro step back from threats and plan to meet',
      'Key points',
      'Why the Trump–Petro call matters',
      'In numbers',
      'How it came to this',
      'What officials are saying now',
      'What was known on January 8',
      'What was not known on January 8',
      'What’s next',
      'How we reported this',
      'Corrections and updates',
      'Sources',
      'Credit',
      'Topics',
      'Related explainers',
    ]);
    expect(document.querySelector('.kicker')!.textContent).toBe('Explainer · Colombia · 3 min read');
    expect(document.querySelector('.byline')!.textContent).toBe(
      'By The Explainer Desk · First published by Straight Arrow News · Updated November 25, 2026 · Español',
    );
  });

  test('tells quotation and paraphrase apart, and shows the role held at the time', () => {
    const { document } = parseHTML(html());
    const statements = [...document.querySelectorAll('figure')].map((figure) => [
      figure.querySelector('figcaption')!.textContent,
      figure.querySelector('blockquote') ? 'quote' : 'paraphrase',
    ]);
    expect(statements).toEqual([
      ['Donald Trump President of the United States', 'quote'],
      ['Marco Rubio U.S. secretary of state', 'paraphrase'],
      ['Gustavo Petro President of Colombia', 'quote'],
      ['Petro’s office Colombian presidency', 'paraphrase'],
      ['Colombia’s Embassy in the United States', 'paraphrase'],
    ]);
  });

  test('credits the first publisher', () => {
    const { document } = parseHTML(html());
    expect(document.querySelector('.credit')!.textContent).toBe(
      'The post “Trump, Petro move from threats to planned White House meeting” appeared first on Straight Arrow News and is republished by The Explainer Desk.',
    );
  });

  test('keeps a badge and its comma on one line, and has no gap before it', () => {
    expect(html()).toMatch(/<sup>1<\/sup><button [^>]+><\/button><\/label>,<\/span> adding/);
  });

  test('tells what is settled from what is not when colours are forced', async () => {
    await open(`/${address}/`, { forcedColors: 'active' }, async (page) => {
      const grounds = await page
        .locator('.spine li')
        .evaluateAll((items) => items.map((item) => getComputedStyle(item, '::after').backgroundColor));
      const { color, backgroundColor } = await page.evaluate(() => {
        const { color, backgroundColor } = getComputedStyle(document.documentElement);
        return { color, backgroundColor };
      });
      expect(grounds).toEqual([...Array<string>(4).fill(color), ...Array<string>(2).fill(backgroundColor)]);
    });
  });
});

describe.each(stories)('%s', (path) => {
  test('has its first sentence on the first screen of a phone', async () => {
    await open(path, { viewport: { width: 360, height: 740 } }, async (page) => {
      const top = await page
        .locator('.body > p')
        .first()
        .evaluate((first) => first.getBoundingClientRect().top);
      expect(top).toBeLessThanOrEqual(640);
    });
  });

  test('prints what is read, in few pages: no control, and no table that the screen folds', async () => {
    await open(path, {}, async (page) => {
      // In Arabic, one and two have no digit.
      const minutes = Number(/\d+/.exec(await page.locator('.kicker').innerText())?.[0] ?? 2);
      await page.emulateMedia({ media: 'print' });
      const shown = await page
        .locator('nav, .skip, .foot, .back, .x, details:not(.roomy) > :not(summary)')
        .evaluateAll((parts) =>
          parts.filter((part) => part.checkVisibility({ contentVisibilityAuto: true })).map((part) => part.outerHTML),
        );
      expect(shown).toEqual([]);
      const marks = await page
        .locator('summary')
        .evaluateAll((all) => all.map((one) => getComputedStyle(one, '::after').display));
      expect(new Set(marks)).toEqual(new Set(['none']));
      for (const term of await page.locator('.term-card').all()) {
        const box = (await term.boundingBox())!;
        expect(box.x).toBeGreaterThan(10);
      }
      const pdf = await page.pdf({
        format: 'A4',
        margin: { top: '15mm', bottom: '15mm', left: '15mm', right: '15mm' },
      });
      const pages = pdf.toString('latin1').match(/\/Type\s*\/Page\b/g)!.length;
      expect(pages).toBeLessThanOrEqual(minutes + 2);
    });
  });

  test('lets the keyboard alone reach, open and close everything that opens, without script', async () => {
    await open(path, { javaScriptEnabled: false, viewport: { width: 1280, height: 800 } }, async (page) => {
      expect(await page.locator('button[popovertarget]:visible').count()).toBeGreaterThan(0);
      expect(await closedToKeyboard(page)).toEqual([]);
    });
  });

  test('says all of it without script', async () => {
    const textOf = async (javaScriptEnabled: boolean) => {
      let text = '';
      await open(path, { javaScriptEnabled }, async (page) => {
        text = (await page.locator('main').textContent()) ?? '';
      });
      return text;
    };
    expect(await textOf(false)).toBe(await textOf(true));
  });
});
