import { dayIn, monthsSince } from '../clock.ts';
import type { Story } from './story.ts';

/** One thing to come, of whichever story says so. */
export interface ComingStep {
  story: Pick<Story, 'id' | 'published' | 'lang'>;
  /** As far as it is known; `undefined` where no date is set. */
  date?: string;
  /** The date in the story’s words. */
  when?: string;
  words: string;
}

const MOST = 6;
const OF_STORY = 2;

/** So many months after a story came out, what it leaves without a date is no news; a correction makes it none. */
const STALE = 6;

/** The nearest dates of what stories say is to come, then what has none; of one story no more than two. */
export function nextOf(stories: readonly Story[], timeZone: string): ComingStep[] {
  const today = dayIn(timeZone);
  const ofStory = new Map<string, number>();
  return stories
    .flatMap((story) =>
      story.document.steps
        .filter(({ date }) => (date ? isOpen(date, today) : monthsSince(story.published, timeZone) < STALE))
        .map((step): ComingStep => ({ story: identityOf(story), ...step, words: namedIn(step.words, story) })),
    )
    .toSorted((a, b) => (a.date ?? LAST).localeCompare(b.date ?? LAST))
    .filter(({ story }) => {
      const count = (ofStory.get(story.id) ?? 0) + 1;
      ofStory.set(story.id, count);
      return count <= OF_STORY;
    })
    .slice(0, MOST);
}

/** Sorts after every date. */
const LAST = '9999-99';

/** A year or a month is to come until it is over; a moment as long as its day. */
const isOpen = (date: string, today: string) => date.slice(0, 10) >= today.slice(0, Math.min(date.length, 10));

const identityOf = ({ id, published, lang }: Story) => ({ id, published, lang });

/** Words with the names of sources that stand in a sentence; those after its end are left out. */
function namedIn(words: string, { sources }: Story): string {
  const names = new Map(sources.map(({ id, name }) => [id, name]));
  return words
    .replace(/(?<=[.!?…。؟])(?:\s*\{[^}]*\})+/g, '')
    .replace(/\{([^}]*)\}/g, (_, id: string) => names.get(id) ?? id);
}
