import { address, options } from 'virtual:nutgraf/site';
import { pages, pathOf } from '../stories/address.ts';
import { allStories } from '../stories/queries.ts';
import { partWith, partsOf, searchRecordOf } from '../stories/search.ts';
import type { PlacedRecord } from '../stories/search.ts';
import { isArchived } from '../stories/status.ts';
import { baseOf } from '../strings/intl.ts';

/** Into how many parts the index of a language is cut. */
export const searchPartsIn = async (lang: string): Promise<number> =>
  partsOf((await found()).filter((story) => baseOf(story.lang) === baseOf(lang)).length);

/** Every story that readers can find, each with the part of the index that it is in. */
export async function allSearchRecords(): Promise<PlacedRecord[]> {
  const stories = await found();
  const languages = [...new Set(stories.map(({ lang }) => lang))];
  const parts = new Map(await Promise.all(languages.map(async (lang) => [lang, await searchPartsIn(lang)] as const)));
  return stories.map((story) => {
    const record = searchRecordOf(story, pathOf(pages.story(story), address), options.timeZone);
    return { ...record, part: partWith(record.path, parts.get(story.lang) ?? 1) };
  });
}

/** What a server draws when it is asked for is in no index. */
const found = async () => (await allStories()).filter((story) => !isArchived(story, options));
