import { afterAll, beforeAll, expect, test } from 'vitest';
import { frontmatter, makeSite } from '../support/site.ts';
import type { Site } from '../support/site.ts';

/** A site that has pages, collections and integrations of its own, and Nutgraf in the midst of them. */

let site: Site;
let output = '';

beforeAll(async () => {
  site = makeSite({
    'astro.config.mjs': `import { writeFileSync } from 'node:fs';
import { defineConfig } from 'astro/config';
import nutgraf from 'nutgraf';

// As @astrojs/sitemap does.
const sitemap = {
  name: 'writes over the index',
  hooks: {
    'astro:build:done': ({ dir }) =>
      writeFileSync(new URL('sitemap-index.xml', dir), '<sitemapindex><sitemap><loc>https://news.example/sitemap-0.xml</loc></sitemap></sitemapindex>'),
  },
};

export default defineConfig({
  site: 'https://news.example',
  base: '/news',
  trailingSlash: 'never',
  build: { format: 'file' },
  i18n: { locales: ['en', 'es'], defaultLocale: 'en' },
  redirects: { '/labels': '/guide' },
  integrations: [nutgraf({ name: 'The Example' }), sitemap],
});
`,
    'src/content.config.ts': `import { defineCollection } from 'astro:content';
import { z } from 'astro/zod';
import { collections as nutgraf } from 'nutgraf/collections';

const { authors, ...others } = nutgraf;
const own = defineCollection({ loader: () => [{ id: 'own', name: 'Our own' }], schema: z.object({ name: z.string() }) });
export const collections = { ...others, staff: authors, authors: own };
`,
    'src/pages/topics/index.astro': `---
import { getCollection } from 'astro:content';
const [one] = await getCollection('authors');
---
<p>{one.data.name}</p>
`,
    'content/explainers/bridge.mdx': `${frontmatter()}See [topics](/topics) and [outlets](/news/outlets).\n`,
  });
  const built = await site.build();
  output = built.output;
  expect(built.code, output).toBe(0);
});

afterAll(() => site.dispose());

test('its own pages and redirects win, and nothing is defined twice', () => {
  expect(site.read('dist/topics.html')).toContain('<p>Our own</p>');
  expect(site.read('dist/labels.html')).toContain('/guide');
  expect(output).toContain('Left out /topics: the site has src/pages/topics/index.astro there.');
  expect(output).toContain('Left out /labels: the site has a redirect there.');
  expect(output).not.toContain('defined in both');
});

test('nobody is warned of collections that a young newsroom has not filled', () =>
  expect(output).not.toContain('does not exist or is empty'));

test('a collection of ours has the name that the site gives it', () => {
  expect(site.read('dist/bridge.html')).toContain('The Desk');
  expect(site.has('dist/authors/desk.html')).toBe(true);
});

test('links of texts lead below the base, on the page and in copies', () => {
  expect(site.read('dist/bridge.html')).toMatch(/<a href="\/news\/topics">topics<\/a> and <a href="\/news\/outlets">/);
  expect(site.read('dist/bridge.md')).toContain('[topics](https://news.example/news/topics)');
});

test('an index of sitemaps that another integration wrote has ours as well', () => {
  const index = site.read('dist/sitemap-index.xml');
  expect(index).toContain('https://news.example/sitemap-0.xml');
  expect(index).toContain('https://news.example/news/sitemap-stories.xml');
});

test('a collection of ours that is not there, or no folder of content, is told of with what to do', async () => {
  site.write(
    'src/content.config.ts',
    "import { collections as nutgraf } from 'nutgraf/collections';\nconst { authors: _, ...others } = nutgraf;\nexport const collections = others;\n",
  );
  const lacking = await site.build();
  expect(lacking.code).toBe(1);
  expect(lacking.output).toContain('Missing “authors” of Nutgraf in the collections of src/content.config.ts.');
  site.write(
    'astro.config.mjs',
    site.read('astro.config.mjs').replace("name: 'The Example'", "name: 'The Example', content: './contents'"),
  );
  const nowhere = await site.nutgraf('check');
  expect(nowhere.code).toBe(1);
  expect(nowhere.output).toContain('contents:1:1  error  Missing folder of the newsroom');
});
