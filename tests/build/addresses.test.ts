import { join } from 'node:path';
import { afterEach, expect, test } from 'vitest';
import { brokenLinks, filesOf, internalLinks } from '../support/links.ts';
import { frontmatter, makeSite } from '../support/site.ts';
import type { Site } from '../support/site.ts';

let site: Site;

afterEach(() => site.dispose());

/** A site with every kind of page; of these settings. */
function siteOf(settings: string, astro = ''): Site {
  site = makeSite({
    'astro.config.mjs': `import { defineConfig } from 'astro/config';
import nutgraf from 'nutgraf';

export default defineConfig({
  site: 'https://news.example',
  ${astro}
  integrations: [nutgraf({ name: 'The Example', ${settings} })],
});
`,
    'content/explainers/story.mdx': `${frontmatter('sources:\n  wire: { outlet: reuters }\n')}\nAccording to <Source id="wire" />.\n`,
    'content/pages/about.mdx':
      '---\ntitle: Who we are\ndescription: About us.\npublished: 2026-01-01\n---\n\nA newsroom.\n',
    'content/explainers/2026/folder.mdx': `${frontmatter()}\nIn a folder of its year.\n`,
    // Half past eleven in New York is the next day in London: its address has the day that is written.
    'content/explainers/moment/index.mdx': `${frontmatter().replace('2026-01-08', '2025-12-31T23:30:00-05:00')}\n![A field](./field.svg)\n`,
    'content/explainers/moment/field.svg':
      '<svg xmlns="http://www.w3.org/2000/svg" width="40" height="30"><rect width="40" height="30"/></svg>',
  });
  return site;
}

const dist = () => join(site.root, 'dist');

test.each([
  { astro: "base: '/news',", trailingSlash: 'ignore', story: '/news/story/', file: 'story/index.html' },
  {
    astro: "base: '/news', trailingSlash: 'always',",
    trailingSlash: 'always',
    story: '/news/story/',
    file: 'story/index.html',
  },
  {
    astro: "base: '/news/', trailingSlash: 'never', build: { format: 'file' },",
    trailingSlash: 'never',
    story: '/news/story',
    file: 'story.html',
  },
] as const)('every link holds with $astro', async ({ astro, trailingSlash, story, file }) => {
  siteOf('', astro);
  const { code, output } = await site.build();
  expect(code, output).toBe(0);
  expect(brokenLinks(dist(), { base: '/news', trailingSlash })).toEqual([]);
  expect(site.read(`dist/${file.replace('story', 'about')}`)).toContain('<h1>Who we are</h1>');
  expect(site.read(`dist/${file}`)).toContain(`<link rel="canonical" href="https://news.example${story}">`);
});

test('everything is under the prefix, and the page for what is not found stays the site’s', async () => {
  siteOf("prefix: '/explainers/', permalink: '/:year/:month/:slug/'", "base: '/news',");
  site.write('src/pages/index.astro', '<a href="/news/explainers/">Explainers</a>\n');
  const { code, output } = await site.build();
  expect(code, output).toBe(0);
  expect(brokenLinks(dist(), { base: '/news' })).toEqual([]);
  expect(filesOf(dist()).filter((file) => !/^(explainers|_astro)\//.test(file))).toEqual(['_headers', 'index.html']);
  for (const path of [
    'explainers/index',
    'explainers/about/index',
    'explainers/2026/01/story/index',
    'explainers/2026/01/folder/index',
    'explainers/2025/12/moment/index',
  ])
    expect(site.has(`dist/${path}.html`), path).toBe(true);
  expect(
    internalLinks(dist(), { base: '/news' }).filter(
      ({ from, href }) => from !== 'index.html' && !/\/news\/(explainers|_astro)\//.test(href),
    ),
  ).toEqual([]);
});

test('a story at whose address there is another page stops the build', async () => {
  siteOf('');
  site.write('content/explainers/2026/topics.mdx', `${frontmatter()}\nWords.\n`);
  site.write('content/pages/people.mdx', site.read('content/pages/about.mdx'));
  const { code, output } = await site.build();
  expect(code).toBe(1);
  expect(output).toContain(
    'content/explainers/2026/topics.mdx:1:1  error  Unexpected address “/topics”: expected one that no other page of the site has. Give the file another name.  [address-free]',
  );
  expect(output).toContain('content/pages/people.mdx:1:1  error  Unexpected address “/people”');
});
