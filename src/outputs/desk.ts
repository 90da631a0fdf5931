/**
 * What the integration asks of the code that Astro builds to draw pages with: the stories that pages
 * are made of, as they are there.
 */
export { allStories, contentKey, frameKey } from '../stories/queries.ts';
export { allSearchRecords } from './search-records.ts';
