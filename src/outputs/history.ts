import { isDeepStrictEqual } from 'node:util';
import { ledgerFolder } from 'virtual:nutgraf/site';
import { changesBetween } from '../renderings/changes.ts';
import type { Run } from '../renderings/changes.ts';
import { plainOf } from '../renderings/context.ts';
import { versionOf } from '../renderings/version.ts';
import type { Version } from '../schema/ledger.ts';
import { versionsOf } from '../stories/ledger.ts';
import type { Story } from '../stories/story.ts';

/** A version of a story, with what changed since the one before it; nothing is known of the first. */
export interface Chapter {
  date: string;
  corrections: Story['corrections'];
  changes?: Run[][];
}

/** The versions of a story that the ledger has. */
export const recordedOf = ({ id, formerIds = [] }: Story): Version[] => versionsOf(ledgerFolder, [id, ...formerIds]);

/** The versions of a story, the newest first: those of the ledger, and the one that this build makes. */
export function chaptersOf(story: Story): Chapter[] {
  const current = versionOf(story, plainOf(story));
  const time = ({ date }: { date: string }) => Date.parse(date);
  const recorded = recordedOf(story);
  // What was recorded as it is now is not told twice, and what has not changed is no version.
  const versions = [...recorded.filter((version) => !isDeepStrictEqual(version, current)), current].toSorted(
    (a, b) => time(a) - time(b),
  );
  return versions
    .map((version, index): Chapter => {
      const before = versions[index - 1];
      // A note belongs to the first version that is not older than it.
      const corrections = story.corrections.filter(
        (one) => time(one) <= time(version) && (!before || time(one) > time(before)),
      );
      return {
        date: version.date,
        corrections,
        ...(before && { changes: changesBetween(before, version, story.lang) }),
      };
    })
    .reverse();
}
