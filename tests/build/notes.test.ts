import { afterAll, beforeAll, expect, test } from 'vitest';
import { frontmatter, makeSite } from '../support/site.ts';
import type { Site } from '../support/site.ts';

let site: Site;

const note = (words: string) => `---
title: How the bridge was built
published: 2025-05-01
sources:
  wire: { outlet: reuters }
---
${words}, says <Source id="wire" />.
`;

const uses = (headline: string) =>
  frontmatter().replace('A headline', headline) +
  '<WhyItMatters>\nThe bridge, says nobody, is old.\n</WhyItMatters>\n\n<Background use="bridge" />\n\n<Process>\nWe read *the* files.\n</Process>\n';

beforeAll(async () => {
  site = makeSite({
    'content/notes/bridge.mdx': note('Stone by stone'),
    'content/terms/arch.yaml': 'name: arch\ndefinition: A curve that carries.\n',
    'content/explainers/one.mdx': uses('One'),
    'content/explainers/two.mdx': uses('Two'),
    'content/explainers/other.mdx': `${frontmatter()}An <Term id="arch">arch</Term>.\n`,
  });
  expect(await site.build()).toMatchObject({ code: 0 });
});

afterAll(() => site.dispose());

test('a story shows a note with its own date and source', () => {
  const html = site.read('dist/one/index.html');
  expect(html).toContain('How the bridge was built</h2>');
  expect(html).toContain('<p>Stone by stone, says Reuters.</p>');
  expect(html).toContain(
    'This background was last updated on <time datetime="2025-05-01">May 1, 2025</time>. Its sources: Reuters.',
  );
});

test('a note has a page, with its own sources and the stories that use it', () => {
  const html = site.read('dist/notes/bridge/index.html');
  expect(html).toContain('<h1>How the bridge was built</h1>');
  expect(html).toMatch(/Stone by stone, says[\s\S]*popovertarget="r1"/);
  expect([...html.matchAll(/<h3><a href="([^"]+)"/g)].map(([, href]) => href)).toEqual(['/one/', '/two/']);
  expect(site.read('dist/one/index.html')).toContain('href="/notes/bridge/"');
});

test('all terms are on one page, each with the stories that use it', () => {
  const html = site.read('dist/terms/index.html');
  expect(html).toMatch(
    /<div id="arch"><dt><dfn>arch<\/dfn><\/dt><dd><p>A curve that carries\.<\/p>[\s\S]*<a class="to" href="\/other\/">/,
  );
});

test('why it matters and how it was reported are in the metadata', () => {
  const [, json = ''] =
    /<script type="application\/ld\+json">(.*?)<\/script>/.exec(site.read('dist/one/index.html')) ?? [];
  const graph = (JSON.parse(json) as { '@graph': Record<string, unknown>[] })['@graph'];
  expect(graph[0]).toMatchObject({ abstract: 'The bridge, says nobody, is old.', backstory: 'We read the files.' });
});

test('a change of a note is on every story that uses it, and the build says which', async () => {
  site.write('content/notes/bridge.mdx', note('Beam by beam'));
  const { code, output } = await site.build();
  expect(code).toBe(0);
  expect(output).toContain(
    'content/notes/bridge.mdx has changed. It stands in:\n  content/explainers/one.mdx\n  content/explainers/two.mdx\n',
  );
  for (const story of ['one', 'two']) expect(site.read(`dist/${story}/index.html`)).toContain('Beam by beam');
});

test('an unknown note and a fault in a note have their place', async () => {
  site.write('content/notes/bridge.mdx', note('Beam <Nothing />'));
  site.write('content/explainers/two.mdx', uses('Two').replace('bridge" />', 'bridges" />'));
  const { code, output } = await site.build();
  expect(code).toBe(1);
  expect(output).toContain('content/notes/bridge.mdx:7:6  error  Unexpected component <Nothing>');
  expect(output).toContain(
    'content/explainers/two.mdx:12:13  error  Unknown note “bridges”: expected the name of a file in notes/.\n  Did you mean “bridge”?  [note-exists]',
  );
});
