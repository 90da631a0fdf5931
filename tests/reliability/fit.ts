import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { dependenciesOf, packAll } from '../support/packed.ts';

/**
 * `npm run hosts:fit`: packs Nutgraf, installs it beside what other sites have, and builds each of them: with a server,
 * with MDX, a sitemap, Tailwind, pages and languages of its own, and beside Starlight; once more as pnpm installs them,
 * with the oldest Node that Nutgraf has. Says what does not hold.
 */

const repository = fileURLToPath(new URL('../../', import.meta.url));
const folder = mkdtempSync(join(tmpdir(), 'nutgraf-fit-'));
const npm = (args: string[], cwd: string) => execFileSync('npm', args, { cwd, encoding: 'utf8' });

const story = (topics: string) => `---
headline: The bridge is open
description: A sentence about the story.
published: 2026-01-08
authors: [desk]
topics: [cities]
sources:
  wire: { outlet: reuters }
---

Open, <Source id="wire" /> reported. See [all topics](${topics}).
`;

const settings = (imports: string, fields: string, options = '') => `import { defineConfig } from 'astro/config';
import nutgraf from 'nutgraf';
${imports}
const newsroom = nutgraf({ name: 'The Example', ${options} });
export default defineConfig({ site: 'https://news.example', ${fields} });
`;

interface Host {
  files: Record<string, string>;
  /** What has to stand in which file that was built. */
  holds: [file: string, text: string][];
}

const hosts: Record<string, Host> = {
  'a server below a base': {
    files: {
      'astro.config.mjs': settings(
        `import node from '@astrojs/node';`,
        `output: 'server', adapter: node({ mode: 'standalone' }), base: '/news', integrations: [newsroom]`,
      ),
      'src/pages/hello.astro': '<p>{Astro.request.url}</p>\n',
    },
    holds: [
      ['client/bridge/index.html', '<a href="/news/topics/">all topics</a>'],
      ['client/bridge.md', 'https://news.example/news/topics/'],
    ],
  },
  'pages, MDX, languages, Tailwind and a sitemap of its own': {
    files: {
      'astro.config.mjs': settings(
        `import mdx from '@astrojs/mdx';\nimport sitemap from '@astrojs/sitemap';\nimport tailwind from '@tailwindcss/vite';`,
        `trailingSlash: 'never', build: { format: 'file' }, vite: { plugins: [tailwind()] }, i18n: { locales: ['en', 'es'], defaultLocale: 'en' }, integrations: [newsroom, mdx(), sitemap()]`,
      ),
      'src/pages/hello.mdx': '# Hello\n',
      'src/pages/plain.md': '# Plain\n',
      'src/pages/topics/index.astro': '<p>Our own topics</p>\n',
      'src/pages/wind.astro': `---\nimport '../wind.css';\n---\n<p class="text-3xl">Wind</p>\n`,
      'src/wind.css': '@import "tailwindcss";\n',
    },
    holds: [
      ['topics.html', 'Our own topics'],
      ['hello.html', '<h1 id="hello">Hello</h1>'],
      ['plain.html', '<h1 id="plain">Plain</h1>'],
      ['wind.html', '<link rel="stylesheet"'],
      ['sitemap-index.xml', 'sitemap-0.xml'],
      ['sitemap-index.xml', 'sitemap-stories.xml'],
      ['bridge.html', '<a href="/topics">Topics'],
    ],
  },
  'Starlight, after Nutgraf in its list': {
    files: {
      'astro.config.mjs': settings(
        `import starlight from '@astrojs/starlight';`,
        `integrations: [newsroom, starlight({ title: 'Docs' })]`,
        `prefix: '/explainers/'`,
      ),
      'src/content/docs/index.md': '---\ntitle: Docs\n---\nHello.\n',
      'src/content/docs/more.mdx': `---\ntitle: More\n---\nimport { Card } from '@astrojs/starlight/components';\n\n:::note\nAside.\n:::\n\n<Card title="A card">Words</Card>\n`,
      'src/content.config.ts': `import { defineCollection } from 'astro:content';
import { docsLoader } from '@astrojs/starlight/loaders';
import { docsSchema } from '@astrojs/starlight/schema';
import { collections as nutgraf } from 'nutgraf/collections';
export const collections = { ...nutgraf, docs: defineCollection({ loader: docsLoader(), schema: docsSchema() }) };
`,
    },
    holds: [
      ['more/index.html', 'starlight-aside--note'],
      ['more/index.html', 'A card'],
      ['explainers/bridge/index.html', 'The bridge is open'],
    ],
  },
};

