import { execFileSync } from 'node:child_process';
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { RARE, names } from './plain/src/names.ts';
import { asMarkdown, files, idOf, storyOf } from './stories.ts';

const repository = fileURLToPath(new URL('../../', import.meta.url));
const plainSite = fileURLToPath(new URL('plain/', import.meta.url));
const astro = join(repository, 'node_modules/astro/bin/astro.mjs');

/** A site of one kind, with the same stories as those of the other kinds. */
export interface Site {
  name: string;
  root: string;
  /** What builds it: a script for Node, or a program. */
  command: string[];
  /** Takes away what earlier builds left behind. */
  clean(): void;
  /** Makes it use what it has to build only what has changed. */
  makeIncremental(): void;
  /** Adds a paragraph to a story. @returns whether the built page has it. */
  change(story: number): () => boolean;
  /** Gives the outlet that a tenth of the stories cite another name. @returns whether a story’s page has it. */
  changeOutlet?(): () => boolean;
  /** Changes the drawing of a component that a tenth of the stories use. @returns whether a page has it. */
  changeComponent?(): () => boolean;
  /** What is in the file of a story. */
  read(story: number): string;
  /** How many stories have a page. */
  pages(): number;
  /** How many files there are. */
  files(): number;
  dispose(): void;
}

/** What is measured beside Nutgraf. */
export const peers = ['astro', 'eleventy', 'hugo'] as const;

export type Peer = (typeof peers)[number];

/** A Nutgraf site. It lies in the repository, where `nutgraf` means this one. */
export function nutgrafSite(stories: number): Site {
  const site = makeSite('Nutgraf', stories, [astro, 'build'], (root) => {
    write(root, 'astro.config.mjs', nutgrafConfig);
    write(root, 'src/content.config.ts', `export { collections } from 'nutgraf/collections';\n`);
    write(root, `src/nutgraf/Aside/contract.ts`, asideContract);
    write(root, `src/nutgraf/Aside/plain.ts`, 'export default (_props: object, children: object[]) => children;\n');
    write(root, `src/nutgraf/Aside/Aside.astro`, '<aside>\n  <slot />\n</aside>\n');
    const kinds: Record<string, string> = { outlets: 'kind: newspaper\n' };
    for (const [registry, entries] of Object.entries(names)) {
      for (const [id, name] of Object.entries(entries))
        write(root, `content/${registry}/${id}.yaml`, `name: ${name}\n${kinds[registry] ?? ''}`);
    }
  });
  const rarePage = () => readFileSync(join(site.root, 'dist', idOf(10), 'index.html'), 'utf8');
  return {
    ...site,
    changeOutlet() {
      const name = `Outlet ${stamp()}`;
      write(site.root, `content/outlets/${RARE}.yaml`, `name: ${name}\nkind: newspaper\n`);
      return () => rarePage().includes(name);
    },
    changeComponent() {
      const mark = stamp();
      write(site.root, 'src/nutgraf/Aside/Aside.astro', `<aside data-mark="${mark}">\n  <slot />\n</aside>\n`);
      return () => rarePage().includes(mark);
    },
  };
}

/** A site that others build. @returns nothing where what builds it is not on this machine. */
export function peerSite(peer: Peer, stories: number): Site | undefined {
  switch (peer) {
    case 'astro':
      return makeSite('Plain Astro MDX', stories, [astro, 'build'], (root) =>
        cpSync(plainSite, root, { recursive: true }),
      );
    case 'eleventy': {
      const command = fileURLToPath(new URL('../cmd.cjs', import.meta.resolve('@11ty/eleventy')));
      return makeSite('Eleventy', stories, [command, '--quiet'], fillEleventy, 'md');
    }
    case 'hugo': {
      const isHere = canRun('hugo', 'version');
      return isHere
        ? makeSite('Hugo', stories, ['hugo', '--quiet', '--destination', 'dist'], fillHugo, 'md')
        : undefined;
    }
  }
}

const nutgrafConfig = `import { defineConfig } from 'astro/config';
import nutgraf from 'nutgraf';

export default defineConfig({
  site: 'https://news.example',
  integrations: [nutgraf({ name: 'The Example' })],
});
`;

