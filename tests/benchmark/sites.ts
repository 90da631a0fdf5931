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
import { names } from './plain/src/names.ts';
import { idOf, storyOf } from './stories.ts';

const repository = fileURLToPath(new URL('../../', import.meta.url));
const plainSite = fileURLToPath(new URL('plain/', import.meta.url));

/** A site of one kind, with the same stories as the other kind. */
export interface Site {
  name: string;
  root: string;
  /** Takes away what earlier builds left behind. */
  clean(): void;
  /** Turns on Astro’s incremental build. */
  makeIncremental(): void;
  /** Adds a paragraph to a story. @returns whether the built page has it. */
  change(story: number): () => boolean;
  /** What is in the file of a story. */
  read(story: number): string;
  /** How many stories have a page. */
  pages: () => number;
  dispose(): void;
}

/** A Nutgraf site, and a site of plain Astro MDX. They lie in the repository, where `nutgraf` means this one. */
export function makeSites(stories: number): { nutgraf: Site; plain: Site } {
  return {
    nutgraf: makeSite('Nutgraf', stories, (root) => {
      write(root, 'astro.config.mjs', nutgrafConfig);
      write(root, 'src/content.config.ts', `export { collections } from 'nutgraf/collections';\n`);
      const kinds: Record<string, string> = { outlets: 'kind: newspaper\n' };
      for (const [registry, entries] of Object.entries(names)) {
        for (const [id, name] of Object.entries(entries))
          write(root, `content/${registry}/${id}.yaml`, `name: ${name}\n${kinds[registry] ?? ''}`);
      }
    }),
    plain: makeSite('Plain Astro MDX', stories, (root) => cpSync(plainSite, root, { recursive: true })),
  };
}

const nutgrafConfig = `import { defineConfig } from 'astro/config';
import nutgraf from 'nutgraf';

export default defineConfig({
  site: 'https://news.example',
  integrations: [nutgraf({ name: 'The Example' })],
});
`;

function makeSite(name: string, stories: number, fill: (root: string) => void): Site {
  mkdirSync(join(repository, 'tests/.sites'), { recursive: true });
  const folder = mkdtempSync(join(repository, 'tests/.sites/benchmark-'));
  const root = join(folder, 'site');
  fill(root);
  for (let number = 1; number <= stories; number += 1) write(root, fileOf(number), storyOf(number));
  return {
    name,
    root,
    clean() {
      // Moved away: some file systems (ext4) are slow to make files for a while after thousands were deleted.
      const old = mkdtempSync(join(folder, 'old-'));
      for (const made of ['dist', '.astro', 'node_modules']) {
        if (existsSync(join(root, made))) renameSync(join(root, made), join(old, made));
      }
    },
    makeIncremental() {
      const config = readFileSync(join(root, 'astro.config.mjs'), 'utf8');
      write(
        root,
        'astro.config.mjs',
        config.replace('  integrations:', '  experimental: { incrementalBuild: true },\n  integrations:'),
      );
    },
    change(number) {
      const words = `Changed ${performance.now()}`;
      write(root, fileOf(number), `${readFileSync(join(root, fileOf(number)), 'utf8')}\n${words}\n`);
      return () => readFileSync(join(root, 'dist', idOf(number), 'index.html'), 'utf8').includes(words);
    },
    read: (number) => readFileSync(join(root, fileOf(number)), 'utf8'),
    pages: () =>
      readdirSync(join(root, 'dist')).filter((page) => page.startsWith(idOf(0).slice(0, -1)) && !page.includes('.'))
        .length,
    dispose: () => rmSync(folder, { recursive: true, force: true }),
  };
}

const fileOf = (number: number) => `content/explainers/${idOf(number)}.mdx`;

function write(root: string, path: string, contents: string): void {
  mkdirSync(dirname(join(root, path)), { recursive: true });
  writeFileSync(join(root, path), contents);
}
