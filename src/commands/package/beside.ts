import { readFileSync, readdirSync } from 'node:fs';
import { basename, extname, join, relative } from 'node:path';
import { build } from 'esbuild';
import type { BuildOptions, Plugin } from 'esbuild';
import { common, finish, manifest, root, source, stage, write } from './stage.ts';

/**
 * What is published beside Nutgraf: commands that no build needs, with the libraries that they alone use, and words of
 * languages, which are mended more often than code. Nutgraf finds each by its `imports`.
 */

/** Where in `src/` each is, by what Nutgraf imports; the packages’ names are `nutgraf-import` and so on. */
const places = { '#import': 'commands/import', '#verify': 'commands/verify', '#words': 'strings/words' };

export const isApart = (file: string): boolean =>
  Object.values(places).some((place) => file.startsWith(join(source, `${place}.`)) || file.startsWith(join(source, `${place}/`)));

/** Nutgraf’s `imports`, once the three are packages. */
export const importsOf = { '#import': 'nutgraf-import', '#verify': 'nutgraf-verify', '#words': 'nutgraf-languages' };

/** Whatever is not of the importer is Nutgraf’s own: an importer belongs to one version of it. */
const nutgrafOutside: Plugin = {
  name: 'nutgraf-outside',
  setup({ onResolve }) {
    onResolve({ filter: /^\.{1,2}\// }, ({ path, resolveDir }) => {
      const file = join(resolveDir, path);
      return isApart(file) ? undefined : { path: `nutgraf/internal/${relative(source, file).replace(/\.ts$/, '')}`, external: true };
    });
  },
};

/** Puts a command into one file. @returns the packages that it imports. */
async function bundle(name: string, options: BuildOptions): Promise<string[]> {
  const { metafile } = await build({
    outdir: join(stage, name),
    bundle: true,
    platform: 'node',
    format: 'esm',
    packages: 'external',
    minify: true,
    charset: 'utf8',
    metafile: true,
    logLevel: 'error',
    ...options,
  });
  const imports = Object.values(metafile!.outputs).flatMap((output) => output.imports);
  const names = imports.filter((one) => one.external).map(({ path }) => /^(@[^/]+\/)?[^/]+/.exec(path)![0]);
  return [...new Set(names)].filter((one) => !one.startsWith('node:')).sort();
}

/** Stages the importer, a command of a newsroom’s. @returns the packages that it imports. */
export async function stageImport(): Promise<string[]> {
  const names = await bundle('nutgraf-import', {
    entryPoints: { index: join(source, 'commands/import.ts') },
    plugins: [nutgrafOutside],
  });
  const { version, peerDependencies } = manifest();
  finish(join(stage, 'nutgraf-import'), {
    name: 'nutgraf-import',
    description: 'Makes stories for Nutgraf of texts from elsewhere: Word, Markdown, HTML, feeds, WordPress and Ghost.',
    ...common(),
    exports: './index.js',
    files: ['index.js'],
    dependencies: versionsOf(names.filter((name) => name !== 'nutgraf' && name !== 'astro')),
    peerDependencies: { ...peerDependencies, nutgraf: version },
  });
  return names;
}

/** Stages the verifier, which partners run who have no newsroom. @returns the packages that it imports. */
export async function stageVerify(): Promise<string[]> {
  const names = await bundle('nutgraf-verify', {
    entryPoints: { index: join(source, 'commands/verify.ts'), bin: join(source, 'commands/verify/alone.ts') },
    splitting: true,
    chunkNames: 'verify',
    alias: { 'astro/zod': 'zod' },
  });
  finish(join(stage, 'nutgraf-verify'), {
    name: 'nutgraf-verify',
    description: 'Tells whether a page is a faithful copy of a story that was published with Nutgraf.',
    ...common(),
    bin: { 'nutgraf-verify': './bin.js' },
    exports: './index.js',
    files: ['*.js'],
    dependencies: versionsOf(names),
  });
  return names;
}

/** Stages the words that are translated in files, all in one module. */
export function stageLanguages(): void {
  const from = join(source, places['#words']);
  const words = readdirSync(from).map((file) => [
    basename(file, extname(file)),
    JSON.parse(readFileSync(join(from, file), 'utf8')) as unknown,
  ]);
  const to = join(stage, 'nutgraf-languages');
  write(join(to, 'index.js'), `export default ${JSON.stringify(Object.fromEntries(words))};\n`);
  finish(to, {
    name: 'nutgraf-languages',
    description: 'The words of Nutgraf’s pages in other languages.',
    ...common(),
    exports: './index.js',
    files: ['index.js'],
  });
}

/** The versions of packages that the repository was tried with. */
const versionsOf = (names: string[]): Record<string, string> =>
  Object.fromEntries(names.map((name) => [name, manifest().dependencies[name] ?? `^${installed(name)}`]));

const installed = (name: string): string =>
  (JSON.parse(readFileSync(join(root, 'node_modules', name, 'package.json'), 'utf8')) as { version: string }).version;
