import { cpSync, existsSync, mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { buildSync, transformSync } from 'esbuild';
import ts from 'typescript';

/**
 * `npm run package`: stages in `package/` what is published to npm. The repository runs its
 * TypeScript as it stands; inside `node_modules` Node does not, and `tsc` would check it as the
 * newsroom’s own code. So the package has `lib/`: `src/` in JavaScript, with types beside it.
 */

const root = fileURLToPath(new URL('../../', import.meta.url));
const source = join(root, 'src');
const stage = join(root, 'package');
const lib = join(stage, 'lib');

/** Files of `src/` that only the repository needs. */
const ours = [
  'content.config.ts',
  'commands/docs.ts',
  'commands/package.ts',
  'commands/quotation-marks.ts',
  'commands/snippets.ts',
].map((name) => join(source, name));

/** Of `create-nutgraf`, a package without dependencies: `npm create` runs it before anything is installed. */
const ofCreate = ['commands/create.ts', 'commands/create/newsroom.ts', 'commands/ask.ts', 'schema/looks.ts'].map(
  (name) => join(source, name),
);
const create = join(stage, 'create');

const files = readdirSync(source, { recursive: true, withFileTypes: true })
  .filter((entry) => entry.isFile() && !entry.name.startsWith('.'))
  .map((entry) => join(entry.parentPath, entry.name))
  .filter((file) => !ours.includes(file) && !file.startsWith(join(source, 'commands/vscode')));

/** Of the extension for VS Code: `npx @vscode/vsce package` in its folder makes the file that is published. */
const extension = join(source, 'commands/vscode');

const isDeclaration = (file: string) => file.endsWith('.d.ts');
/** Comments are for readers of the repository, and types keep theirs; but for those that speak to a bundler. */
const isForTools = (text: string) => /@vite-ignore|[@#]__PURE__/.test(text);
const isCompiled = (file: string) => file.endsWith('.ts') && !isDeclaration(file);

rmSync(stage, { recursive: true, force: true });
compile(files.filter((file) => file.endsWith('.ts')));
for (const file of files.filter((file) => !isCompiled(file))) copy(file);
for (const name of ['LICENSE', 'README.md']) cpSync(join(root, name), join(stage, name));
removeUnreachable();
writeFileSync(join(stage, 'package.json'), `${JSON.stringify(manifest(), null, 2)}\n`);
stageCreate();
stageExtension();
console.log(
  'Staged in package/: look through it, then `npm publish ./package` and, of that version, `npm publish ./package/create`. In package/vscode, `npx @vscode/vsce package` makes the extension.',
);

/** Moves what makes a newsroom into a package of its own; `init` uses some of it as well. */
function stageCreate(): void {
  for (const file of ofCreate) {
    const script = join(lib, relative(source, file).replace(/ts$/, 'js'));
    const to = join(create, 'lib', relative(lib, script));
    mkdirSync(dirname(to), { recursive: true });
    cpSync(script, to);
    if (file === ofCreate[0]) rmSync(script);
  }
  cpSync(join(lib, 'commands/create/story.mdx'), join(create, 'lib/commands/create/story.mdx'));
  cpSync(join(root, 'LICENSE'), join(create, 'LICENSE'));
  const { version, license, engines, peerDependencies } = manifest() as Record<string, string> & {
    peerDependencies: { astro: string };
  };
  const fields = {
    name: 'create-nutgraf',
    version,
    description: 'Makes a newsroom with Nutgraf, an Astro theme for explainer journalism: npm create nutgraf@latest.',
    type: 'module',
    license,
    bin: { 'create-nutgraf': './lib/commands/create.js' },
    files: ['lib'],
    engines,
    newsroom: { astro: peerDependencies.astro, nutgraf: `^${version}` },
  };
  writeFileSync(join(create, 'package.json'), `${JSON.stringify(fields, null, 2)}\n`);
}

/** Puts the extension for VS Code and its library into one file: an editor installs nothing. */
function stageExtension(): void {
  const to = join(stage, 'vscode');
  buildSync({
    entryPoints: [join(extension, 'extension.ts')],
    outfile: join(to, 'extension.js'),
    bundle: true,
    platform: 'node',
    format: 'cjs',
    external: ['vscode'],
    minify: true,
    logLevel: 'error',
  });
  cpSync(join(extension, 'README.md'), join(to, 'README.md'));
  cpSync(join(root, 'LICENSE'), join(to, 'LICENSE'));
  const { version, license } = manifest() as Record<string, string>;
  const fields = {
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
  };
  writeFileSync(join(to, 'package.json'), `${JSON.stringify(fields, null, 2)}\n`);
}

/** Writes JavaScript and types. Whether the types are right is for `npm run types` to say. */
function compile(files: string[]): void {
  const { config } = ts.readConfigFile(join(root, 'tsconfig.json'), (path) => ts.sys.readFile(path)) as {
    config: unknown;
  };
  const { options } = ts.parseJsonConfigFileContent(config, ts.sys, root);
  const program = ts.createProgram(files, {
    ...options,
    target: ts.ScriptTarget.ES2024,
    // Without the types that Astro makes of a site’s collections: the package is not for this one alone.
    types: ['node', 'astro/client'],
    noEmit: false,
    noCheck: true,
    declaration: true,
    rewriteRelativeImportExtensions: true,
    rootDir: source,
    outDir: lib,
  });
  const { diagnostics } = program.emit(undefined, (path, text) => {
    if (isDeclaration(path)) write(path, importingJavaScript(text));
    else write(path, isForTools(text) || !path.endsWith('.js') ? text : minified(text));
  });
  const problems = [...program.getSyntacticDiagnostics(), ...diagnostics];
  if (!problems.length) return;
  const host = {
    getCurrentDirectory: () => root,
    getCanonicalFileName: (name: string) => name,
    getNewLine: () => '\n',
  };
  console.error(ts.formatDiagnostics(problems, host));
  process.exit(1);
}

/** Copies what the compiler does not read, or only reads. */
function copy(file: string): void {
  const path = join(lib, relative(source, file));
  if (/\.(astro|d\.ts)$/.test(file)) write(path, importingJavaScript(readFileSync(file, 'utf8')));
  else if (file.endsWith('.css')) write(path, minified(readFileSync(file, 'utf8'), 'css'));
  else if (file.endsWith('.json')) write(path, JSON.stringify(JSON.parse(readFileSync(file, 'utf8'))));
  else cpSync(file, path);
}

/** What is loaded from a host’s disk, and sent to it: without comments, white space and the long names inside. */
function minified(code: string, loader: 'js' | 'css' = 'js'): string {
  const format = loader === 'js' ? ({ format: 'esm' } as const) : {};
  return transformSync(code, { loader, minify: true, charset: 'utf8', ...format }).code;
}

/** Takes away types that nobody can import: those that no export leads to. */
function removeUnreachable(): void {
  const { exports } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as {
    exports: Record<string, string>;
  };
  const entries = Object.values(exports).map((path) => join(lib, relative('src', path)));
  const reached = new Set<string>();
  const reach = (file: string): void => {
    const path = file.replace(/(\.d)?\.[jt]s$/, '.d.ts');
    if (reached.has(path) || !existsSync(path)) return;
    reached.add(path);
    for (const [, to = ''] of readFileSync(path, 'utf8').matchAll(/['"](\.{1,2}\/[^'"]+)['"]/g))
      reach(join(dirname(path), to));
  };
  entries.forEach(reach);
  for (const name of readdirSync(lib, { recursive: true, encoding: 'utf8' })) {
    if (isDeclaration(name) && !reached.has(join(lib, name))) rmSync(join(lib, name));
  }
}

function write(path: string, text: string): void {
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, text);
}

/** Has relative imports name the `.js` files; in declarations the compiler leaves them as they were. */
function importingJavaScript(text: string): string {
  return text.replace(/(['"])(\.{1,2}\/[^'"\n]+)\.ts\1/g, '$1$2.js$1');
}

/** The repository’s package.json, less what is only for working on it. */
function manifest(): object {
  const text = readFileSync(join(root, 'package.json'), 'utf8');
  const inLib = text.replace(
    /"\.\/src\/([^"]+)"/g,
    (_, path: string) => `"./lib/${isCompiled(path) ? path.replace(/ts$/, 'js') : path}"`,
  );
  const { dependencies, ...rest } = JSON.parse(inLib) as { dependencies: Record<string, string> };
  return {
    ...rest,
    private: undefined,
    files: ['lib'],
    scripts: undefined,
    // The first Node that by itself reads a newsroom’s contract.ts.
    engines: { node: '>=22.18' },
    // The Node that the repository is worked on with; a newsroom has its own.
    dependencies: { ...dependencies, node: undefined },
    devDependencies: undefined,
  };
}
