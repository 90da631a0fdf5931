import { cpSync, readFileSync, rmSync } from 'node:fs';
import { join, relative } from 'node:path';
import { buildSync } from 'esbuild';
import { common, finish, lib, manifest, source, stage, write } from './stage.ts';

/** What is published for those who do not have Nutgraf yet: its start, and an editor’s extension. */

/** Of `create-nutgraf`, a package without dependencies: `npm create` runs it before anything is installed. */
const ofCreate = ['commands/create.ts', 'commands/create/newsroom.ts', 'commands/ask.ts', 'schema/looks.ts'];

/** Moves what makes a newsroom into a package of its own; `init` uses some of it as well. */
export function stageCreate(): void {
  const to = join(stage, 'create-nutgraf');
  for (const file of ofCreate) {
    const script = join(lib, file.replace(/ts$/, 'js'));
    write(join(to, 'lib', relative(lib, script)), readFileSync(script, 'utf8'));
    if (file === ofCreate[0]) rmSync(script);
  }
  cpSync(join(lib, 'commands/create/story.mdx'), join(to, 'lib/commands/create/story.mdx'));
  const { version, peerDependencies } = manifest();
  finish(to, {
    name: 'create-nutgraf',
    description: 'Makes a newsroom with Nutgraf, an Astro theme for explainer journalism: npm create nutgraf@latest.',
    ...common(),
    bin: { 'create-nutgraf': './lib/commands/create.js' },
    files: ['lib'],
    newsroom: { astro: peerDependencies['astro'], nutgraf: `^${version}` },
  });
}

/** Puts the extension for VS Code and its library into one file: an editor installs nothing. */
export function stageExtension(): void {
  const from = join(source, 'commands/vscode');
  const to = join(stage, 'vscode');
  buildSync({
    entryPoints: [join(from, 'extension.ts')],
    outfile: join(to, 'extension.js'),
    bundle: true,
    platform: 'node',
    format: 'cjs',
    external: ['vscode'],
    minify: true,
    logLevel: 'error',
  });
  cpSync(join(from, 'README.md'), join(to, 'README.md'));
  const { version, license } = common();
  finish(to, {
    name: 'nutgraf',
    displayName: 'Nutgraf',
    description: 'Explainers with Nutgraf: mistakes, completion and names, as you type.',
    publisher: 'nutgraf',
    version,
    license,
    categories: ['Programming Languages', 'Linters'],
    engines: { vscode: '^1.91.0' },
    main: './extension.js',
    activationEvents: ['workspaceContains:**/astro.config.mjs'],
    contributes: { languages: [{ id: 'mdx', extensions: ['.mdx'], aliases: ['MDX'] }] },
  });
}
