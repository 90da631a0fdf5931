import { address } from 'virtual:nutgraf/site';
import { paramsOf } from '../stories/address.ts';
import type { Page } from '../stories/address.ts';
import { allStories, cacheKeyOf } from '../stories/queries.ts';
import type { Story } from '../stories/story.ts';

/** What Astro is to make for each story, or for those that are meant: a page or file of it. */
export const storyPaths = async (pageOf: (story: Story) => Page, isMeant: (story: Story) => boolean = () => true) =>
  (await allStories()).filter(isMeant).map((story) => ({
    params: paramsOf(pageOf(story), address) as Record<string, string | undefined>,
    props: { story },
    cacheKey: cacheKeyOf(story),
  }));
