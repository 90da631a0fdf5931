import { addressOf, pages } from '../stories/address.ts';
import type { AddressStyle, Page } from '../stories/address.ts';

/**
 * What JSON-LD calls the things of the site, on every page alike (W3C, JSON-LD 1.1, 3.3): what one page says of the
 * newsroom or of an author is then said of the same one as on the others.
 */

/** The name of what a page is about; nothing where the site’s own address is not known. */
export function graphId(page: Page, what: string, address: AddressStyle): { '@id'?: string } {
  const url = addressOf(page, address);
  return url ? { '@id': `${url}#${what}` } : {};
}

export const newsroomId = (address: AddressStyle) => graphId(pages.front, 'newsroom', address);

export const websiteId = (address: AddressStyle) => graphId(pages.front, 'website', address);

export const authorId = (id: string, address: AddressStyle) => graphId(pages.author(id), 'author', address);
