import { address, options } from 'virtual:nutgraf/site';
import { pathOf } from '../stories/address.ts';
import { allStories } from '../stories/queries.ts';
import { isArchived } from '../stories/status.ts';
import type { Story } from '../stories/story.ts';
import { hasOutput, outputKinds, outputPage } from './table.ts';
import type { OutputKind } from './table.ts';

/** Stories so old that a build leaves them to a server, which draws them when they are asked for. */

/** An output of such a story. */
export interface Archived {
  story: Story;
  kind: OutputKind;
}

/** The output at a path, if it is one of theirs. Every visit asks: the paths are made once. */
export const archivedAt = async (path: string): Promise<Archived | undefined> => (await byPath()).get(inShort(path));

let made: Promise<ReadonlyMap<string, Archived>> | undefined;

const byPath = () =>
  (made ??= allStories().then(
    (stories) =>
      new Map(
        stories
          .filter((story) => isArchived(story, options))
          .flatMap((story) =>
            outputKinds
              .filter((kind) => hasOutput(kind, story, options))
              .map((kind) => [inShort(pathOf(outputPage(kind, story), address)), { story, kind }] as const),
          ),
      ),
  ));

/** A path without what an address may have at its end or not. */
const inShort = (path: string) => path.replace(/\/$/, '').replace(/\/index\.html$/, '');
