/** What a site may do without, as `without` names it: pages and files of the whole site. */
export const sitePages = [
  'topics',
  'authors',
  'outlets',
  'people',
  'terms',
  'archive',
  'labels',
  'feeds',
  'sitemaps',
  'robots',
  'trust',
  'llms',
] as const;

/** What is made of each story. */
export const storyOutputs = ['history', 'lite', 'markdown', 'text', 'email', 'card', 'republish'] as const;

export type SitePages = (typeof sitePages)[number];
