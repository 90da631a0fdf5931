import { copyFileSync, globSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { launchBrowser } from '../support/browser.ts';
import { serve } from '../support/serve.ts';
import { frontmatter, makeSite } from '../support/site.ts';
import type { Site } from '../support/site.ts';

/**
 * Every page of a site, sent with the headers that its build wrote: its own policy lets through what
 * it needs, and nothing that somebody brought in.
 */

const words = 'A sentence of some words that says nothing new. '.repeat(120);

const sections = ['First', 'Second', 'Third', 'Fourth'].map((name) => `## ${name}\n\n${words}`).join('\n\n');

/** A site under a base or not, with all that stands in pages or with the least. */
const siteWith = (astro: string, settings: string): Site => {
  const site = makeSite({
    'astro.config.mjs': `import { defineConfig } from 'astro/config';
import nutgraf from 'nutgraf';

export default defineConfig({
  site: 'https://news.example',${astro}
  integrations: [nutgraf({ name: 'The Example', licence: { name: 'CC BY 4.0', url: 'https://creativecommons.org/licenses/by/4.0/', republish: true }, ${settings} })],
});
`,
    'content/terms/bridge.yaml': 'name: bridge\ndefinition: A way over water.\n',
    'content/notes/river.mdx': '---\ntitle: The river\npublished: 2026-01-02\n---\nIt flows.\n',
    'content/explainers/long/index.mdx': `${frontmatter('sources:\n  wire: { outlet: reuters }\n')}\n${sections} <Source id="wire" />, a <Term id="bridge">bridge</Term>.\n\n![A dot](./dot.svg)\n\n<Officials>\n<Statement by="jane-doe" source="wire">\nThe bridge opens, she said.\n</Statement>\n</Officials>\n`,
    'content/explainers/long/dot.svg':
      '<svg xmlns="http://www.w3.org/2000/svg" width="160" height="40"><rect width="160" height="40"/></svg>',
    'content/explainers/largo.mdx': `${frontmatter('lang: es\ntranslationOf: long\n')}\nPalabras del puente.\n`,
    'src/signs.ttf': '',
  });
  mkdirSync(join(site.root, 'src'), { recursive: true });
  copyFileSync(globSync('node_modules/playwright-core/lib/**/*.ttf')[0]!, join(site.root, 'src/signs.ttf'));
  return site;
};

const fonts = "fonts: { heading: { name: 'Signs', files: ['./src/signs.ttf'] } }";

describe.each([
  ['with all that stands in pages', '', `schemeSwitch: true, share: true, ${fonts}`, '/'],
  ['with the least, under a base', "base: '/news',", 'guide: false', '/news/'],
])('a site %s', (_, astro, settings, base) => {
  let site: Site;
  let browser: Browser;
  let page: Page;
  let server: Awaited<ReturnType<typeof serve>>;
  const reports: string[] = [];

  beforeAll(async () => {
    site = siteWith(astro, settings);
    const { code, output } = await site.build();
    expect(code, output).toBe(0);
    [server, browser] = await Promise.all([serve(`${site.root}/dist`, base), launchBrowser()]);
    page = await browser.newPage();
    await page.exposeFunction('reportToTest', (report: string) => reports.push(report));
    await page.addInitScript(() =>
      document.addEventListener('securitypolicyviolation', ({ violatedDirective, blockedURI, sourceFile }) =>
        (window as unknown as { reportToTest: (report: string) => void }).reportToTest(
          `${location.pathname}: ${violatedDirective} keeps out ${blockedURI} of ${sourceFile}`,
        ),
      ),
    );
    page.on('console', (message) => {
      // A newsletter, and a copy for partners, name pictures by the site’s own address.
      const isElsewhere = message.text().includes('ERR_NAME_NOT_RESOLVED');
      // Where a file names no icon, as mails do, a browser with tabs asks for the usual one.
      const isIcon = message.location().url.endsWith('/favicon.ico');
      if (message.type() === 'error' && !isElsewhere && !isIcon) reports.push(`${page.url()}: ${message.text()}`);
    });
    page.on('pageerror', (error) => reports.push(`${page.url()}: ${String(error)}`));
  });

  afterAll(async () => {
    await browser?.close();
    await server?.close();
    site?.dispose();
  });

  test('has no page that its policy hinders, and none without one', async () => {
    const files = globSync('**/*.html', { cwd: join(site.root, 'dist') }).sort();
    expect(files.length).toBeGreaterThan(25);
    const open: string[] = [];
    for (const file of files) {
      const policy = /http-equiv="content-security-policy" content="([^"]*)"/.exec(site.read(`dist/${file}`))?.[1];
      if (!policy || /'unsafe-/.test(policy)) open.push(`${file}: ${policy}`);
      await page.goto(server.url + file.replace(/index\.html$/, ''));
    }
    expect(open).toEqual([]);
    expect(reports).toEqual([]);
  }, 60_000);

  test('has a search that runs, and only there may anything be compiled', async () => {
    await page.goto(`${server.url}search/?q=bridge`);
    await page.getByRole('link', { name: 'A headline' }).waitFor();
    expect(reports).toEqual([]);
    const files = globSync('**/*.html', { cwd: join(site.root, 'dist') });
    const compiling = files.filter((file) => site.read(`dist/${file}`).includes('wasm-unsafe-eval'));
    expect(compiling.sort()).toEqual(['es/search/index.html', 'search/index.html']);
  });

  test('runs no script, shows no style and loads nothing that was brought in', async () => {
    await page.goto(`${server.url}long/`);
    const done = await page.evaluate(async () => {
      const bring = (name: string, attributes: Record<string, string>, text = '') => {
        const element = Object.assign(document.createElement(name), { textContent: text });
        for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, value);
        document.body.append(element);
        return element;
      };
      bring('script', {}, 'window.hit = "script"');
      bring('style', {}, 'h1 { color: rgb(1, 2, 3) }');
      const styled = bring('p', { style: 'color: rgb(1, 2, 3)' });
      bring('button', { onclick: 'window.hit = "handler"' }).click();
      bring('a', { href: 'javascript:window.hit="link"' }).click();
      bring('img', { src: 'http://127.0.0.1:9/x.png', onerror: 'window.hit="image"' });
      bring('iframe', { src: 'http://127.0.0.1:9/' });
      await new Promise((resolve) => setTimeout(resolve, 100));
      const colours = [document.querySelector('h1')!, styled].map((element) => getComputedStyle(element).color);
      return { hit: (window as unknown as { hit?: string }).hit, isStyled: colours.includes('rgb(1, 2, 3)') };
    });
    expect(done).toEqual({ isStyled: false });
    const kept = new Set(reports.splice(0).flatMap((report) => /: (\S+) keeps out/.exec(report)?.[1] ?? []));
    expect([...kept].sort()).toEqual(
      expect.arrayContaining(['frame-src', 'img-src', 'script-src-attr', 'script-src-elem', 'style-src-attr']),
    );
  });

  test('sends each file with what a page cannot say of itself', async () => {
    const headersOf = async (path: string) => (await fetch(server.url + path)).headers;
    const headers = await headersOf('long/');
    expect(headers.get('content-security-policy')).toContain("frame-ancestors 'self'");
    expect(headers.get('x-content-type-options')).toBe('nosniff');
    expect(headers.get('referrer-policy')).toBe('strict-origin-when-cross-origin');
    expect(headers.get('permissions-policy')).toContain('camera=()');
    expect(headers.get('cross-origin-opener-policy')).toBe('same-origin');
    expect(headers.get('strict-transport-security')).toBe(base === '/' ? 'max-age=31536000' : null);
    for (const [path, type] of [
      ['long.md', 'text/markdown'],
      ['long.txt', 'text/plain'],
      ['topics/cities/rss.xml', 'application/xml'],
      ['feed.json', 'application/json'],
    ] as const)
      expect((await headersOf(path)).get('content-type')).toBe(`${type}; charset=utf-8`);
    const [drawing = ''] = globSync('_astro/*.svg', { cwd: join(site.root, 'dist') });
    expect((await headersOf(drawing)).get('cache-control')).toBe('public, max-age=31536000, immutable');
    expect((await headersOf(drawing)).get('content-security-policy')).toContain("script-src 'none'");
  });

  test('has the same headers for other servers, by a command, and keeps a file of the newsroom’s own', async () => {
    const { code, output } = await site.nutgraf('headers', '--for', '_headers');
    expect({ code, output }).toEqual({ code: 0, output: site.read('dist/_headers') });
    expect((await site.nutgraf('headers', '--for', 'nginx')).output).toContain('add_header Content-Security-Policy');
    expect(await site.nutgraf('headers', '--for', 'ngnix')).toEqual({
      code: 2,
      output:
        'Unknown host “ngnix”: expected --for and one of _headers, nginx, apache, caddy, cloudfront. Did you mean “nginx”?\n',
    });
    if (base !== '/') return;
    site.write('public/_headers', '/*\n  X-Own: yes\n');
    expect((await site.build()).output).toContain('The site has a file _headers of its own');
    expect(site.read('dist/_headers')).toBe('/*\n  X-Own: yes\n');
  });
});
