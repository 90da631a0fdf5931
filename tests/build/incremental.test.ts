import { afterAll, beforeAll, expect, test } from 'vitest';
import { frontmatter, makeSite } from '../support/site.ts';
import type { Site } from '../support/site.ts';

let site: Site;

const story = (id: string) =>
  `${frontmatter(`sources:\n  wire: { outlet: ${id} }\n`)}\nAccording to <Source id="wire" />.\n`;

beforeAll(() => {
  site = makeSite({
    'astro.config.mjs': `import { defineConfig } from 'astro/config';
import nutgraf from 'nutgraf';

export default defineConfig({
  integrations: [nutgraf({ name: 'The Example' })],
  experimental: { incrementalBuild: true },
});
`,
    'content/outlets/gazette.yaml': 'name: The Gazette\nkind: newspaper\n',
    'content/explainers/one.mdx': story('reuters'),
    'content/explainers/two.mdx': story('reuters'),
    'content/explainers/other.mdx': story('gazette'),
  });
});

afterAll(() => site.dispose());

test('an outlet’s new name is on every story that cites it, and only these are built again', async () => {
  expect(await site.build()).toMatchObject({ code: 0 });
  expect(site.read('dist/one/index.html')).toContain('>Reuters<sup>');

  site.write('content/outlets/reuters.yaml', 'name: Reuters News\nkind: agency\n');
  const { output } = await site.build({}, '--verbose');

  for (const id of ['one', 'two']) expect(site.read(`dist/${id}/index.html`)).toContain('>Reuters News<sup>');
  expect(site.read('dist/other/index.html')).toContain('>The Gazette<sup>');
  expect(output).toMatch(/other\/index\.html \((restored|cached)\)/);
  expect(output).not.toMatch(/(one|two)\/index\.html \((restored|cached)\)/);
});

test('a changed word is built, and nothing else', async () => {
  site.write('content/explainers/two.mdx', `${story('reuters')}\nA new paragraph.\n`);
  const { output } = await site.build({}, '--verbose');
  expect(site.read('dist/two/index.html')).toContain('A new paragraph.');
  expect(output).toMatch(/one\/index\.html \((restored|cached)\)/);
});
