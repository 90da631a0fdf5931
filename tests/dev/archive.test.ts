import { statSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { startDev } from '../support/dev.ts';
import type { DevServer } from '../support/dev.ts';
import { frontmatter, makeSite } from '../support/site.ts';
import type { Site } from '../support/site.ts';

/** What a dev server of an archive does for one page: counted, as it must not grow with the archive. */

let site: Site;
let server: DevServer;

const stories = 20;
const story = (words: string) =>
  `${frontmatter('sources:\n  wire: { outlet: reuters }\n')}\n${words}, according to <Source id="wire" />.\n\n![A square](./square.png)\n`;
const square = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
);

beforeAll(async () => {
  site = makeSite({
    'astro.config.mjs': `import { defineConfig } from 'astro/config';
import nutgraf from 'nutgraf';

const made = {
  name: 'made',
  hooks: {
    'astro:server:setup': ({ server }) =>
      server.middlewares.use('/made', (request, response) =>
        response.end(String(globalThis[Symbol.for('nutgraf.live-entries')].made)),
      ),
  },
};

export default defineConfig({
  site: 'https://news.example',
  integrations: [nutgraf({ name: 'The Example', guide: false }), made],
});
`,
    'content/explainers/square.png': square,
    ...Object.fromEntries(
      Array.from({ length: stories }, (_, number) => [`content/explainers/story-${number}.mdx`, story('Words')]),
    ),
  });
  server = await startDev(site);
});

afterAll(async () => {
  await server?.stop();
  site?.dispose();
});

const made = async () => Number(await server.page('/made'));
const eventually = { timeout: 30_000, interval: 50 };

test('each story is made once for all pages, a changed one alone, all when what they share has changed', async () => {
  expect(await server.page('/story-1/')).toContain('Words');
  expect(await server.page('/story-2/')).toContain('square');
  await server.page('/');
  await server.page('/atom.xml');
  expect(await made()).toBe(stories);

  const saved = Date.now();
  await server.save('content/explainers/story-1.mdx', story('Other words'));
  await expect.poll(() => server.page('/story-1/'), eventually).toContain('Other words');
  expect(await server.page('/')).toContain('story-1');
  expect(await made()).toBe(stories + 1);

  // Half a second later Astro writes its store, and Vite loads anew what reads it.
  await expect
    .poll(() => statSync(join(site.root, '.astro/data-store.json')).mtimeMs, eventually)
    .toBeGreaterThan(saved);
  expect(await server.page('/story-2/')).toContain('square');
  expect(await made()).toBe(stories + 1);

  await server.save('content/outlets/reuters.yaml', 'name: Reuters News\nkind: agency\n');
  await expect.poll(() => server.page('/story-3/'), eventually).toContain('Reuters News');
  expect(await made()).toBe(2 * stories + 1);
});
