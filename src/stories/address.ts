/**
 * The one place where addresses are made, so that `site`, `base` and `trailingSlash` hold on every link.
 */

/** How a site writes its addresses; from Astro’s settings. */
export interface AddressStyle {
  /** The origin, when it is known. */
  site?: string;
  /** For example `/` or `/news`. */
  base: string;
  trailingSlash: 'always' | 'never' | 'ignore';
  /** `directory` builds `/story/index.html`. */
  format: 'directory' | 'file' | 'preserve';
}

/** The path of a page on the site. @param page for example `''` for the front page, or `trump-petro-call`. */
export function pathOf(page: string, { base, trailingSlash, format }: AddressStyle): string {
  const parts = `${base}/${page}`.split('/').filter(Boolean);
  const slash = trailingSlash === 'always' || (trailingSlash === 'ignore' && format === 'directory');
  return parts.length ? `/${parts.join('/')}${slash ? '/' : ''}` : '/';
}

/** The full address of a page, or `undefined` where the site’s own is not set. */
export const addressOf = (page: string, style: AddressStyle): string | undefined =>
  style.site && new URL(pathOf(page, style), style.site).href;
