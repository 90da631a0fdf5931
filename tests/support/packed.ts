import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const repository = fileURLToPath(new URL('../../', import.meta.url));

/** A package as npm would send it. */
export interface Packed {
  /** The file, absolute. */
  file: string;
  /** Bytes of the file. */
  size: number;
  /** Paths in it. */
  paths: string[];
}

const names = ['nutgraf', 'nutgraf-languages', 'nutgraf-import', 'nutgraf-verify', 'create-nutgraf'] as const;

/** Stages and packs all that is published, into a folder: a registry does not have this version yet. */
export function packAll(to: string): Record<(typeof names)[number], Packed> {
  execFileSync(process.execPath, [join(repository, 'src/commands/package.ts')], { cwd: repository, stdio: 'pipe' });
  const packages = names.map((name) => {
    const args = ['pack', `./package/${name}`, '--json', '--pack-destination', to];
    const output = execFileSync('npm', args, {
      cwd: repository,
      encoding: 'utf8',
      stdio: 'pipe',
      shell: process.platform === 'win32',
    });
    const [{ filename, size, files }] = JSON.parse(output) as [
      { filename: string; size: number; files: { path: string }[] },
    ];
    return [name, { file: join(to, filename), size, paths: files.map(({ path }) => path) }];
  });
  // An entry for each name.
  return Object.fromEntries(packages) as Record<(typeof names)[number], Packed>;
}

/** What a site depends on, when these files stand for what a registry has. */
export const dependenciesOf = (packed: ReturnType<typeof packAll>): Record<string, string> =>
  Object.fromEntries(
    Object.entries(packed)
      .filter(([name]) => name !== 'create-nutgraf')
      .map(([name, { file }]) => [name, `file:${file}`]),
  );
