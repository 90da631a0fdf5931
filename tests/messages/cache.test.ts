import { cpSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { frontmatter, makeSite } from '../support/site.ts';
import type { Site } from '../support/site.ts';
import { messagesIn } from './messages.ts';

/** What is remembered between builds never changes what a build says or makes. */

const sources = 'sources:\n  wire: { outlet: reuters }\n  post: { outlet: post }\n';
const early = `${frontmatter(sources)}One, says <Source id="post" />.\n`;
const late = `${frontmatter(sources)}Two, says <Source id="wire" /> and <Source id="post" />.\n`;
const warning = ['8:3  warning  Unused source “wire”: expected a <Source id="wire" /> in the story.  [source-cited]'];

let site: Site;
let published: Record<string, string>;

const remove = (path: string) => rmSync(join(site.root, path), { recursive: true });

/** Every file that a build wrote. */
const dist = (): Record<string, string> =>
  Object.fromEntries(
    readdirSync(join(site.root, 'dist'), { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map(({ parentPath, name }) => join(parentPath, name).slice(site.root.length + 1))
      .map((path) => [path, site.read(path)]),
  );

beforeAll(() => {
  site = makeSite({
    'content/explainers/early.mdx': early,
    'content/explainers/late.mdx': late,
    'content/outlets/post.yaml': 'name: The Post\nkind: newspaper\n',
  });
});
afterAll(() => site.dispose());

test('a site with only warnings builds, and prints them', async () => {
  const { code, output } = await site.build();
  expect(code).toBe(0);
  expect(messagesIn(output)).toEqual(new Map([['content/explainers/early.mdx', warning]]));
  published = dist();
  expect(published['dist/late/index.html']).toContain('Two, says');
});

test('a build that reads nothing anew prints them again', async () => {
  const { code, output } = await site.build();
  expect(code).toBe(0);
  expect(messagesIn(output)).toEqual(new Map([['content/explainers/early.mdx', warning]]));
  expect(dist()).toEqual(published);
});

test('a mistake in another file is found without reading a story anew', async () => {
  site.remove('content/outlets/post.yaml');
  site.write('content/explainers/late.mdx', `${frontmatter(sources)}Two, says <Source id="wires" />.\n`);
  const { code, output } = await site.build();
  const unknown = 'error  Unknown outlet “post”: expected the name of a file in outlets/.  [outlet-exists]';
  expect(code).toBe(1);
  expect([...messagesIn(output)]).toEqual([
    ['content/explainers/early.mdx', [...warning, `9:19  ${unknown}`]],
    [
      'content/explainers/late.mdx',
      [
        `9:19  ${unknown}`,
        '11:19  error  Unknown source “wires”: expected one of the sources listed above the story.\n  Did you mean “wire”?  [source-exists]',
      ],
    ],
  ]);
  // The place that Astro adds is that of the first error, not of a warning before it.
  expect(output).toMatch(/early\.mdx:9:19\s*$/);
  expect(dist()).toEqual(published);
});

test('a story that is mended to exactly its earlier text builds as before', async () => {
  site.write('content/outlets/post.yaml', 'name: The Post\nkind: newspaper\n');
  site.write('content/explainers/late.mdx', late);
  // Its tree is gone, though Astro still has its data.
  remove('node_modules/.astro/nutgraf');
  const { code, output } = await site.build();
  expect(code).toBe(0);
  expect(messagesIn(output)).toEqual(new Map([['content/explainers/early.mdx', warning]]));
  expect(dist()).toEqual(published);
});

test('a second story with the id of one that is not read anew is a mistake', async () => {
  site.write('content/explainers/late/index.mdx', late);
  cpSync(join(site.root, 'content/outlets/post.yaml'), join(site.root, 'content/outlets/post.yml'));
  const { code, output } = await site.build();
  remove('content/explainers/late');
  remove('content/outlets/post.yml');
  expect(code).toBe(1);
  expect(output).toMatch(
    /content\/explainers\/late(\/index)?\.mdx:1:1 {2}error {2}Unexpected second .*“late”: expected only content\/explainers\/late.*\.mdx\. {2}\[id-once\]/,
  );
  expect(output).toMatch(
    /content\/outlets\/post\.ya?ml:1:1 {2}error {2}Unexpected second .*“post”: expected only content\/outlets\/post\.ya?ml\. {2}\[id-once\]/,
  );
});

test('a build without any cache is the same', async () => {
  remove('node_modules/.astro');
  rmSync(join(site.root, '.astro'), { recursive: true, force: true });
  const { code, output } = await site.build();
  expect(code).toBe(0);
  expect(messagesIn(output)).toEqual(new Map([['content/explainers/early.mdx', warning]]));
  expect(dist()).toEqual(published);
});
