/**
 * Pages that Nutgraf adds to a site, each drawn by a file in `routes/`. A site’s own page at the
 * same address wins, as Astro has it.
 */
export const routes = [
  { pattern: '/', entrypoint: 'routes/index.astro' },
  { pattern: '/[story]', entrypoint: 'routes/story.astro' },
  { pattern: '/404', entrypoint: 'routes/404.astro' },
];
