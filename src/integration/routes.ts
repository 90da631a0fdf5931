import type { Options } from '../options.ts';
import { outputKinds, outputs } from '../outputs/table.ts';
import { patternAt, patternOf } from '../stories/address.ts';
import type { PageKind } from '../stories/address.ts';

/** A page that Nutgraf adds to a site besides those of its stories, and the file that draws it. */
interface Route {
  page: PageKind;
  entrypoint: string;
}

const table: Route[] = [
  { page: 'front', entrypoint: 'routes/index.astro' },
  { page: 'topics', entrypoint: 'routes/topics.astro' },
  { page: 'topic', entrypoint: 'routes/topic.astro' },
  { page: 'authors', entrypoint: 'routes/authors.astro' },
  { page: 'author', entrypoint: 'routes/author.astro' },
  { page: 'outlets', entrypoint: 'routes/outlets.astro' },
  { page: 'outlet', entrypoint: 'routes/outlet.astro' },
  { page: 'people', entrypoint: 'routes/people.astro' },
  { page: 'person', entrypoint: 'routes/person.astro' },
  { page: 'archive', entrypoint: 'routes/archive.astro' },
  { page: 'year', entrypoint: 'routes/year.astro' },
  { page: 'month', entrypoint: 'routes/month.astro' },
  { page: 'note', entrypoint: 'routes/note.astro' },
  { page: 'terms', entrypoint: 'routes/terms.astro' },
  { page: 'guide', entrypoint: 'routes/guide.astro' },
  { page: 'rss', entrypoint: 'routes/rss.xml.ts' },
  { page: 'atom', entrypoint: 'routes/atom.xml.ts' },
  { page: 'jsonFeed', entrypoint: 'routes/feed.json.ts' },
  { page: 'feedStyle', entrypoint: 'routes/feed.css.ts' },
  { page: 'labels', entrypoint: 'routes/labels.astro' },
  { page: 'page', entrypoint: 'routes/page.astro' },
  { page: 'policies', entrypoint: 'routes/policies.astro' },
  { page: 'policy', entrypoint: 'routes/policy.astro' },
  { page: 'corrections', entrypoint: 'routes/corrections.astro' },
  { page: 'correctionsRss', entrypoint: 'routes/corrections.xml.ts' },
  { page: 'correctionsJson', entrypoint: 'routes/corrections.json.ts' },
  { page: 'kitScript', entrypoint: 'routes/republish.js.ts' },
  { page: 'sitemapIndex', entrypoint: 'routes/sitemap-index.xml.ts' },
  { page: 'sitemap', entrypoint: 'routes/sitemap.xml.ts' },
  { page: 'llms', entrypoint: 'routes/llms.txt.ts' },
  { page: 'robots', entrypoint: 'routes/robots.txt.ts' },
  { page: 'trust', entrypoint: 'routes/trust.txt.ts' },
  { page: 'trustWellKnown', entrypoint: 'routes/trust.txt.ts' },
  { page: 'language', entrypoint: 'routes/language.astro' },
  { page: 'search', entrypoint: 'routes/search.astro' },
  { page: 'searchScript', entrypoint: 'routes/search.js.ts' },
  { page: 'searchRecords', entrypoint: 'routes/search.json.ts' },
  { page: 'notFound', entrypoint: 'routes/404.astro' },
];

/** What a host has only one of. */
const ofHost: PageKind[] = ['notFound', 'robots', 'trust', 'trustWellKnown'];

/**
 * The routes of a site. Its own page at the same address wins, as Astro has it; beside another
 * site, under a prefix, the page for what is not found, and files that speak for the whole host, are that site’s.
 */
export const routesOf = (
  options: Pick<Options, 'prefix' | 'permalink' | 'guide' | 'search'>,
): { pattern: string; entrypoint: string }[] => [
  ...outputKinds.map((kind) => {
    const output = outputs[kind];
    const entrypoint = 'route' in output ? output.route : 'routes/output.ts';
    return { pattern: patternAt(output.pattern, options), entrypoint };
  }),
  ...table
    .filter(
      ({ page }) =>
        (options.prefix === '/' || !ofHost.includes(page)) &&
        (page !== 'guide' || options.guide) &&
        (!page.startsWith('search') || options.search),
    )
    .map(({ page, entrypoint }) => ({ pattern: patternOf(page, options), entrypoint })),
];
