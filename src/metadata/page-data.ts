import type { Story } from '../stories/story.ts';
import type { Head } from './head.ts';

export type { Head };

/** A page about to be drawn. */
export interface PageData {
  /** What its head says to machines. */
  head: Head;
  /** Its language. */
  lang: string;
  /** Its path on the site. */
  path: string;
  /** The story of a story’s page. */
  story?: Story | undefined;
}

/**
 * What a newsroom’s `src/nutgraf/page.ts` exports by default: it gets each page, and gives the head that it is to have.
 * Lite pages, feeds and copies do not come by here.
 */
export type HeadOf = (page: PageData) => Head | Promise<Head>;
