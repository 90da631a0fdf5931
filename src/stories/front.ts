import { dayIn, isToCome } from '../clock.ts';
import type { Story } from './story.ts';
import { teaserOf } from './teaser.ts';
import type { Teaser } from './teaser.ts';

/** What a front page shows; no story twice. */
export interface Front {
  lead?: Teaser;
  latest: Teaser[];
  /** The topics of the newest stories, each with what is not above. */
  topics: { id: string; name: string; stories: Teaser[] }[];
}

const LATEST = 7;
const TOPICS = 6;
const OF_TOPIC = 3;

/**
 * Makes up the front page: the story that is pinned leads, the newest where several are, else the
 * newest story of all.
 *
 * @param stories the newest first, each once.
 */
export function frontOf(stories: readonly Story[], timeZone: string): Front {
  const isPinned = ({ pinned }: Story) =>
    pinned !== undefined && (isToCome(pinned, timeZone) || pinned === dayIn(timeZone));
  const lead = stories.find(isPinned) ?? stories[0];
  const others = stories.filter((story) => story !== lead);
  const shown = new Set([lead, ...others.slice(0, LATEST)]);
  const newest = new Map(stories.flatMap((story) => story.topics.map((topic) => [topic.id, topic])));
  const topics = [...newest.values()].slice(0, TOPICS).map(({ id, name }) => {
    const chosen: Story[] = [];
    for (const story of stories) {
      if (chosen.length === OF_TOPIC) break;
      if (!shown.has(story) && story.topics.some((topic) => topic.id === id)) chosen.push(story);
    }
    for (const story of chosen) shown.add(story);
    return { id, name, stories: chosen.map(teaserOf) };
  });
  return { ...(lead && { lead: teaserOf(lead) }), latest: others.slice(0, LATEST).map(teaserOf), topics };
}
