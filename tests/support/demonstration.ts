import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { run } from './site.ts';

const repository = fileURLToPath(new URL('../../', import.meta.url));

/**
 * Builds the demonstration site aside, as of a day when all its stories were out, so that a
 * developer’s own `dist/` stays.
 *
 * @param args more arguments of `astro build`.
 */
export async function buildDemonstration(...args: string[]): Promise<{ dist: string; dispose(): void }> {
  const sites = join(repository, 'tests/.sites');
  mkdirSync(sites, { recursive: true });
  const dist = mkdtempSync(join(sites, 'demonstration-'));
  const { code, output } = await run(
    join(repository, 'node_modules/astro/bin/astro.mjs'),
    ['build', '--outDir', dist, ...args],
    repository,
    { NUTGRAF_NOW: '2026-11-25T22:00:00-05:00' },
  );
  if (code || output.includes('[WARN]')) throw new Error(output);
  return { dist, dispose: () => rmSync(dist, { recursive: true, force: true }) };
}
