import type { StoryGroup, StoryGroups } from './groups.ts';
import { remembering } from './recent.ts';
import type { Story } from './story.ts';

/** Of a long group only the stories next to this one in time are compared, so that an archive may grow. */
const NEIGHBOURS = 50;

/**
 * The stories that have most in common with one: topics, people and notes that they share, each
 * counting the more the fewer stories have it. Equal ones: the newest first.
 *
 * @param total how many stories there are.
 */
export function relatedTo(
  story: Story,
  storyGroups: Pick<StoryGroups, 'topics' | 'people' | 'notes'>,
  total: number,
  most = 3,
): Story[] {
  const shared: StoryGroup<unknown>[] = [
    ...story.topics.flatMap(({ id }) => storyGroups.topics.get(id) ?? []),
    ...Object.keys(story.people).flatMap((id) => storyGroups.people.get(id) ?? []),
    ...story.document.notes.flatMap((id) => storyGroups.notes.get(id) ?? []),
  ];
  const scores = new Map<Story, number>();
  for (const { stories } of shared) {
    const weight = Math.log((total + 1) / stories.length);
    for (const other of near(story, stories)) {
      if (other.id !== story.id && other.lang === story.lang) scores.set(other, (scores.get(other) ?? 0) + weight);
    }
  }
  // Only those that can be among the first are put in order: a topic may have a hundred neighbours.
  const least = [...scores.values()].toSorted((a, b) => b - a)[most - 1] ?? -Infinity;
  return [...scores]
    .filter(([, score]) => score >= least)
    .toSorted(([a, ofA], [b, ofB]) => ofB - ofA || timeOf(b) - timeOf(a) || a.id.localeCompare(b.id))
    .slice(0, most)
    .map(([other]) => other);
}

const timeOf = remembering(({ published }: Story) => Date.parse(published));

/** A group’s stories up to so many before and after one, by date: found by halving, as a group is in order. */
function near(story: Story, stories: readonly Story[]): readonly Story[] {
  if (stories.length <= 2 * NEIGHBOURS) return stories;
  const time = timeOf(story);
  let [low, high] = [0, stories.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (timeOf(stories[middle]!) > time) low = middle + 1;
    else high = middle;
  }
  return stories.slice(Math.max(0, low - NEIGHBOURS), low + NEIGHBOURS);
}
