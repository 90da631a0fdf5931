import { defineCollection } from 'astro:content';
import type { SchemaContext } from 'astro:content';
import type { ImageMetadata } from 'astro';
import { z } from 'astro/zod';
import { collectionLoader } from './integration/loader.ts';
import { schemas } from './schema/index.ts';
import type { DocumentFacts } from './document/read.ts';

const { explainers, outlets, people, authors, topics } = schemas;

/** A story as Astro stores it: what the writer set, and what the reader of stories found out. */
type StoryEntry = z.output<typeof explainers> & {
  document: DocumentFacts & { digest: string };
  pictures: ImageMetadata[];
};

/** Stories were checked when they were read; Astro makes this schema anew for each, to resolve its pictures. */
const storedStory = ({ image }: SchemaContext) => z.looseObject({ pictures: z.array(image()) }) as unknown as z.ZodType<StoryEntry>;

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
    schema: storedStory,
  }),
  outlets: defineCollection({ loader: collectionLoader('outlets'), schema: outlets }),
  people: defineCollection({ loader: collectionLoader('people'), schema: people }),
  authors: defineCollection({ loader: collectionLoader('authors'), schema: authors }),
  topics: defineCollection({ loader: collectionLoader('topics'), schema: topics }),
};
