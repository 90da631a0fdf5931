import { parseHTML } from 'linkedom';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { describeProps } from '../../src/document/describe.ts';
import { launchBrowser } from '../support/browser.ts';
import { contracts } from '../support/newsroom.ts';
import { auditAxe, closedToKeyboard, overflows } from '../support/page.ts';
import { serve } from '../support/serve.ts';
import { makeSite } from '../support/site.ts';
import type { Site } from '../support/site.ts';

/** The writer’s guide of a newsroom with components of its own, sound ones and others. */

const own = (name: string, example: string) => ({
  [`src/nutgraf/${name}/contract.ts`]: `import { z } from 'astro/zod';
import { defineContract } from 'nutgraf/contract';

export default defineContract({
  name: '${name}',
  purpose: 'What ${name} is for.',
  place: 'section',
  holds: 'flow',
  props: z.object({ mood: z.enum(['calm', 'loud']).describe('How it sounds.') }),
  example: ${JSON.stringify(example)},
});
`,
  [`src/nutgraf/${name}/${name}.astro`]: '<section class="mood"><h2>{Astro.props.mood}</h2><slot /></section>\n',
  [`src/nutgraf/${name}/plain.ts`]: 'export default (_props: object, children: object[]) => children;\n',
});

let site: Site;
let browser: Browser;
let server: Awaited<ReturnType<typeof serve>>;
let guide: Document;

beforeAll(async () => {
  site = makeSite({
    ...own('Mood', '<Mood mood="loud">\nWords.\n\n## Timeline\n\nMore words.\n</Mood>'),
    ...own('Stranger', '<Stranger mood="calm">\nWords. <Source id="stranger" />\n</Stranger>'),
    ...own('Thrower', '<Thrower mood="calm">\nWords.\n</Thrower>'),
    'src/nutgraf/Thrower/Thrower.astro': "---\nthrow new Error('no <drawing>');\n---\n",
  });
  site.write('astro.config.mjs', site.read('astro.config.mjs').replace(', guide: false', ''));
  expect(await site.build()).toMatchObject({ code: 0 });
  guide = parseHTML(site.read('dist/guide/index.html')).document;
  [server, browser] = await Promise.all([serve(`${site.root}/dist`), launchBrowser()]);
});

afterAll(async () => {
  await browser?.close();
  await server?.close();
  site?.dispose();
});

async function open(options: BrowserContextOptions, look: (page: Page) => Promise<void>): Promise<void> {
  const context = await browser.newContext(options);
  const page = await context.newPage();
  await page.goto(`${server.url}guide/`);
  await look(page);
  await context.close();
}

const entryOf = (name: string) => guide.querySelector(`section[aria-labelledby="${name}"]`)!;

