import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, readdirSync, renameSync, statSync, symlinkSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { frontmatter, makeSite } from '../support/site.ts';
import type { Site } from '../support/site.ts';

const astro = fileURLToPath(new URL('../../node_modules/astro/bin/astro.mjs', import.meta.url));

let site: Site;
/** The digest of each file of the site that was published first. */
let first: Record<string, string>;

const built = (folder = 'dist'): Record<string, string> =>
  Object.fromEntries(
    readdirSync(join(site.root, folder), { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map(({ parentPath, name }) => join(parentPath, name))
      .sort()
      .map((file) => [
        relative(join(site.root, folder), file),
        createHash('sha256').update(readFileSync(file)).digest('hex'),
      ]),
  );

const hidden = () => readdirSync(site.root).filter((name) => name.startsWith('.dist'));

const story = (text: string) => `${frontmatter()}\n${text}\n`;

beforeAll(async () => {
  site = makeSite({
    'content/explainers/one.mdx': story('One paragraph.'),
    'content/explainers/two.mdx': story('Another one.'),
    'public/hello.txt': 'Hello',
  });
  const { code, output } = await site.build();
  expect(output).toContain('Published to ');
  expect(code).toBe(0);
  first = built();
});

afterAll(() => site.dispose());

beforeEach(() => {
  site.write('content/explainers/one.mdx', story('One paragraph.'));
  expect(built()).toEqual(first);
});

describe('a build that fails while it writes leaves the last good site', () => {
  const isAsItWas = () => {
    expect(built()).toEqual(first);
    expect(hidden()).toEqual([]);
  };

  test('a drawing of the newsroom’s own that throws', async () => {
    site.write(
      'src/nutgraf/Broken/contract.ts',
      `import { defineContract } from 'nutgraf/contract';\nimport { z } from 'astro/zod';\nexport default defineContract({ name: 'Broken', purpose: 'Breaks.', place: 'part', holds: 'flow', props: z.object({}), example: '<Broken>Text.</Broken>' });\n`,
    );
    site.write('src/nutgraf/Broken/plain.ts', 'export default (_props, children) => children;\n');
    site.write('src/nutgraf/Broken/Broken.astro', `---\nthrow new Error('not today');\n---\n`);
    site.write('content/explainers/one.mdx', story('<Broken>Text.</Broken>'));
    const { code, output } = await site.build();
    site.remove('src/nutgraf/Broken/contract.ts');
    expect(code).not.toBe(0);
    expect(output).toContain('not today');
    isAsItWas();
  });
});

test('what did not change keeps its time, so that a sync passes it over, and a story that is gone is gone', async () => {
  const before = statSync(join(site.root, 'dist/two.txt')).mtimeMs;
  site.write('content/explainers/one.mdx', story('One paragraph, mended.'));
  site.write('content/explainers/three.mdx', story('A third.'));
  expect((await site.build()).output).toMatch(/Published to .*\d+ changed, .*\d+ as they were\./);
  expect(statSync(join(site.root, 'dist/two.txt')).mtimeMs).toBe(before);
  expect(site.read('dist/one.txt')).toContain('mended');
  expect(site.has('dist/three.txt')).toBe(true);
  site.write('content/explainers/one.mdx', story('One paragraph.'));
  site.remove('content/explainers/three.mdx');
  expect((await site.build()).output).toMatch(/removed/);
  expect(site.has('dist/three.txt')).toBe(false);
});

test('killed at any moment, a build leaves a whole site, and the next one works', async () => {
  site.write('content/explainers/one.mdx', story('One paragraph, killed.'));
  await site.build();
  const second = built();
  // The second half of a build is where it writes.
  for (const delay of [1200, 1800, 2400, 3000]) {
    const build = spawn(process.execPath, [astro, 'build', '--root', site.root], { stdio: 'ignore' });
    const exit = new Promise((resolve) => build.once('exit', resolve));
    setTimeout(() => build.kill('SIGKILL'), delay);
    await exit;
    expect([first, second]).toContainEqual(built());
  }
  site.write('content/explainers/one.mdx', story('One paragraph.'));
  expect((await site.build()).code).toBe(0);
  expect(built()).toEqual(first);
  expect(hidden()).toEqual([]);
});

test('killed between the two renames, the former site comes back with the next build', async () => {
  renameSync(join(site.root, 'dist'), join(site.root, '.dist.former'));
  site.write('content/explainers/one.mdx', `${frontmatter('mistake: true\n')}\nText.\n`);
  expect((await site.build()).code).not.toBe(0);
  expect(built()).toEqual(first);
});

test('a second build at the same time is refused with a sentence', async () => {
  writeFileSync(join(site.root, '.dist.lock'), String(process.pid));
  const { code, output } = await site.build();
  expect(code).not.toBe(0);
  expect(output).toContain(`Another build of this site is under way.`);
  expect(output).not.toMatch(/\n\s+at /);
  writeFileSync(join(site.root, '.dist.lock'), '999999999');
  expect((await site.build()).code).toBe(0);
});

test('a folder that is a link stays one, and what a branch keeps in it stays', async () => {
  mkdirSync(join(site.root, 'served/.git'), { recursive: true });
  site.write('served/.git/HEAD', 'ref: refs/heads/pages\n');
  symlinkSync(join(site.root, 'served'), join(site.root, 'out'));
  site.write('astro.config.mjs', site.read('astro.config.mjs').replace('site:', `outDir: './out',\n  site:`));
  const { code } = await site.build();
  site.write('astro.config.mjs', site.read('astro.config.mjs').replace(`outDir: './out',\n  `, ''));
  expect(code).toBe(0);
  const { '.git/HEAD': head, ...files } = built('served');
  expect(head).toBeDefined();
  expect(files).toEqual(first);
});
