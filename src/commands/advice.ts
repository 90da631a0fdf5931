import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** The files by which package managers are known, npm’s left out. */
const managers = { 'pnpm-lock.yaml': 'pnpm', 'yarn.lock': 'yarn', 'bun.lock': 'bun' } as const;

/** What a site has, as far as advice on what to type next needs it. */
interface Site {
  scripts: Readonly<Record<string, string>>;
  manager: 'npm' | 'pnpm' | 'yarn' | 'bun';
}

function siteAt(folder: string): Site {
  const file = join(folder, 'package.json');
  const manifest = existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as Partial<Site>) : {};
  const [, manager = 'npm' as const] = Object.entries(managers).find(([lock]) => existsSync(join(folder, lock))) ?? [];
  return { scripts: manifest.scripts ?? {}, manager };
}

/**
 * What to type for one of our commands, or of Astro’s, in the folder of a site: its script where it has one.
 *
 * @param words its arguments, as they are typed.
 */
export function toType(name: string, words: string, folder: string): string {
  const { scripts, manager } = siteAt(folder);
  const program = ['dev', 'build', 'preview'].includes(name) ? 'astro' : 'nutgraf';
  const isScript = Object.hasOwn(scripts, name);
  const run = isScript
    ? `${manager} run ${name}${words && manager === 'npm' ? ' --' : ''}`
    : `${{ npm: 'npx', pnpm: 'pnpm exec', yarn: 'yarn', bun: 'bunx' }[manager]} ${program} ${name}`;
  return words ? `${run} ${words}` : run;
}
