import type { StoryContext } from '../stories/story.ts';
import { fill } from '../strings/strings.ts';

/** The line that says where figures come from, for what is not the page. */
export function plainFrom(id: string, { story, strings }: StoryContext): string {
  const source = story.sources.find((one) => one.id === id);
  return source ? fill(strings.dataFrom, { source: source.name }) : '';
}
