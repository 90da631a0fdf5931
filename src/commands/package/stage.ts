import { cpSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { transformSync } from 'esbuild';

/** The repository, its code, where packages are staged by their names, and Nutgraf’s own among them. */
export const root = fileURLToPath(new URL('../../../', import.meta.url));
export const source = join(root, 'src');
export const stage = join(root, 'package');
export const home = join(stage, 'nutgraf');
export const lib = join(home, 'lib');

export const isDeclaration = (file: string): boolean => file.endsWith('.d.ts');
const isCompiled = (file: string) => file.endsWith('.ts') && !isDeclaration(file);

export function write(path: string, text: string): void {
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, text);
}

/** What is loaded from a host’s disk, and sent to it: without comments, white space and the long names inside. */
export function minified(code: string, loader: 'js' | 'css' = 'js'): string {
  const format = loader === 'js' ? ({ format: 'esm' } as const) : {};
  return transformSync(code, { loader, minify: true, charset: 'utf8', ...format }).code;
}

/** The fields of the repository’s package.json, as what is published has them. */
export interface Manifest {
  version: string;
  license: string;
  exports: Record<string, string>;
  dependencies: Record<string, string>;
  peerDependencies: Record<string, string>;
  [field: string]: unknown;
}

/** The repository’s package.json, with what was compiled in the place of its sources. */
export function manifest(): Manifest {
  const text = readFileSync(join(root, 'package.json'), 'utf8');
  return JSON.parse(
    text.replace(
      /"\.\/src\/([^"]+)"/g,
      (_, path: string) => `"./lib/${isCompiled(path) ? path.replace(/ts$/, 'js') : path}"`,
    ),
  ) as Manifest;
}

/** What all packages of a release have in common. Their Node is the first that by itself reads a contract.ts. */
export function common(): Pick<Manifest, 'version' | 'license' | 'type' | 'engines'> {
  const { version, license } = manifest();
  return { version, type: 'module', license, engines: { node: '>=22.18' } };
}

/** Writes the manifest of a package, with the licence beside it. */
export function finish(folder: string, fields: object): void {
  write(join(folder, 'package.json'), `${JSON.stringify(fields, null, 2)}\n`);
  cpSync(join(root, 'LICENSE'), join(folder, 'LICENSE'));
}
