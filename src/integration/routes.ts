import { patternOf } from '../stories/address.ts';
import type { AddressStyle, PageKind } from '../stories/address.ts';

/** A page that Nutgraf adds to a site, and the file that draws it. */
interface Route {
  page: PageKind;
  entrypoint: string;
}

const table: Route[] = [
  { page: 'front', entrypoint: 'routes/index.astro' },
  { page: 'story', entrypoint: 'routes/story.astro' },
  { page: 'notFound', entrypoint: 'routes/404.astro' },
];

/**
 * The routes of a site. Its own page at the same address wins, as Astro has it; beside another
 * site, under a prefix, the page for what is not found is that site’s.
 */
export const routesOf = (style: Pick<AddressStyle, 'prefix' | 'permalink'>): { pattern: string; entrypoint: string }[] =>
  table
    .filter(({ page }) => page !== 'notFound' || style.prefix === '/')
    .map(({ page, entrypoint }) => ({ pattern: patternOf(page, style), entrypoint }));
