import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { frontmatter, makeSite } from '../support/site.ts';
import type { Site } from '../support/site.ts';

/** A site that has published, and whose stories then move, part and come together. */

const words = (more = '') =>
  `${frontmatter(`sources: { wire: { outlet: reuters } }\n${more}`)}\nWords <Source id="wire" />.\n`;

const config = (redirects: object) => `import { defineConfig } from 'astro/config';
import nutgraf from 'nutgraf';

export default defineConfig({
  site: 'https://news.example',
  base: '/news',
  redirects: ${JSON.stringify(redirects)},
  integrations: [nutgraf({ name: 'The Example', guide: false, search: false, permalink: '/:year/:slug/', licence: { name: 'CC BY 4.0', republish: true } })],
});
`;

let site: Site;
let built: { code: number; output: string };

beforeAll(async () => {
  site = makeSite({
    'astro.config.mjs': config({}),
    'content/explainers/one.mdx': words(),
    'content/explainers/two.mdx': words(),
    'content/explainers/three.mdx': words(),
    'content/explainers/bogotá.mdx': words(),
    'public/_redirects': '/own /news/2026/one/ 302\n',
  });
  expect((await site.nutgraf('ledger')).output).toContain('Recorded');
  site.remove('content/explainers/two.mdx');
  site.remove('content/explainers/three.mdx');
  site.remove('content/explainers/bogotá.mdx');
  site.write('content/explainers/second.mdx', words('aliases: [/2026/two/, /2014/05/old.html, /2026/bogot%C3%A1]\n'));
  site.write('content/ledger/gone.yaml', '- { address: /2026/three/, date: 2026-02-01, why: A <court> forbade it. }\n');
  site.write('astro.config.mjs', config({ '/2014/one': '/2026/one/' }));
  built = await site.build();
});

afterAll(() => site.dispose());

const read = (path: string) => site.read(`dist/${path}`);

describe('a former address', () => {
  test('is no reason to stop where it is said what became of it', () => expect(built).toMatchObject({ code: 0 }));

  test('has a page that leads to the story, with what was made of it', () => {
    const page = read('2026/two/index.html');
    expect(page).toContain('<meta http-equiv="refresh" content="0;url=/news/2026/second/">');
    expect(page).toContain('<link rel="canonical" href="https://news.example/news/2026/second/">');
    expect(page).toContain('<meta name="robots" content="noindex">');
    expect(read('2014/05/old.html')).toContain('/news/2026/second/');
    expect(read('2026/bogotá/index.html')).toContain('/news/2026/second/');
    expect(read('lite/two/index.html')).toContain('/news/lite/second/');
    expect(read('republish/two/index.html')).toContain('/news/republish/second/');
    expect(site.has('dist/2026/two.md')).toBe(false);
    expect(site.has('dist/2026/two.md/index.html')).toBe(false);
  });

  test('of a page that is gone says so, and why', () => {
    const page = read('2026/three/index.html');
    expect(page).toContain('<h1>This page was taken down on February 1, 2026.</h1>');
    expect(page).toContain('A &#x3C;court> forbade it.');
    expect(page).toContain('href="/news/"');
  });

  test('is in no list that machines read', () => {
    for (const file of ['sitemap-stories.xml', 'rss.xml', 'llms.txt']) expect(read(file)).not.toContain('/two');
  });

  test('is in the rules of hosts, after the site’s own', () => {
    const rules = read('_redirects').split('\n');
    expect(rules[0]).toBe('/own /news/2026/one/ 302');
    for (const rule of [
      '/news/2026/two /news/2026/second/ 301',
      '/news/2026/two/ /news/2026/second/ 301',
      '/news/2026/two.md /news/2026/second.md 301',
      '/news/lite/two/ /news/lite/second/ 301',
      '/news/2026/bogot%C3%A1/ /news/2026/second/ 301',
      '/news/2014/one /news/2026/one/ 301',
    ])
      expect(rules).toContain(rule);
    const nginx = read('redirects.nginx.conf').split('\n');
    expect(nginx).toContain('location = "/news/2026/two/" { return 301 "/news/2026/second/"; }');
    expect(nginx).toContain('location = "/news/2026/bogotá" { return 301 "/news/2026/second/"; }');
    expect(nginx).toContain('location = "/news/2026/three/" { return 410; }');
    const apache = read('redirects.apache.conf').split('\n');
    expect(apache).toContain('RedirectMatch 301 "^/news/2014/05/old\\.html/?$" "/news/2026/second/"');
    expect(apache).toContain('RedirectMatch 410 "^/news/2026/three/?$"');
  });
});

test('a build stops where a published address has no answer in what was built, and the last good site stays', async () => {
  expect((await site.nutgraf('ledger')).code).toBe(0);
  const before = read('outlets/reuters/index.html');
  // Who is only quoted has no page.
  for (const id of ['one', 'second'])
    site.write(
      `content/explainers/${id}.mdx`,
      site
        .read(`content/explainers/${id}.mdx`)
        .replace('{ outlet: reuters }', '{ by: jane-doe, kind: statement, quotedBy: reuters }'),
    );
  const { code, output } = await site.build();
  expect(code).toBe(1);
  expect(output).toContain(
    'Missing page “/outlets/reuters/”, which was published as outlets/reuters: expected it in what was built.',
  );
  expect(read('outlets/reuters/index.html')).toBe(before);
});
