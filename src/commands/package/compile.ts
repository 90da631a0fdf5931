import { cpSync, existsSync, readFileSync, readdirSync, rmSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import ts from 'typescript';
import { isDeclaration, lib, manifest, minified, root, source, write } from './stage.ts';

/** Comments are for readers of the repository, and types keep theirs; but for those that speak to a bundler. */
const isForTools = (text: string) => /@vite-ignore|[@#]__PURE__/.test(text);

/** Writes JavaScript and types. Whether the types are right is for `npm run types` to say. */
export function compile(files: string[]): void {
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
  const { diagnostics } = program.emit(undefined, (path, text, _mark, _onError, [of] = []) => {
    // The compiler takes along whatever is imported.
    if (!of || !files.includes(of.fileName)) return;
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
export function copy(file: string): void {
  const path = join(lib, relative(source, file));
  if (/\.(astro|d\.ts)$/.test(file)) write(path, importingJavaScript(readFileSync(file, 'utf8')));
  else if (file.endsWith('.css')) write(path, minified(readFileSync(file, 'utf8'), 'css'));
  else if (file.endsWith('.json')) write(path, JSON.stringify(JSON.parse(readFileSync(file, 'utf8'))));
  else cpSync(file, path);
}

/** Has relative imports name the `.js` files; in declarations the compiler leaves them as they were. */
function importingJavaScript(text: string): string {
  return text.replace(/(['"])(\.{1,2}\/[^'"\n]+)\.ts\1/g, '$1$2.js$1');
}

/** Takes away types that nobody can import: those that no export leads to. */
export function removeUnreachable(): void {
  const entries = Object.values(manifest().exports).map((path) => join(lib, relative('lib', path)));
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
