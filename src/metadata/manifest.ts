import type { Options } from '../options.ts';
import { topOf } from '../schema/look.ts';
import { pages, pathOf } from '../stories/address.ts';
import type { AddressStyle } from '../stories/address.ts';
import { directionOf } from '../strings/intl.ts';
import { iconPath } from './icons.ts';

/** What a phone needs to keep the site beside its programs (W3C, Web Application Manifest). */
export function manifestOf({ name, tagline, lang, look, accent, icon }: Options, address: AddressStyle): object {
  const start = pathOf(pages.front, address);
  return {
    id: start,
    name,
    ...(tagline && { description: tagline }),
    lang,
    dir: directionOf(lang),
    start_url: start,
    scope: start.replace(/[^/]*$/, ''),
    display: 'minimal-ui',
    theme_color: accent ?? topOf(look).light,
    icons: ([192, 512] as const).map((size) => ({
      src: iconPath({ icon }, size, address),
      sizes: `${size}x${size}`,
      type: 'image/png',
    })),
  };
}
