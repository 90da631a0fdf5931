import { dayIn, isToCome } from '../clock.ts';
import type { Story } from './story.ts';
import { teaserOf } from './teaser.ts';
import type { Teaser } from './teaser.ts';

/** What a front page shows of stories; none twice. */
export interface Front {
  lead?: Teaser;
  /** What stands beside or below it. */
  row: Teaser[];
  /** The topics of the newest stories that are not above. */
  topics: { id: string; name: string; /** Of all there are. */ count: number; stories: Teaser[] }[];
  /** The newest of the rest, where there is room for headlines only. */
  latest: Teaser[];
}

const ROW = 4;
const OF_TOPIC_IN_ROW = 2;
const TOPICS = 7;
const OF_TOPIC = 3;
const LATEST = 6;

/** For so many days a story with a picture leads before newer ones without. */
const PICTURE_DAYS = 7;

/**
 * Makes up the front page. The story that is pinned leads; else the newest of the last days that has a picture;
 * else the newest of all.
 *
 * @param stories the newest first, each once.
 */
export function frontOf(stories: readonly Story[], timeZone: string): Front {
  const lead = leadOf(stories, timeZone);
  const shown = new Set(lead ? [lead] : []);
  const take = (chosen: readonly Story[]): Teaser[] => {
    for (const story of chosen) shown.add(story);
    return chosen.map(teaserOf);
  };
  const rest = () => stories.filter((story) => !shown.has(story));
  const row = take(rowOf(rest()));
  const byTopic = Map.groupBy(rest(), ({ topics: [main] }) => main?.id);
  const counts = new Map<string, number>();
  for (const { topics } of stories) for (const { id } of topics) counts.set(id, (counts.get(id) ?? 0) + 1);
  const topics = [...byTopic]
    .flatMap(([id, of]) => (id === undefined ? [] : [{ id, of }]))
    .slice(0, TOPICS)
    .map(({ id, of }) => ({
      id,
      name: of[0]!.topics[0]!.name,
      count: counts.get(id)!,
      stories: take(of.slice(0, OF_TOPIC)),
    }));
  return { ...(lead && { lead: teaserOf(lead) }), row, topics, latest: take(rest().slice(0, LATEST)) };
}

function leadOf(stories: readonly Story[], timeZone: string): Story | undefined {
  const [newest] = stories;
  const isPinned = ({ pinned }: Story) =>
    pinned !== undefined && (isToCome(pinned, timeZone) || pinned === dayIn(timeZone));
  const isRecent = ({ published }: Story) =>
    Date.parse(newest!.published) - Date.parse(published) <= PICTURE_DAYS * 86_400_000;
  return stories.find(isPinned) ?? stories.find((story) => story.picture && isRecent(story)) ?? newest;
}

/** The next few, of many topics as far as there are many. */
function rowOf(stories: readonly Story[]): Story[] {
  const counts = new Map<string | undefined, number>();
  const varied = stories.slice(0, 5 * ROW).filter(({ topics: [main] }) => {
    const count = (counts.get(main?.id) ?? 0) + 1;
    counts.set(main?.id, count);
    return count <= OF_TOPIC_IN_ROW;
  });
  const chosen = new Set(varied.slice(0, ROW));
  for (const story of stories.slice(0, ROW)) if (chosen.size < ROW) chosen.add(story);
  return stories.filter((story) => chosen.has(story));
}
