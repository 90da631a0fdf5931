import type { StoryContext } from '../../stories/story.ts';
import { formatDate } from '../../strings/date.ts';
import { fill } from '../../strings/strings.ts';

/** Who was asked, what came of it, and when. */
interface Reply {
  by: string;
  status: keyof StoryContext['strings']['responses'];
  date: string;
}

/** The fixed wording: silence is not an admission, and nobody’s reply is a “claim”. */
export const replyInWords = ({ by, status, date }: Reply, { story, strings, timeZone }: StoryContext): string =>
  fill(strings.responses[status], { name: story.people[by]?.name ?? by, date: formatDate(date, story.lang, timeZone) });
