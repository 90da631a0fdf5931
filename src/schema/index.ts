import { authorSchema } from './author.ts';
import { noteSchema } from './note.ts';
import { outletSchema } from './outlet.ts';
import { personSchema } from './person.ts';
import { policySchema } from './policy.ts';
import { storySchema } from './story.ts';
import { termSchema } from './term.ts';
import { topicSchema } from './topic.ts';

// The types are written out because TypeScript would infer them with imports of modules that a site has not installed.

/** What a writer writes as MDX: the folder under `content/` and the shape of what stands above the text. */
export const textSchemas: {
  explainers: typeof storySchema;
  notes: typeof noteSchema;
  policies: typeof policySchema;
  pages: typeof policySchema;
} = {
  explainers: storySchema,
  notes: noteSchema,
  policies: policySchema,
  pages: policySchema,
};

/** The registries, which are YAML: the folder under `content/` and the shape of a file in it. */
export const recordSchemas: {
  outlets: typeof outletSchema;
  people: typeof personSchema;
  authors: typeof authorSchema;
  topics: typeof topicSchema;
  terms: typeof termSchema;
} = {
  outlets: outletSchema,
  people: personSchema,
  authors: authorSchema,
  topics: topicSchema,
  terms: termSchema,
};

/** The collections of a newsroom. */
export const schemas: typeof textSchemas & typeof recordSchemas = { ...textSchemas, ...recordSchemas };

export type TextName = keyof typeof textSchemas;
export type CollectionName = keyof typeof schemas;

export const isText = (name: CollectionName): name is TextName => name in textSchemas;
