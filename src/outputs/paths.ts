import { address } from 'virtual:nutgraf/site';
import { paramsOf } from '../stories/address.ts';
import { allStories, cacheKeyOf } from '../stories/queries.ts';
import { hasOutput, outputPage } from './table.ts';
import type { OutputKind } from './table.ts';

/** What Astro is to make of an output: a page or file for each story that has it. */
export const outputPaths = async (kind: OutputKind) =>
  (await allStories())
    .filter((story) => hasOutput(kind, story))
    .map((story) => ({
      params: paramsOf(outputPage(kind, story), address) as Record<string, string | undefined>,
      props: { story, kind },
      cacheKey: cacheKeyOf(story),
    }));
