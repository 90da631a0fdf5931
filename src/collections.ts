import { defineCollection } from 'astro:content';
import type { SchemaContext } from 'astro:content';
import { z } from 'astro/zod';
import { collectionLoader } from './integration/loader.ts';
import { schemas } from './schema/index.ts';
import type { DocumentFacts } from './document/read.ts';

const { explainers, outlets, people, authors, topics } = schemas;

const storySchemaOf = ({ image }: SchemaContext) =>
  explainers.extend({
    /** What the reader of stories found out; not a key that a writer sets. */
    document: z.custom<DocumentFacts>().and(z.object({ digest: z.string() })),
    pictures: z.array(image()),
  });

/** Made once: Astro asks for each story, and zod compiles each schema. The paths of pictures are relative, so `image` is the same for all. */
let storySchema: ReturnType<typeof storySchemaOf> | undefined;

/**
 * The collections of a newsroom, for `src/content.config.ts`:
 *
 *     export { collections } from 'nutgraf/collections';
 *
 * Their files are under the folder that the `content` setting names.
 */
export const collections = {
  explainers: defineCollection({
    loader: collectionLoader('explainers'),
    schema: (context) => (storySchema ??= storySchemaOf(context)),
  }),
  outlets: defineCollection({ loader: collectionLoader('outlets'), schema: outlets }),
  people: defineCollection({ loader: collectionLoader('people'), schema: people }),
  authors: defineCollection({ loader: collectionLoader('authors'), schema: authors }),
  topics: defineCollection({ loader: collectionLoader('topics'), schema: topics }),
};
