import { afterAll, beforeAll, expect, test } from 'vitest';
import { slugOf, storyText } from '../../src/commands/draft.ts';
import { templates } from '../../src/commands/new/templates.ts';
import { splitStory } from '../../src/document/frontmatter.ts';
import { frontmatter, makeSite } from '../support/site.ts';
import type { Site } from '../support/site.ts';

let site: Site;
beforeAll(() => {
  site = makeSite();
});
afterAll(() => site.dispose());

const make = (...args: string[]) => site.nutgraf('new', ...args);

test.each(templates)(
  'a new story, %s, passes the check and the build; its comments are not on the page',
  async (shape) => {
    const { code, output } = await make(`The ${shape}: “what” it is`, '--shape', shape, '--topics', 'cities');
    expect(output).toContain(`Made content/explainers/the-${shape}-what-it-is/index.mdx.`);
    expect(code).toBe(0);
    const checked = await site.nutgraf('check', `the-${shape}-what-it-is`, '--format', 'json');
    expect(checked.code).toBe(0);
    const rules = (JSON.parse(checked.output) as { messages: { rule: string }[] }).messages.map(({ rule }) => rule);
    expect(rules.filter((rule) => !['source-cited', 'single-source'].includes(rule))).toEqual(['to-do', 'to-do']);
  },
);

test('all of them build, with a new component and what stories share', async () => {
  const made = await Promise.all([
    make('component', 'Verdict'),
    make('term', 'Leap second', '--definition', 'A second more.'),
    make('outlet', 'BIPM', '--kind', 'office'),
    make('author', 'The Desk', '--slug', 'desk'),
  ]);
  expect(made.map(({ code }) => code)).toEqual([0, 0, 2, 2]);
  expect(made.map(({ output }) => output)).toEqual([
    expect.stringContaining('Made src/nutgraf/Verdict/contract.ts'),
    'Made content/terms/leap-second.yaml. Stories name it “leap-second”.\n',
    expect.stringContaining('Unknown kind “office”: expected agency'),
    expect.stringContaining('Unexpected second author “desk”'),
  ]);
  const verdict = '<Verdict title="It is so">\nWords.\n</Verdict>\n\nA <Term id="leap-second">leap second</Term>.\n';
  site.write('content/explainers/verdict.mdx', `${frontmatter()}${verdict}`);
  for (const shape of templates) {
    const file = `content/explainers/the-${shape}-what-it-is/index.mdx`;
    site.write(file, site.read(file).replace('draft: true\n', ''));
  }
  const { code, output } = await site.build();
  expect(code, output).toBe(0);
  expect(site.read('dist/the-explainer-what-it-is/index.html')).not.toMatch(/TODO Put|To cite a source|\{\/\*/);
});

test('it never overwrites, and asks nothing where nobody answers', async () => {
  const before = site.read('content/explainers/the-explainer-what-it-is/index.mdx');
  expect(await make('The explainer: what it is')).toEqual({
    code: 2,
    output:
      'Unexpected second story “the-explainer-what-it-is”: expected another headline, or --slug with another name.\n',
  });
  expect(site.read('content/explainers/the-explainer-what-it-is/index.mdx')).toBe(before);
  expect((await make()).output).toBe('Missing headline: expected nutgraf new "The headline".\n');
  expect((await make('A', '--topics', 'citys')).output).toBe(
    'Unknown topic “citys”: expected cities. Did you mean “cities”?\n',
  );
  expect((await make('A', '--shape', 'essay')).output).toBe(
    'Unknown shape “essay”: expected explainer, background, questions or fact-check.\n',
  );
  expect((await make('うるう秒')).output).toContain('expected --slug');
  expect((await make('うるう秒', '--slug', 'leap-second', '--lang', 'ja')).code).toBe(0);
  expect(site.read('content/explainers/leap-second/index.mdx')).toContain('headline: うるう秒\n');
  expect(site.read('content/explainers/leap-second/index.mdx')).toContain('lang: ja\n');
});

test.each([
  ['Trump, Petro move from “threats” to talks – what’s next?', 'trump-petro-move-from-threats-to-talks-whats'],
  ['Bogotá: ¿qué sigue?', 'bogota-que-sigue'],
])('%s', (headline, slug) => expect(slugOf(headline)).toBe(slug));

test('what a headline has in it stays in its line', () => {
  expect(splitStory(storyText({ headline: 'A: "b" # c\n---\nd' }, 'Text.')).body.trim()).toBe('Text.');
});
