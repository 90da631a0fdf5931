import { cpSync, existsSync, mkdirSync, realpathSync } from 'node:fs';
import { join as path, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { noteParts } from '../integration/reuse.ts';
import { settingsIn } from '../integration/settings.ts';

export const help = `nutgraf join <folder>...

Puts together what several machines built, each with NUTGRAF_SHARD=<number>/<of>. Each folder has what one
of them left in dist/ and in Astro’s cache folder, at the same paths as here. The next build takes these
stories as they are, and makes lists, feeds, sitemaps and the search.`;

/** Where a build writes down what of it may stay, in Astro’s cache folder; where Astro keeps sizes of pictures. */
const [record, pictures] = ['nutgraf/published.json', 'assets'];

/** `nutgraf join`. @returns the code of the process: 2 when a folder has no build; then nothing is written. */
export async function join(args: string[], folder = process.cwd()): Promise<number> {
  const { positionals } = parseArgs({ args, allowPositionals: true, options: {} });
  const { root, cacheDir, outDir } = await settingsIn(folder);
  const [here, cache, out] = [root, cacheDir, outDir].map((url) => fileURLToPath(url)) as [string, string, string];
  const parts = positionals.map((part) => {
    const inPart = (place: string) => resolve(folder, part, place.slice(here.length));
    return { part, site: inPart(out), cache: inPart(cache) };
  });
  const empty = parts.find((one) => !existsSync(path(one.cache, record)) || !existsSync(one.site));
  if (empty || !parts.length) {
    const expected = `expected folders that each have ${out.slice(here.length)} and ${cache.slice(here.length)}${record} of a build`;
    console.error(`${empty ? `Unexpected “${empty.part}”` : 'Missing folders'}: ${expected}.`);
    return 2;
  }
  mkdirSync(out, { recursive: true });
  for (const one of parts) {
    cpSync(one.site, out, { recursive: true, preserveTimestamps: true });
    const sizes = path(one.cache, pictures);
    if (existsSync(sizes)) cpSync(sizes, path(cache, pictures), { recursive: true, preserveTimestamps: true });
  }
  noteParts(
    path(cache, record),
    realpathSync(out),
    parts.map((one) => path(one.cache, record)),
  );
  console.log(`Put together ${parts.length} parts in ${out}. Build now, for lists, feeds, sitemaps and the search.`);
  return 0;
}
