import { roleOn } from '../../schema/person.ts';
import type { StoryContext } from '../../stories/story.ts';

/** A person as a story shows them: with the role held on its date. */
export function profileOf(id: string, { story }: StoryContext): { name: string; role?: string | undefined } {
  const person = story.people[id];
  return { name: person?.name ?? id, role: person && roleOn(person, story.published) };
}
