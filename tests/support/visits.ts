import { existsSync, globSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import Parser from 'rss-parser';
import { serve } from './serve.ts';

/** What a browser says of files that hold others’ words. */
export interface Visits {
  opened: number;
  /** What ran: it set `window.fired`, or opened a dialogue. */
  fired: string[];
  /** What the policy of a page kept out. */
  reports: string[];
  /** Attributes that would run something when a reader touches the element. */
  handlers: string[];
}

/**
 * Opens every HTML file of a built site, then what its feeds hold, as a reader of feeds shows it, and
 * the search with all that it finds.
 *
 * @param bypassCSP whether policies are left aside, so that only the markup is between words and script.
 * @param query a word that every story has.
 */
export async function visitAll(browser: Browser, dist: string, query: string, bypassCSP = false): Promise<Visits> {
  const context = await browser.newContext({ bypassCSP });
  const page = await context.newPage();
  const visits: Visits = { opened: 0, fired: [], reports: [], handlers: [] };
  await page.exposeFunction('reportToTest', (report: string) => visits.reports.push(report));
  await page.addInitScript(() => {
    document.addEventListener('securitypolicyviolation', ({ violatedDirective, blockedURI, sample }) =>
      (window as unknown as { reportToTest: (report: string) => void }).reportToTest(
        `${location.pathname}: ${violatedDirective} keeps out ${blockedURI} ${sample}`,
      ),
    );
  });
  page.on('dialog', (dialog) => {
    visits.fired.push(`${page.url()}: a dialogue`);
    void dialog.dismiss();
  });
  const look = async (url: string) => {
    await page.goto(url, { waitUntil: 'load' });
    visits.opened += 1;
    const { fired, handlers } = await page.evaluate(touch);
    if (fired) visits.fired.push(url);
    visits.handlers.push(...handlers.map((handler) => `${url}: ${handler}`));
  };

  const site = await serve(dist);
  for (const file of globSync('**/*.html', { cwd: dist }).sort()) await look(site.url + encodeURI(file));
  if (existsSync(join(dist, 'search'))) {
    await searchFor(page, `${site.url}search/?q=${query}`);
    await look(page.url());
  }
  await site.close();

  const folder = mkdtempSync(join(tmpdir(), 'nutgraf-feeds-'));
  const items = await itemsIn(dist);
  for (const [index, html] of items.entries())
    writeFileSync(join(folder, `${index}.html`), `<!doctype html><meta charset="utf-8"><title>Item</title>${html}`);
  const reader = await serve(folder);
  for (const index of items.keys()) await look(`${reader.url}${index}.html`);
  await reader.close();
  rmSync(folder, { recursive: true });
  await context.close();
  return visits;
}

/** In the page: what would run at a touch, and whether something has run. */
function touch(): { fired: boolean; handlers: string[] } {
  const handlers: string[] = [];
  for (const element of document.querySelectorAll('*')) {
    for (const { name, value } of element.attributes) {
      const runs = /^(javascript|vbscript):|^data:(?!,$|image\/)/i.test(value.replace(/[\0- ]/g, ''));
      const isAddress = /^(href|src|action|formaction|data|xlink:href|srcdoc)$/.test(name);
      if (name.startsWith('on') || (isAddress && runs) || name === 'srcdoc') handlers.push(`${name}="${value}"`);
    }
  }
  return { fired: 'fired' in window, handlers };
}

/** Shows all that a search finds. */
async function searchFor(page: Page, url: string): Promise<void> {
  await page.goto(url);
  await page.locator('.results li').first().waitFor();
  const more = page.locator('button.more');
  while (await more.isVisible()) {
    const shown = await page.locator('.results li').count();
    await more.click();
    await page.waitForFunction((before) => document.querySelectorAll('.results li').length > before, shown);
  }
}

/** The markup of every item in every feed, each once. */
async function itemsIn(dist: string): Promise<string[]> {
  const parser = new Parser({ customFields: { item: ['content:encoded', 'content', 'description'] } });
  const found = new Set<string>();
  for (const file of globSync('**/{rss,atom,corrections}.xml', { cwd: dist })) {
    const { items } = await parser.parseString(readFileSync(join(dist, file), 'utf8'));
    for (const item of items as unknown as Record<string, unknown>[]) {
      for (const key of ['content:encoded', 'content', 'description'])
        if (typeof item[key] === 'string') found.add(item[key]);
    }
  }
  for (const file of globSync('**/{feed,corrections}.json', { cwd: dist })) {
    const { items } = JSON.parse(readFileSync(join(dist, file), 'utf8')) as { items: { content_html?: string }[] };
    for (const { content_html: html } of items) if (html) found.add(html);
  }
  return [...found];
}
