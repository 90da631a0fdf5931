import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { fileURLToPath } from 'node:url';
import { fontProviders } from 'astro/config';
import type { AstroConfig } from 'astro';
import { iconSizes } from '../metadata/icons.ts';
import type { IconSize } from '../metadata/icons.ts';
import { decodePicture } from '../newsroom/pictures.ts';
import type { Options } from '../options.ts';
import { accentsOf, lookTokens } from '../schema/look.ts';
import { plainError } from '../astro/plain-error.ts';

/** What a newsroom’s brand changes of the look: a sheet that comes after ours. */
export function brandStyles(options: Options): string {
  const { look, accent, accounts, logo, fonts, schemeSwitch } = options;
  const { light, dark } = accentsOf(options);
  const font = (role: FontRole) => fonts?.[role] && `var(${variableOf(role)})`;
  const tokens = {
    ...((accent ?? look !== 'daily') && { accent: `light-dark(${light},${dark})` }),
    ...lookTokens[look],
    ...(font('text') && { serif: font('text') }),
    ...(font('heading') && { head: font('heading') }),
  };
  const set = Object.entries(tokens).map(([name, value]) => `--${name}:${value}`);
  const rules = [
    set.length > 0 && `:root{${set.join(';')}}`,
    accounts.length > 0 &&
      '.foot a{display:inline-flex;align-items:center;min-block-size:44px;margin-inline-end:1.2em}',
    schemeSwitch &&
      '[data-scheme=light]{color-scheme:light}[data-scheme=dark]{color-scheme:dark}.scheme select{font:inherit;min-block-size:44px;border:0;background:none;color:inherit}.scheme{font:var(--s-1)/1.4 var(--sans)}@media print{.scheme{display:none}}',
    logo && '.mast img{block-size:2rem;inline-size:auto}',
  ].filter(Boolean);
  return rules.length ? `@layer nutgraf.brand{${rules.join('')}}` : '';
}

const roles = ['text', 'heading'] as const;

type FontRole = (typeof roles)[number];

/** The custom property that stands for a font of the newsroom. */
const variableOf = (role: FontRole) => `--font-${role}`;

/** The newsroom’s fonts as Astro’s setting `fonts` has them, and the properties that they set. */
export function brandFonts({ fonts = {} }: Options): {
  families: NonNullable<AstroConfig['fonts']>;
  variables: string[];
} {
  const chosen = roles.filter((role) => fonts[role]);
  const families = chosen.map((role) => {
    const { name, files } = fonts[role]!;
    const variants = files.map((src) => ({ src: [src] as [string] })) as [{ src: [string] }];
    return {
      name,
      cssVariable: variableOf(role),
      provider: fontProviders.local(),
      options: { variants },
      fallbacks: ['serif'],
    };
  });
  return { families: families, variables: chosen.map(variableOf) };
}

/** The size of the picture that is shown with links, where it is a file of the site. @param files its `public/`. */
export async function imageSizeOf({ image }: Options, files: URL): Promise<Options['imageSize']> {
  const file = image?.startsWith('/') ? fileURLToPath(new URL(`.${image}`, files)) : '';
  if (!file || !existsSync(file)) return undefined;
  const { default: sharp } = await import('sharp');
  const size = await sharp(file)
    .metadata()
    .catch(() => undefined);
  return size && { width: size.width, height: size.height };
}

/** Phones set an icon on their own ground, and draw a transparent one on black: that of Apple has a white one. */
const grounds: Record<IconSize, string> = { 180: '#fff', 192: '#fff0', 512: '#fff0' };

/** The newsroom’s mark in each size, as a PNG. */
async function iconsOf({ icon }: Options, root: URL): Promise<Partial<Record<IconSize, string>>> {
  if (!icon) return {};
  const file = readFileSync(new URL(icon, root));
  const { default: sharp } = await import('sharp');
  const made = iconSizes.map(async (size) => {
    const ground = { fit: 'contain', background: grounds[size] } as const;
    // A drawing is drawn as large as the largest needs it.
    const png = sharp(file, { density: 288 }).resize(size, size, ground);
    const flat = size === 180 ? png.flatten({ background: grounds[size] }) : png;
    return [size, (await flat.png({ compressionLevel: 9 }).toBuffer()).toString('base64')] as const;
  });
  return Object.fromEntries(await Promise.all(made));
}

/** Gives pages the newsroom’s own sheet (`src/nutgraf/styles.css`), its logos, with their sizes, and its icons. */
export async function brandModule(options: Options, root: URL): Promise<string> {
  const icons = `export const icons = ${JSON.stringify(await iconsOf(options, root))};`;
  const { logo, logoDark = logo } = options;
  const pathOf = (file: string) => JSON.stringify(fileURLToPath(new URL(file, root)));
  const sheet = `${options.components}/styles.css`;
  const styles = existsSync(new URL(sheet, root))
    ? `export { default as styles } from ${JSON.stringify(`${fileURLToPath(new URL(sheet, root))}?inline`)};`
    : "export const styles = '';";
  if (!logo) return `${icons}\n${styles}\nexport const logos = undefined;`;
  return `${icons}\n${styles}\nimport light from ${pathOf(logo)};\nimport dark from ${pathOf(logoDark!)};\nexport const logos = { light, dark };`;
}

/** @throws an error that tells what is wrong with a logo: a drawing with code in it is served as it is. */
export async function checkLogos({ logo, logoDark, icon }: Options, root: URL): Promise<void> {
  const settings = Object.entries({ logo, logoDark, icon }).filter(
    (one): one is [string, string] => one[1] !== undefined,
  );
  const lines = settings.map(async ([setting, file]) => {
    const faults = await decodePicture(readFileSync(new URL(file, root)), basename(file));
    return faults.filter(({ isWarning }) => !isWarning).map(({ reason }) => `For “${setting}”: ${reason}`);
  });
  const all = (await Promise.all(lines)).flat();
  if (all.length) throw plainError('The settings in nutgraf({ … }) are not right.', all);
}

/** The files of the brand, each with its setting. */
const filesOf = ({ logo, logoDark, icon, fonts = {} }: Options): [setting: string, file: string][] => [
  ...(logo ? [['logo', logo] as [string, string]] : []),
  ...(logoDark ? [['logoDark', logoDark] as [string, string]] : []),
  ...(icon ? [['icon', icon] as [string, string]] : []),
  ...roles.flatMap((role) => (fonts[role]?.files ?? []).map((file): [string, string] => [`fonts.${role}.files`, file])),
];

/**
 * A digest of the brand’s files: part of what a page is made of.
 *
 * @throws an error that names each file that is not there.
 */
export function brandDigest(options: Options, root: URL): string {
  const files = filesOf(options);
  const missing = files.filter(([, file]) => !existsSync(new URL(file, root)));
  const lines = missing.map(
    ([setting, file]) =>
      `Unknown file “${file}” for “${setting}”: expected a file of the site, such as ./src/brand/logo.svg.`,
  );
  if (lines.length) throw plainError('The settings in nutgraf({ … }) are not right.', lines);
  const digest = createHash('sha256');
  for (const [, file] of files) digest.update(readFileSync(new URL(file, root)));
  return digest.digest('hex');
}