describe('the guide', () => {
  test.each([...contracts.values()].map((contract) => [contract.name, contract] as const))(
    'shows %s',
    (name, contract) => {
      const entry = entryOf(name);
      expect(entry.querySelector('h2')!.textContent).toBe(name);
      expect(entry.textContent).toContain(contract.purpose);
      expect(guide.querySelector(`nav a[href="#${name}"]`)).not.toBeNull();
      const rows = [...entry.querySelectorAll(':scope > table tbody tr')].map((row) =>
        [...row.children].map((cell) => cell.textContent),
      );
      expect(rows).toEqual(
        describeProps(contract).map((prop) => [
          `${prop.name} ${prop.required ? 'required' : 'optional'}`,
          prop.takes,
          prop.description,
        ]),
      );
      expect(rows.flat().filter((cell) => !cell)).toEqual([]);
      const [example, plain] = entry.querySelectorAll(':scope > pre');
      expect(example!.textContent).toBe(contract.example);
      if (contract.repeats) expect(plain).toBeUndefined();
      else expect(plain!.textContent).toMatch(/[\p{L}\p{N}]/u);
      const drawing = entry.querySelector(':scope > .specimen')!;
      expect(drawing.textContent).toMatch(/[\p{L}\p{N}]/u);
      expect(drawing.textContent).not.toContain('It cannot be drawn');
      // Each drawing is of its own example: of its own words, in its own place.
      const words = example!.textContent
        .replace(/<[^>]+>|[“”*-]/g, ' ')
        .split(/\s+/)
        .filter((word) => /^\p{L}{5,}$/u.test(word));
      for (const word of words) expect(drawing.textContent).toContain(word);
    },
  );

  test('is not for search engines, nor for the site’s search', () => {
    expect(guide.querySelector('meta[name=robots]')!.getAttribute('content')).toBe('noindex');
    expect(guide.querySelector('[data-pagefind-body]')).toBeNull();
    expect(guide.querySelectorAll('h1')).toHaveLength(1);
  });

  test('shows a newsroom’s own component, and what is wrong with its example', () => {
    expect(entryOf('Mood').querySelector('.specimen')!.textContent).toMatch(/loud.*Words\..*Timeline.*More words\./s);
    expect(entryOf('Mood').querySelector('table')!.textContent).toContain('calm or loud');
    expect(entryOf('Stranger').querySelector('.specimen')).toBeNull();
    expect(entryOf('Stranger').querySelector('.mistakes')!.textContent).toBe(
      '2:16  Unknown source “stranger”: expected one of the sources listed above the story.',
    );
    expect(entryOf('Thrower').querySelector('.specimen')!.textContent).toContain('no <drawing>');
    expect(entryOf('Thrower').querySelectorAll('pre')[1]!.textContent).toContain('Words.');
  });

  test('is switched off by a setting', async () => {
    site.write(
      'astro.config.mjs',
      site.read('astro.config.mjs').replace("name: 'The Example'", "name: 'The Example', guide: false"),
    );
    const [built] = [site.read('dist/guide/index.html')];
    expect(await site.build()).toMatchObject({ code: 0 });
    expect(site.has('dist/guide/index.html')).toBe(false);
    // For the tests that follow.
    site.write('dist/guide/index.html', built);
  });
});

describe('the guide in the browser', () => {
  test.each([
    // Colours are the same at all widths.
    { width: 360, colorScheme: 'light' },
    { width: 1280, colorScheme: 'dark' },
  ] as const)('has no accessibility violation at $width px, $colorScheme', async ({ width, colorScheme }) => {
    await open({ viewport: { width, height: 800 }, colorScheme }, async (page) => {
      for (const summary of await page.locator('summary').all()) await summary.click();
      expect(
        await auditAxe(page, ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'wcag2aaa', 'best-practice']),
      ).toEqual([]);
    });
  });

  test('does not scroll sideways at 320 px, nor with text at twice its size', async () => {
    await open({ viewport: { width: 320, height: 700 } }, async (page) => expect(await overflows(page)).toEqual([]));
    await open({ viewport: { width: 360, height: 700 } }, async (page) => {
      await page.evaluate(() => document.documentElement.style.setProperty('font-size', '225%'));
      expect(await overflows(page)).toEqual([]);
    });
  });

  test('lets the keyboard alone reach, open and close everything that opens, without script', async () => {
    await open({ viewport: { width: 1280, height: 800 }, javaScriptEnabled: false }, async (page) => {
      expect(await page.locator('button[popovertarget]:visible').count()).toBeGreaterThan(10);
      expect(await closedToKeyboard(page)).toEqual([]);
    });
  });

  test('lets the keyboard scroll code that is wider than the page', async () => {
    await open({ viewport: { width: 360, height: 800 } }, async (page) => {
      const wide = page.locator('pre[tabindex="0"]').first();
      await wide.focus();
      for (let times = 0; times < 5; times += 1) await page.keyboard.press('ArrowRight');
      await expect.poll(() => wide.evaluate((box) => box.scrollLeft)).toBeGreaterThan(0);
    });
  });

  test('says all of it without script', async () => {
    const textOf = async (javaScriptEnabled: boolean) => {
      let text = '';
      await open({ javaScriptEnabled }, async (page) => {
        text = await page.locator('main').innerText();
      });
      return text;
    };
    const text = await textOf(false);
    expect(text).toBe(await textOf(true));
    for (const { example } of contracts.values()) expect(text).toContain(example.split('\n')[0]);
  });
});
