import { cpSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { frontmatter, makeSite } from '../support/site.ts';
import type { Site } from '../support/site.ts';

/** An archive that several machines build: put together, it is what one machine makes. */

let site: Site;
let parts: string;

const PARTS = 2;
const square = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
);

/** What a machine starts with and what it leaves. */
const made = ['dist', '.astro', 'node_modules'];

const contents = (): Map<string, string> =>
  new Map(
    readdirSync(join(site.root, 'dist'), { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name).slice(site.root.length))
      .sort()
      .map((file) => [file, site.read(file)]),
  );

beforeAll(() => {
  parts = mkdtempSync(join(tmpdir(), 'nutgraf-parts-'));
  site = makeSite({
    'content/explainers/square.png': square,
    ...Object.fromEntries(
      Array.from({ length: 6 }, (_, number) => [
        `content/explainers/story-${number}.mdx`,
        `${frontmatter('sources:\n  wire: { outlet: reuters }\n')}\nWords of ${number}, according to <Source id="wire" />.\n\n![A square](./square.png)\n`,
      ]),
    ),
  });
});

afterAll(() => {
  site?.dispose();
  rmSync(parts, { recursive: true, force: true });
});

const clean = () => {
  for (const folder of made) rmSync(join(site.root, folder), { recursive: true, force: true });
};

test('parts, put together, are the site that one machine builds, to the byte; and no story is made twice', async () => {
  expect((await site.build()).output).toContain('Complete!');
  const whole = contents();

  for (let number = 1; number <= PARTS; number += 1) {
    clean();
    const { output } = await site.build({ NUTGRAF_SHARD: `${number}/${PARTS}` });
    expect(output).toContain('Complete!');
    for (const folder of made)
      cpSync(join(site.root, folder), join(parts, String(number), folder), { recursive: true });
  }
  clean();
  const folders = Array.from({ length: PARTS }, (_, index) => join(parts, String(index + 1)));
  const stories = folders.map((folder) => readdirSync(join(folder, 'dist')).filter((name) => /^story-\d$/.test(name)));
  expect(stories.flat().toSorted()).toEqual(Array.from({ length: 6 }, (_, number) => `story-${number}`));
  expect(stories.every(({ length }) => length)).toBe(true);

  expect((await site.nutgraf('join', ...folders)).code).toBe(0);
  expect((await site.build()).output).toContain('Complete!');
  expect(contents()).toEqual(whole);
  expect(site.read('node_modules/.astro/nutgraf/made.txt')).not.toMatch(/story-\d/);
  // Four builds of a site.
}, 300_000);

test('a folder without a build is told of, and nothing is put together', async () => {
  clean();
  const { code, output } = await site.nutgraf('join', parts);
  expect(code).toBe(2);
  expect(output).toContain(
    `Unexpected “${parts}”: expected folders that each have dist/ and node_modules/.astro/nutgraf/published.json of a build.`,
  );
  expect(site.has('dist')).toBe(false);
});
