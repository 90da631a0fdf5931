import { address, options } from 'virtual:nutgraf/site';
import { pages, pathOf } from '../stories/address.ts';
import { allStories } from '../stories/queries.ts';
import { searchRecordOf } from '../stories/search.ts';
import type { SearchRecord } from '../stories/search.ts';

/** Every story that readers can find. */
export const allSearchRecords = async (): Promise<SearchRecord[]> =>
  (await allStories()).map((story) => searchRecordOf(story, pathOf(pages.story(story), address), options.timeZone));
