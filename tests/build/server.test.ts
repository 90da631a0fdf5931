import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { frontmatter, makeSite } from '../support/site.ts';
import type { Site } from '../support/site.ts';

/** A site with a server: what is drawn in a build answers there, and an archive is drawn when it is asked for. */

const settings = (more: string, output: string) => `import node from '@astrojs/node';
import { defineConfig } from 'astro/config';
import nutgraf from 'nutgraf';

export default defineConfig({
  site: 'https://news.example',
  integrations: [nutgraf({ name: 'The Example', guide: false, licence: { name: 'CC BY 4.0', url: 'https://creativecommons.org/licenses/by/4.0/' }${more} })],
${output}});
`;

const story = (year: number) =>
  `${frontmatter('sources:\n  wire: { outlet: reuters }\n').replace('2026-01-08', `${year}-03-04`)}\nIn ${year}, according to <Source id="wire" />.\n`;
const content = {
  'content/explainers/recent.mdx': story(2026),
  'content/explainers/old.mdx': story(2015),
};

let whole: Site;
let site: Site;
let server: ChildProcess | undefined;
let url = '';

beforeAll(async () => {
  whole = makeSite({ ...content, 'astro.config.mjs': settings('', '') });
  site = makeSite({
    ...content,
    'astro.config.mjs': settings(
      `, archive: { before: '2020-01-01' }`,
      `  output: 'server',\n  adapter: node({ mode: 'standalone' }),\n`,
    ),
  });
  for (const one of [whole, site]) expect((await one.build()).output).toContain('Complete!');
  const port = await freePort();
  url = `http://127.0.0.1:${port}`;
  server = spawn(process.execPath, [join(site.root, 'dist/server/entry.mjs')], {
    cwd: site.root,
    env: { ...process.env, HOST: '127.0.0.1', PORT: String(port), NODE_ENV: 'production' },
    stdio: 'ignore',
  });
  for (let turn = 0; turn < 100; turn += 1) {
    if (await fetch(url).then(Boolean, () => false)) return;
    await setTimeout(100);
  }
});

afterAll(async () => {
  if (server?.kill()) await once(server, 'exit');
  whole?.dispose();
  site?.dispose();
});

async function freePort(): Promise<number> {
  const probe = createServer().listen(0, '127.0.0.1');
  await once(probe, 'listening');
  const { port } = probe.address() as { port: number };
  probe.close();
  return port;
}

const at = (path: string) => fetch(`${url}${path}`);

describe('a site with a server', () => {
  test('has everything but the archive on disk, and every page answers', async () => {
    expect(site.has('dist/client/recent/index.html')).toBe(true);
    expect(site.has('dist/client/recent.md')).toBe(true);
    expect(site.has('dist/client/old/index.html')).toBe(false);
    expect(site.has('dist/client/old.md')).toBe(false);
    for (const path of ['/', '/recent/', '/topics/cities/', '/archive/2015/03/', '/atom.xml', '/sitemap-index.xml'])
      expect([path, (await at(path)).status]).toEqual([path, 200]);
  });

  test.each([
    ['/old/', 'dist/old/index.html', 'text/html'],
    ['/lite/old/', 'dist/lite/old/index.html', 'text/html; charset=utf-8'],
    ['/old.md', 'dist/old.md', 'text/markdown; charset=utf-8'],
    ['/old.txt', 'dist/old.txt', 'text/plain; charset=utf-8'],
    ['/old/email.html', 'dist/old/email.html', 'text/html; charset=utf-8'],
    ['/republish/old/', 'dist/republish/old/index.html', 'text/html'],
    ['/republish/old/story.json', 'dist/republish/old/story.json', 'application/json; charset=utf-8'],
  ])('%s is drawn when it is asked for, as a build would', async (path, file, type) => {
    const response = await at(path);
    expect(response.status).toBe(200);
    expect(response.headers.get('content-type')).toBe(type);
    expect(response.headers.get('cache-control')).toContain('s-maxage=3600');
    expect(await response.text()).toBe(whole.read(file));
  });

  test('lists and feeds have the archive', async () => {
    expect(await (await at('/archive/2015/03/')).text()).toContain('href="/old/"');
    expect(await (await at('/sitemap-stories.xml')).text()).toContain('https://news.example/old/');
  });

  test.each(['/older/', '/old.pdf', '/republish/none/'])('%s is not found', async (path) => {
    const response = await at(path);
    expect(response.status).toBe(404);
    expect(await response.text()).toContain('The Example');
  });
});