const { version } = JSON.parse(readFileSync(join(repository, 'node_modules/astro/package.json'), 'utf8')) as {
  version: string;
};
const others = {
  astro: version,
  '@astrojs/mdx': '^8.0.2',
  '@astrojs/node': '^11.1.6',
  '@astrojs/sitemap': '^3.7.4',
  '@astrojs/starlight': '^0.42.4',
  '@tailwindcss/vite': '^4.3.5',
  tailwindcss: '^4.3.5',
};
const oldest = `node-${process.platform}-${process.arch}`;
const packed = dependenciesOf(packAll(folder));
const manifest = JSON.stringify({ type: 'module', private: true, dependencies: { ...packed, ...others } });

/** Where packages are installed, by which program, and the Node that builds there. */
const installs: [by: string, install: (folder: string) => void, node: (folder: string) => string][] = [
  [
    'npm, strict',
    (to) => npm(['install', '--install-strategy=linked', '--no-audit', '--no-fund'], to),
    () => process.execPath,
  ],
  [
    'pnpm, Node 22.18',
    (to) => {
      // A registry does not have what Nutgraf depends on either.
      const workspace = { overrides: packed, dangerouslyAllowAllBuilds: true, minimumReleaseAge: 0 };
      writeFileSync(join(to, 'pnpm-workspace.yaml'), JSON.stringify(workspace));
      npm(['exec', '--yes', '--', 'pnpm@12', 'install', '--no-frozen-lockfile'], to);
      npm(['exec', '--yes', '--', 'pnpm@12', 'add', `${oldest}@22.18.0`], to);
    },
    (to) => join(to, 'node_modules', oldest, 'bin/node'),
  ],
];

let faults = 0;
for (const [by, install, node] of installs) {
  const home = mkdtempSync(join(folder, 'home-'));
  writeFileSync(join(home, 'package.json'), manifest);
  install(home);
  for (const [name, { files, holds }] of Object.entries(hosts)) {
    const site = mkdtempSync(join(home, 'site-'));
    const prefix = files['astro.config.mjs']!.includes('prefix') ? '/explainers' : '';
    const all = {
      'package.json': manifest,
      'src/content.config.ts': `export { collections } from 'nutgraf/collections';\n`,
      'content/outlets/reuters.yaml': 'name: Reuters\nkind: agency\n',
      'content/authors/desk.yaml': 'name: The Desk\ndesk: true\n',
      'content/topics/cities.yaml': 'name: Cities\n',
      'content/explainers/bridge.mdx': story(`${prefix}/topics/`),
      ...files,
    };
    for (const [path, text] of Object.entries(all)) {
      mkdirSync(dirname(join(site, path)), { recursive: true });
      writeFileSync(join(site, path), text);
    }
    const missing =
      build(site, home, node(home)) ?? holds.filter(([file, text]) => !read(join(site, 'dist', file)).includes(text));
    const lines = typeof missing === 'string' ? [missing] : missing.map(([file, text]) => `${file} lacks ${text}`);
    faults += lines.length;
    const told = lines.length ? lines.join('\n  ') : `built, ${holds.length} of ${holds.length} hold`;
    console.log(`${name} (${by}): ${told}`);
  }
}
rmSync(folder, { recursive: true, force: true });
process.exitCode = faults ? 1 : 0;

function build(site: string, home: string, node: string): string | undefined {
  try {
    const env = { ...process.env, ASTRO_TELEMETRY_DISABLED: '1', NO_COLOR: '1' };
    const output = execFileSync(node, [join(home, 'node_modules/astro/bin/astro.mjs'), 'build'], {
      cwd: site,
      env,
      encoding: 'utf8',
      stdio: 'pipe',
    });
    return output.includes('defined in both') ? 'two routes at one address' : undefined;
  } catch (error) {
    const { stdout, stderr } = error as { stdout: string; stderr: string };
    return stdout + stderr;
  }
}

function read(path: string): string {
  return existsSync(path) ? readFileSync(path, 'utf8') : '';
}