const asideContract = `import { z } from 'astro/zod';
import { defineContract } from 'nutgraf/contract';

export default defineContract({
  name: 'Aside', purpose: 'A remark.', place: 'part', holds: 'flow', example: '', props: z.object({}),
});
`;

const head = (title: string) =>
  `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>${title}</title></head>`;

function fillEleventy(root: string): void {
  write(
    root,
    'eleventy.config.js',
    `export const config = { dir: { input: 'content', output: 'dist', includes: '../layouts' } };
export default (eleventy) => {
  eleventy.setUseGitIgnore(false);
  eleventy.addGlobalData('layout', 'story.njk');
};
`,
  );
  write(root, 'package.json', '{ "type": "module" }\n');
  write(root, 'content/explainers/explainers.json', '{ "permalink": "/{{ page.fileSlug }}/" }\n');
  write(
    root,
    'layouts/story.njk',
    `${head('{{ headline }}')}<body><h1>{{ headline }}</h1><p>{{ description }}</p>{{ content | safe }}</body></html>\n`,
  );
}

function fillHugo(root: string): void {
  write(
    root,
    'config.toml',
    `baseURL = 'https://news.example/'\ndisableKinds = ['taxonomy', 'term', 'RSS', 'sitemap']\n[permalinks]\nexplainers = '/:filename/'\n`,
  );
  write(
    root,
    'layouts/_default/single.html',
    `${head('{{ .Params.headline }}')}<body><h1>{{ .Params.headline }}</h1><p>{{ .Params.description }}</p>{{ .Content }}</body></html>\n`,
  );
  write(
    root,
    'layouts/_default/list.html',
    `${head('Stories')}<body>{{ range .Pages }}<a href="{{ .RelPermalink }}">{{ .Params.headline }}</a>{{ end }}</body></html>\n`,
  );
}

function makeSite(
  name: string,
  stories: number,
  command: string[],
  fill: (root: string) => void,
  ending: 'mdx' | 'md' = 'mdx',
): Site {
  mkdirSync(join(repository, 'tests/.sites'), { recursive: true });
  const folder = mkdtempSync(join(repository, 'tests/.sites/benchmark-'));
  const root = join(folder, 'site');
  const fileOf = (number: number) => `content/explainers/${idOf(number)}.${ending}`;
  const source = ending === 'md' ? (number: number) => asMarkdown(storyOf(number)) : storyOf;
  fill(root);
  for (let number = 1; number <= stories; number += 1) write(root, fileOf(number), source(number));
  for (const [file, contents] of Object.entries(files)) write(root, `content/explainers/${file}`, contents);
  return {
    name,
    root,
    command,
    clean() {
      // Moved away: some file systems (ext4) are slow to make files for a while after thousands were deleted.
      const old = mkdtempSync(join(folder, 'old-'));
      for (const made of ['dist', '.astro', 'node_modules', 'resources', '.nutgraf']) {
        if (existsSync(join(root, made))) renameSync(join(root, made), join(old, made));
      }
    },
    makeIncremental() {
      if (name !== 'Plain Astro MDX') return;
      const config = readFileSync(join(root, 'astro.config.mjs'), 'utf8');
      write(
        root,
        'astro.config.mjs',
        config.replace('  integrations:', '  experimental: { incrementalBuild: true },\n  integrations:'),
      );
    },
    change(number) {
      const words = `Changed ${stamp()}`;
      write(root, fileOf(number), `${readFileSync(join(root, fileOf(number)), 'utf8')}\n${words}\n`);
      return () => readFileSync(join(root, 'dist', idOf(number), 'index.html'), 'utf8').includes(words);
    },
    read: (number) => readFileSync(join(root, fileOf(number)), 'utf8'),
    pages: () =>
      readdirSync(join(root, 'dist')).filter((page) => page.startsWith(idOf(0).slice(0, -1)) && !page.includes('.'))
        .length,
    files: () =>
      readdirSync(join(root, 'dist'), { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile())
        .length,
    dispose: () => rmSync(folder, { recursive: true, force: true }),
  };
}

/** Words that were never written before. */
const stamp = () => String(performance.timeOrigin + performance.now());

function canRun(program: string, ...args: string[]): boolean {
  try {
    execFileSync(program, args, { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
}

function write(root: string, path: string, contents: string): void {
  mkdirSync(dirname(join(root, path)), { recursive: true });
  writeFileSync(join(root, path), contents);
}
