import { execFileSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { dependenciesOf, packAll } from '../support/packed.ts';

/**
 * `npm run starts`: from an empty folder to a built story, and from a blog of Astro’s kind to a story beside its posts.
 * Types the README’s commands, with the packages as they would be published, and says how many and how long.
 */

const repository = fileURLToPath(new URL('../../', import.meta.url));
const folder = mkdtempSync(join(tmpdir(), 'nutgraf-start-'));
const npm = (args: string[], cwd: string) => execFileSync('npm', args, { cwd, encoding: 'utf8', stdio: 'pipe' });

/** A blog as `npm create astro` makes it: posts in a collection, MDX, a sitemap. */
const blog: Record<string, string> = {
  'package.json': JSON.stringify({
    name: 'blog',
    type: 'module',
    scripts: { dev: 'astro dev', build: 'astro build' },
    dependencies: { astro: '', '@astrojs/mdx': '^8.0.2', '@astrojs/sitemap': '^3.7.4' },
  }),
  'astro.config.mjs': `// @ts-check
import mdx from '@astrojs/mdx';
import sitemap from '@astrojs/sitemap';
import { defineConfig } from 'astro/config';

// https://astro.build/config
export default defineConfig({
  site: 'https://example.com',
  integrations: [mdx(), sitemap()],
});
`,
  'src/content.config.ts': `import { defineCollection } from 'astro:content';
import { glob } from 'astro/loaders';
import { z } from 'astro/zod';

const blog = defineCollection({
  loader: glob({ base: './src/content/blog', pattern: '**/*.{md,mdx}' }),
  schema: z.object({ title: z.string(), pubDate: z.coerce.date() }),
});

export const collections = { blog };
`,
  'src/content/blog/first-post.md': '---\ntitle: First post\npubDate: 2026-01-08\n---\n\nHello.\n',
  'src/content/blog/using-mdx.mdx': '---\ntitle: Using MDX\npubDate: 2026-01-09\n---\n\n{1 + 2} things.\n',
  'src/pages/index.astro': '<html lang="en"><head><title>Blog</title></head><body><h1>Blog</h1></body></html>\n',
  'src/pages/blog/[...slug].astro': `---
import { getCollection, render } from 'astro:content';

export const getStaticPaths = async () =>
  (await getCollection('blog')).map((post) => ({ params: { slug: post.id }, props: post }));

const { Content } = await render(Astro.props);
---

<html lang="en"><head><title>{Astro.props.data.title}</title></head><body><Content /></body></html>
`,
};

const packed = packAll(folder);
const { version } = JSON.parse(readFileSync(join(repository, 'node_modules/astro/package.json'), 'utf8')) as {
  version: string;
};

/** Not on npm yet: the packed file stands for what a registry would send. */
function pointToPacked(site: string): void {
  const file = join(site, 'package.json');
  const manifest = JSON.parse(readFileSync(file, 'utf8')) as Record<
    'dependencies' | 'devDependencies',
    Record<string, string>
  >;
  Object.assign(manifest.dependencies, dependenciesOf(packed));
  manifest.devDependencies = {};
  writeFileSync(file, JSON.stringify(manifest, null, 2));
}

let faults = 0;

/** Types commands, one after the other, and looks for files. */
function start(what: string, site: string, commands: (() => void)[], made: string[]): void {
  const began = performance.now();
  try {
    for (const command of commands) command();
  } catch (error) {
    const { stdout = '', stderr = '' } = error as { stdout?: string; stderr?: string };
    console.error(stdout + stderr);
  }
  const missing = made.filter((file) => !existsSync(join(site, 'dist', file)));
  faults += missing.length;
  const seconds = Math.round((performance.now() - began) / 1000);
  console.log(
    `${what}: ${missing.length ? `lacks ${missing.join(', ')}` : 'built'}, ${commands.length} commands, ${seconds} s`,
  );
}

/** What is typed when a site has Nutgraf. */
const installAndBuild = (site: string): (() => void)[] => [
  () => {
    pointToPacked(site);
    npm(['install', '--no-audit', '--no-fund'], site);
  },
  () => npm(['run', 'build'], site),
];

const desk = join(folder, 'desk');
start(
  'From an empty folder to a story',
  desk,
  [
    () =>
      npm(
        ['exec', '--yes', '--package', packed['create-nutgraf'].file, '--', 'create-nutgraf', 'desk', '--yes'],
        folder,
      ),
    ...installAndBuild(desk),
  ],
  ['index.html', 'how-a-story-is-made/index.html', 'how-a-story-is-made.md'],
);

const site = join(folder, 'blog');
for (const [path, text] of Object.entries(blog)) {
  mkdirSync(dirname(join(site, path)), { recursive: true });
  writeFileSync(join(site, path), text.replace('"astro":""', `"astro":"${version}"`));
}
npm(['install', '--no-audit', '--no-fund'], site);
npm(['run', 'build'], site);
cpSync(join(site, 'dist/blog/first-post/index.html'), join(folder, 'before.html'));
start(
  'From a blog to a story beside its posts',
  site,
  [
    () =>
      npm(
        [
          'exec',
          '--yes',
          '--package',
          packed.nutgraf.file,
          '--package',
          packed['nutgraf-languages'].file,
          '--',
          'nutgraf',
          'init',
          '--yes',
        ],
        site,
      ),
    ...installAndBuild(site),
  ],
  [
    'index.html',
    'blog/first-post/index.html',
    'blog/using-mdx/index.html',
    'explainers/how-a-story-is-made/index.html',
  ],
);
const after = join(site, 'dist/blog/first-post/index.html');
if (!existsSync(after) || readFileSync(after, 'utf8') !== readFileSync(join(folder, 'before.html'), 'utf8')) {
  faults += 1;
  console.error('A post of the blog is not as it was.');
}
rmSync(folder, { recursive: true, force: true });
process.exitCode = faults ? 1 : 0;
