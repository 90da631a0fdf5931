import { options } from 'virtual:nutgraf/site';
import { guide } from 'virtual:nutgraf/guide';
import { storyOf } from './story.ts';
import type { Registries, Story } from './story.ts';

/** The story in which the examples of all components stand; in English, as they are. */
export function exampleStory(): Story {
  const registries = Object.fromEntries(
    Object.entries(guide.registries).map(([name, records]) => [name, new Map(Object.entries(records))]),
  );
  const data = { ...guide.record, lang: 'en', document: { ...guide.facts, digest: '' } };
  // The guide hands its registries over as JSON, by the names that `Registries` has.
  return storyOf('guide', data, registries as unknown as Registries, options);
}
