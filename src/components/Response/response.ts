import type { StoryContext } from '../../stories/story.ts';
import { formatDate } from '../../strings/date.ts';
import { fill } from '../../strings/strings.ts';

export interface ResponseProps {
  by: string;
  status: 'asked' | 'replied' | 'declined' | 'no-reply';
  date: string;
}

/** The fixed wording: silence is not an admission, and nobody’s reply is a “claim”. */
export const wordingOf = ({ by, status, date }: ResponseProps, { story, strings, timeZone }: StoryContext): string =>
  fill(strings.responses[status], { name: story.people[by]?.name ?? by, date: formatDate(date, story.lang, timeZone) });
