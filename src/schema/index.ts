import { authorSchema } from './author.ts';
import { outletSchema } from './outlet.ts';
import { personSchema } from './person.ts';
import { storySchema } from './story.ts';
import { topicSchema } from './topic.ts';

/** The collections of a newsroom: the folder under `content/` and the shape of what is in it. */
export const schemas = {
  explainers: storySchema,
  outlets: outletSchema,
  people: personSchema,
  authors: authorSchema,
  topics: topicSchema,
} as const;

export type CollectionName = keyof typeof schemas;
