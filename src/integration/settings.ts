import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { AstroUserConfig } from 'astro';
import { checkValue } from '../document/values.ts';
import type { ValueMessage } from '../document/values.ts';
import type { Redirects } from '../newsroom/addresses.ts';
import { optionsSchema } from '../options.ts';
import type { Options } from '../options.ts';

/** What commands need of a site’s settings; Astro itself is not started. */
export interface Settings {
  options: Options;
  /** The root of the site, with a slash at its end. */
  root: URL;
  /** Where Astro keeps what it can make again. */
  cacheDir: URL;
  /** Astro’s own `redirects`. */
  redirects: Redirects;
}

/** Where a site is, and in which folder of it Astro puts its own files. */
interface SitePlace {
  site?: string;
  base: string;
  assets: string;
}

/** Astro’s `redirects`, each path with where it leads. */
export const redirectsIn = (redirects: AstroUserConfig['redirects'] = {}): Redirects =>
  Object.fromEntries(
    Object.entries(redirects).map(([from, to]) => [from, typeof to === 'string' ? to : to.destination]),
  );

/** The names that Astro looks for, in its order. */
const files = ['astro.config.mjs', 'astro.config.js', 'astro.config.ts', 'astro.config.mts'];

/**
 * The settings of the site in a folder.
 *
 * @throws a sentence for whoever typed the command, when there are none.
 */
export async function settingsIn(folder: string): Promise<Settings & { place: SitePlace; outDir: URL }> {
  const file = files.map((name) => join(folder, name)).find((path) => existsSync(path));
  if (!file)
    throw new Error(
      `Missing astro.config.mjs in ${folder}: expected the command to be typed in the folder of the site.`,
    );
  const module = (await import(pathToFileURL(file).href)) as { default?: AstroUserConfig | Promise<AstroUserConfig> };
  const config = (await module.default) ?? {};
  const integrations = [config.integrations ?? []].flat(Infinity) as (
    { name?: string; options?: Options } | undefined
  )[];
  const options = integrations.find((one) => one?.name === 'nutgraf')?.options;
  if (!options) throw new Error(`Missing nutgraf({ … }) in the integrations of ${file}: expected it as in the README.`);
  const root = new URL(
    './',
    config.root ? pathToFileURL(`${join(folder, config.root)}/`) : pathToFileURL(`${folder}/`),
  );
  const { site, base = '/', cacheDir = 'node_modules/.astro', outDir = 'dist', redirects, build } = config;
  const place = { ...(site && { site }), base, assets: build?.assets ?? '_astro' };
  const folders = { cacheDir: new URL(`${cacheDir}/`, root), outDir: new URL(`${outDir}/`, root) };
  return { options, root, ...folders, redirects: redirectsIn(redirects), place };
}

/** What is wrong with the settings in `nutgraf({ … })`. They are read as values: where each was typed is not known. */
export const checkSettings = (options: unknown): ValueMessage[] =>
  checkValue(optionsSchema, options, { noun: 'setting', placeOf: () => ({ line: 1, column: 1 }) });
