import { join } from 'node:path';
import { parseHTML } from 'linkedom';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { sitePages, storyOutputs } from '../../src/schema/without.ts';
import { brokenLinks, filesOf } from '../support/links.ts';
import { frontmatter, makeSite } from '../support/site.ts';
import type { Site } from '../support/site.ts';

/** A site that does without everything that it can do without. */

let site: Site;
let files: string[];

const said = `<Officials>
<Statement by="jane-doe" source="wire">
It opens, she said.
</Statement>
</Officials>

<WhosWho>
<Profile person="jane-doe">
She decides.
</Profile>
</WhosWho>
`;

beforeAll(async () => {
  site = makeSite({
    'astro.config.mjs': `import { defineConfig } from 'astro/config';
import nutgraf from 'nutgraf';

export default defineConfig({
  site: 'https://news.example',
  integrations: [nutgraf({
    name: 'The Example',
    licence: { name: 'CC BY 4.0', republish: true },
    newsletter: {},
    without: ${JSON.stringify([...sitePages, ...storyOutputs])},
  })],
});
`,
    'content/terms/bridge.yaml': 'name: bridge\ndefinition: A way over water.\n',
    'content/policies/ethics.mdx':
      '---\ntitle: Ethics\ndescription: How we work.\npublished: 2026-01-01\n---\n\nFairly.\n',
    ...Object.fromEntries(
      ['one', 'two', 'three', 'four', 'five', 'six', 'seven'].map((name) => [
        `content/explainers/${name}.mdx`,
        `${frontmatter('sources:\n  wire: { outlet: reuters }\n')}\nA <Term id="bridge">bridge</Term>, says <Source id="wire" />.\n\n${said}`,
      ]),
    ),
  });
  const { code, output } = await site.build();
  expect(code, output).toBe(0);
  files = filesOf(join(site.root, 'dist')).filter((file) => !file.startsWith('pagefind/'));
});

afterAll(() => site?.dispose());

test('makes nothing of it', () => {
  expect(files.filter((file) => !/^(_astro|one|two|three|four|five|six|seven|guide)\//.test(file)).sort()).toEqual([
    '404.html',
    '_headers',
    'corrections.json',
    'corrections.xml',
    'corrections/index.html',
    'index.html',
    'opensearch.xml',
    'policies/ethics/index.html',
    'policies/index.html',
    'search.js',
    'search/index.html',
  ]);
  expect(files.filter((file) => file.startsWith('one/'))).toEqual(['one/index.html']);
});

test('leads nowhere that is not there, and says what it names in words', () => {
  expect(brokenLinks(join(site.root, 'dist'))).toEqual([]);
  const { document } = parseHTML(site.read('dist/one/index.html'));
  expect(document.querySelector('.kicker')!.textContent).toContain('Cities');
  expect(document.querySelector('.byline')!.textContent).toContain('By The Desk');
  expect(document.querySelector('figure figcaption b')!.innerHTML).toBe('Jane Doe');
  expect(document.querySelectorAll('a:not([href])')).toHaveLength(0);
  for (const file of files.filter((one) => one.endsWith('.html')))
    expect(site.read(`dist/${file}`), file).not.toMatch(
      /news\.example\/(?:topics|authors|outlets|people|archive|labels|terms)|\/(?:rss|atom)\.xml|\/feed\.json|card\.png/,
    );
});

test('a link of a story to what it does without is a mistake', async () => {
  site.write('content/explainers/one.mdx', `${frontmatter()}\nSee [her](/people/jane-doe/) and [all](/topics/).\n`);
  const { output } = await site.nutgraf('check');
  expect(output).toMatch(/one\.mdx:9:5 .*\/people\/jane-doe\//);
  expect(output).toMatch(/one\.mdx:9:\d+ .*\/topics\//);
});
