import type { Options } from '../options.ts';
import { addressOf, pages, pathOf } from '../stories/address.ts';
import type { AddressStyle } from '../stories/address.ts';

/** In pixels: 180 for Apple’s phones, 192 and 512 for browsers and manifests (W3C, Web Application Manifest). */
export const iconSizes = [180, 192, 512] as const;

export type IconSize = (typeof iconSizes)[number];

/** The full address of the newsroom’s mark, for feeds. */
export const iconAddress = ({ icon }: Pick<Options, 'icon'>, address: AddressStyle): string | undefined =>
  icon && addressOf(pages.icon(512), address);

/** Where the mark lies, for the head of a page; nothing where the newsroom has none. */
export const iconPath = ({ icon }: Pick<Options, 'icon'>, size: IconSize, address: AddressStyle): string | undefined =>
  icon && pathOf(pages.icon(size), address);
