import { authorSchema } from './author.ts';
import { noteSchema } from './note.ts';
import { outletSchema } from './outlet.ts';
import { personSchema } from './person.ts';
import { policySchema } from './policy.ts';
import { storySchema } from './story.ts';
import { termSchema } from './term.ts';
import { topicSchema } from './topic.ts';

/** What a writer writes as MDX: the folder under `content/` and the shape of what stands above the text. */
export const textSchemas = {
  explainers: storySchema,
  notes: noteSchema,
  policies: policySchema,
} as const;

/** What is looked up, in YAML: the folder under `content/` and the shape of a file in it. */
export const recordSchemas = {
  outlets: outletSchema,
  people: personSchema,
  authors: authorSchema,
  topics: topicSchema,
  terms: termSchema,
} as const;

/** The collections of a newsroom. */
export const schemas = { ...textSchemas, ...recordSchemas } as const;

export type TextName = keyof typeof textSchemas;
export type CollectionName = keyof typeof schemas;

export const isText = (name: CollectionName): name is TextName => name in textSchemas;
