import { address, isDev, options, signer } from 'virtual:nutgraf/site';
import { paramsOf } from '../stories/address.ts';
import { allStories, storyKeyOf } from '../stories/queries.ts';
import { isArchived } from '../stories/status.ts';
import { hasOutput, outputPage } from './table.ts';
import type { OutputKind } from './table.ts';

/** What Astro is to make of an output: a page or file for each story that has it. */
export const outputPaths = async (kind: OutputKind) =>
  Promise.all(
    (await allStories())
      .filter((story) => hasOutput(kind, story, options) && (isDev || !isArchived(story, options)))
      .map(async (story) => ({
        params: paramsOf(outputPage(kind, story), address),
        props: { story, kind },
        // One that is signed by another key, or not yet, is made anew.
        cacheKey: (await storyKeyOf(story)) + (kind === 'kitRecord' ? signer : ''),
      })),
  );
