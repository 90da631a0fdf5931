import { mkdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { frontmatter, makeSite } from '../support/site.ts';
import type { Site } from '../support/site.ts';

const story = (text = 'Words.') => `${frontmatter()}\n${text}\n`;

/** What was left out in silence, and what a message names. */
const lost: Record<string, string> = {
  'explainers/#x/index.mdx': 'explainers/#x',
  'explainers/?x/index.mdx': 'explainers/?x',
  'explainers/..a/index.mdx': 'explainers/..a',
  'explainers/a\nb/index.mdx': 'explainers/a b',
  'explainers/caf\u00E9.mdx': 'explainers/caf\u00E9.mdx',
  'explainers/cafe\u0301.mdx': 'explainers/caf\u00E9.mdx',
  'explainers/one.md': 'explainers/one.md',
  'explainers/X.MDX': 'explainers/X.MDX',
  'explainers/x.md': 'explainers/x.md',
  'explainers/x.mdx.txt': 'explainers/x.mdx.txt',
  'explainers/back\\slash.mdx': 'explainers/back\\slash.mdx',
  'explainers/%2e%2e.mdx': 'explainers/%2e%2e.mdx',
  'explainers/CON.mdx': 'explainers/CON.mdx',
  'explainers/_astro.mdx': 'explainers/_astro.mdx',
  'explainers/pagefind.mdx': 'explainers/pagefind.mdx',
  'explainer/two/index.mdx': 'explainer',
  'outlets/b.YAML': 'outlets/b.YAML',
  'outlets/eu/b.yaml': 'outlets/eu/b.yaml',
};

let site: Site;

const plant = (name: string, contents: string) => {
  mkdirSync(dirname(join(site.root, 'content', name)), { recursive: true });
  writeFileSync(join(site.root, 'content', name), contents);
};

beforeAll(async () => {
  site = makeSite({ 'content/explainers/one/index.mdx': story() });
  expect(await site.build()).toMatchObject({ code: 0 });
});
afterAll(() => site.dispose());

describe('as many out as in', () => {
  test('what was left out in silence stops a build that names it, and the former site stays', async () => {
    for (const name of Object.keys(lost)) plant(name, name.includes('outlets') ? 'name: B\nkind: agency\n' : story());
    symlinkSync(join(site.root, 'src'), join(site.root, 'content/explainers/linked'));
    const { code, output } = await site.build();
    for (const name of Object.keys(lost))
      rmSync(join(site.root, 'content', name.split('/').slice(0, 2).join('/')), { recursive: true, force: true });
    rmSync(join(site.root, 'content/explainers/linked'));
    rmSync(join(site.root, 'content/explainer'), { recursive: true, force: true });

    const errors = [...output.matchAll(/^(?:.*\[nutgraf\] )?content\/(.+?):1:1 {2}error {2}/gm)].map(
      ([, file]) => file,
    );
    expect([...new Set(errors)].sort()).toEqual([...new Set([...Object.values(lost), 'explainers/linked'])].sort());
    expect(code).toBe(1);
    expect(site.has('dist/one/index.html')).toBe(true);
  });

  test('a page of the site’s own in the place of a story is an error', async () => {
    site.write('src/pages/one.astro', '<p>Another page</p>\n');
    const { code, output } = await site.build();
    rmSync(join(site.root, 'src/pages'), { recursive: true });
    expect(output).toContain(
      'content/explainers/one/index.mdx:1:1  error  Unexpected second page at “/one/”, src/pages/one.astro: expected only one of the two.  [address-free]',
    );
    expect(code).toBe(1);
  });

  test('a story whose page was not written is an error, and the former site stays', async () => {
    site.write(
      'src/middleware.ts',
      `export const onRequest = ({ url }, next) => (url.pathname === '/one/' ? new Response(null) : next());\n`,
    );
    const { code, output } = await site.build();
    site.remove('src/middleware.ts');
    expect(output).toContain(
      'content/explainers/one/index.mdx:1:1  error  Missing page “/one/” in what was built: expected every text that is due.  [page-written]',
    );
    expect(code).toBe(1);
    expect(site.has('dist/one/index.html')).toBe(true);
  });
});
