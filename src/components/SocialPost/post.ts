import type { StoryContext } from '../../stories/story.ts';
import { formatDate } from '../../strings/date.ts';

/** What is known of a post, from its source. */
export function postOf(id: string, { story, timeZone }: StoryContext) {
  const source = story.sources.find((one) => one.id === id);
  const iso = source?.published;
  return {
    source,
    author: source?.person?.name,
    date: iso ? { iso, words: formatDate(iso, story.lang, timeZone) } : undefined,
  };
}
