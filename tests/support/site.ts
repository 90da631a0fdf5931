import { execFile } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const repository = fileURLToPath(new URL('../../', import.meta.url));
const astro = join(repository, 'node_modules/astro/bin/astro.mjs');

/** A whole site of its own, built for real. It lies in the repository, where `nutgraf` means this one. */
export interface Site {
  root: string;
  /** Writes or replaces a file. */
  write(path: string, contents: string | Buffer): void;
  remove(path: string): void;
  /** A file of the site, for example `dist/story/index.html`. */
  read(path: string): string;
  has(path: string): boolean;
  /**
   * Runs `astro build` as a newsroom would.
   *
   * @param env for example `{ NUTGRAF_NOW: '2026-03-01' }`, to set the clock.
   * @param args for example `--verbose`, for a line of each page.
   */
  build(env?: Record<string, string>, ...args: string[]): Promise<{ code: number; output: string }>;
  /** Runs a command of `nutgraf` in its folder. */
  nutgraf(...args: string[]): Promise<{ code: number; output: string }>;
  dispose(): void;
}

/** What a newsroom has at the least. No guide: with all components, it takes a sixth of a build. */
const least: Record<string, string> = {
  'astro.config.mjs': `import { defineConfig } from 'astro/config';
import nutgraf from 'nutgraf';

export default defineConfig({
  site: 'https://news.example',
  integrations: [nutgraf({ name: 'The Example', guide: false })],
});
`,
  'src/content.config.ts': `export { collections } from 'nutgraf/collections';\n`,
  'content/outlets/reuters.yaml': 'name: Reuters\nkind: agency\n',
  'content/people/jane-doe.yaml':
    'name: Jane Doe\nroles:\n  - { title: Mayor, from: 2020-01-01, to: 2023-12-31 }\n  - { title: Governor, from: 2024-01-01 }\n',
  'content/authors/desk.yaml': 'name: The Desk\ndesk: true\n',
  'content/topics/cities.yaml': 'name: Cities\n',
};

/** The frontmatter of a story without a fault; `more` goes below it. */
export const frontmatter = (more = ''): string => `---
headline: A headline
description: A sentence about the story.
published: 2026-01-08
authors: [desk]
topics: [cities]
${more}---
`;

/** Makes a site of the least that a newsroom has, and these files. */
export function makeSite(files: Record<string, string | Buffer> = {}): Site {
  mkdirSync(join(repository, 'tests/.sites'), { recursive: true });
  const root = mkdtempSync(join(repository, 'tests/.sites/site-'));
  const site: Site = {
    root,
    write(path, contents) {
      mkdirSync(dirname(join(root, path)), { recursive: true });
      writeFileSync(join(root, path), contents);
    },
    remove: (path) => rmSync(join(root, path)),
    read: (path) => readFileSync(join(root, path), 'utf8'),
    has: (path) => existsSync(join(root, path)),
    build: (env, ...args) => run(astro, ['build', '--root', root, ...args], root, env),
    nutgraf: (...args) => run(join(repository, 'src/commands/nutgraf.ts'), args, root),
    dispose: () => rmSync(root, { recursive: true, force: true }),
  };
  for (const [path, contents] of Object.entries({ ...least, ...files })) site.write(path, contents);
  return site;
}

/** Runs a script with this Node, and waits for what it says. */
export function run(
  script: string,
  args: string[],
  cwd: string,
  more: Record<string, string> = {},
): Promise<{ code: number; output: string }> {
  const env = {
    ...process.env,
    ASTRO_TELEMETRY_DISABLED: '1',
    NO_COLOR: '1',
    FORCE_COLOR: '0',
    NODE_ENV: 'production',
    VITEST: '',
    ...more,
  };
  return new Promise((resolve) => {
    execFile(process.execPath, [script, ...args], { cwd, env, maxBuffer: 1 << 26 }, (error, stdout, stderr) => {
      resolve({ code: error ? Number(error.code ?? 1) : 0, output: stdout + stderr });
    });
  });
}
