import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import type { AstroConfig, AstroUserConfig } from 'astro';
import { checkValue } from '../document/values.ts';
import type { ValueMessage } from '../document/values.ts';
import type { Redirects, SiteFacts } from '../newsroom/addresses.ts';
import { hostRoutes } from './host-routes.ts';
import { outputKinds, outputs } from '../outputs/table.ts';
import type { AddressStyle } from '../stories/address.ts';
import { optionsSchema } from '../options.ts';
import type { Options } from '../options.ts';

/** What commands need of a site’s settings; Astro itself is not started. */
export interface Settings {
  options: Options;
  /** The root of the site, with a slash at its end. */
  root: URL;
  /** Where Astro keeps what it can make again. */
  cacheDir: URL;
  /** What Astro’s settings say of addresses. */
  site: Partial<SiteFacts>;
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

/** What addresses depend on, before Astro has read its settings and after it. */
interface AddressSettings {
  site?: string | undefined;
  base?: string | undefined;
  trailingSlash?: AddressStyle['trailingSlash'] | undefined;
  build?: { format?: AddressStyle['format'] | undefined } | undefined;
  redirects?: AstroUserConfig['redirects'];
  srcDir?: string | URL | undefined;
  publicDir?: string | URL | undefined;
}

/** How a site writes its addresses, by Astro’s settings and the newsroom’s. */
export const addressStyle = (
  { site, base = '/', trailingSlash = 'ignore', build }: AddressSettings,
  { prefix, permalink, without }: Options,
): AddressStyle => ({
  ...(site && { site }),
  base,
  trailingSlash,
  format: build?.format ?? 'directory',
  prefix,
  permalink,
  without,
});

/** What settings say of addresses, as a newsroom asks for it. @param root the site’s folder. */
export function siteFacts(config: AddressSettings, root: URL, options: Options): SiteFacts {
  const { redirects = {}, srcDir = 'src', publicDir = 'public' } = config;
  const [source, files] = [srcDir, publicDir].map((folder) => new URL(`${String(folder).replace(/\/$/, '')}/`, root));
  return {
    address: addressStyle(config, options),
    redirects: redirectsIn(redirects),
    routes: () => [...hostRoutes({ root, srcDir: source!, redirects }).keys()],
    pages: fileURLToPath(new URL('pages', source)),
    files: fileURLToPath(files!),
    outputs: outputKinds.map((kind) => outputs[kind].pattern),
  };
}

/** The names that Astro looks for, in its order. */
const files = ['astro.config.mjs', 'astro.config.js', 'astro.config.ts', 'astro.config.mts'];

/** The file of Astro’s settings in a folder, absolute, if there is one. */
export const configFileIn = (folder: string): string | undefined =>
  files.map((name) => join(folder, name)).find((path) => existsSync(path));

/**
 * The settings of the site in a folder.
 *
 * @throws a sentence for whoever typed the command, when there are none.
 */
export async function settingsIn(folder: string): Promise<Settings & { place: SitePlace; outDir: URL }> {
  const file = configFileIn(folder);
  if (!file)
    throw new Error(
      `Missing astro.config.mjs in ${folder}: expected the command to be typed in the folder of the site.`,
    );
  const module = (await import(/* @vite-ignore */ pathToFileURL(file).href)) as {
    default?: AstroUserConfig | Promise<AstroUserConfig>;
  };
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
  const { site, base = '/', cacheDir = 'node_modules/.astro', outDir = 'dist', build } = config;
  const place = { ...(site && { site }), base, assets: build?.assets ?? '_astro' };
  const folders = { cacheDir: new URL(`${cacheDir}/`, root), outDir: new URL(`${outDir}/`, root) };
  return { options, root, ...folders, site: siteFacts(config, root, options), place };
}

/** What is wrong with the settings in `nutgraf({ … })`. They are read as values: where each was typed is not known. */
export const checkSettings = (options: unknown): ValueMessage[] =>
  checkValue(optionsSchema, options, { noun: 'setting', placeOf: () => ({ line: 1, column: 1 }) });

/** From where files of the site come, where that is not itself. */
export function originsOf({ build: { assetsPrefix = '' } }: AstroConfig): string[] {
  const prefixes = typeof assetsPrefix === 'string' ? [assetsPrefix] : Object.values(assetsPrefix);
  return [...new Set(prefixes.filter((prefix) => URL.canParse(prefix)).map((prefix) => new URL(prefix).origin))];
}
