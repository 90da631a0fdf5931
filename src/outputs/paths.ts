import { address, isDev, options } from 'virtual:nutgraf/site';
import { paramsOf } from '../stories/address.ts';
import { allStories, cacheKeyOf } from '../stories/queries.ts';
import { isArchived } from '../stories/status.ts';
import type { Story } from '../stories/story.ts';
import { hasOutput, outputPage } from './table.ts';
import type { OutputKind } from './table.ts';

/** Each output asks for the key of each story. */
const keys = new WeakMap<Story, string>();

function keyOf(story: Story): string {
  const key = keys.get(story) ?? cacheKeyOf(story);
  keys.set(story, key);
  return key;
}

/** What Astro is to make of an output: a page or file for each story that has it. */
export const outputPaths = async (kind: OutputKind) =>
  (await allStories())
    .filter((story) => hasOutput(kind, story) && (isDev || !isArchived(story, options)))
    .map((story) => ({
      params: paramsOf(outputPage(kind, story), address),
      props: { story, kind },
      cacheKey: keyOf(story),
    }));
