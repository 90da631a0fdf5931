import { defineCollection } from 'astro:content';
import type { SchemaContext } from 'astro:content';
import type { ImageMetadata } from 'astro';
import { z } from 'astro/zod';
import { collectionLoader } from './integration/loader.ts';
import { recordSchemas, textSchemas } from './schema/index.ts';
import type { TextName } from './schema/index.ts';
import type { DocumentFacts } from './document/read.ts';

const { outlets, people, authors, topics, terms } = recordSchemas;

/** A text as Astro stores it: what the writer set, and what the reading found out. */
type TextEntry<Name extends TextName> = z.output<(typeof textSchemas)[Name]> & {
  document: DocumentFacts & { digest: string };
  pictures: ImageMetadata[];
};

/** Texts were checked when they were read; Astro makes this schema anew for each, to resolve its pictures. */
const storedText =
  <Name extends TextName>(_name: Name) =>
  ({ image }: SchemaContext) =>
    // Astro stores what our own schema has already checked; this one only resolves pictures.
    z.looseObject({ pictures: z.array(image()) }) as unknown as z.ZodType<TextEntry<Name>>;

/**
 * The collections of a newsroom, for `src/content.config.ts`:
 *
 *     export { collections } from 'nutgraf/collections';
 *
 * Their files are under the folder that the `content` setting names.
 */
export const collections = {
  explainers: defineCollection({ loader: collectionLoader('explainers'), schema: storedText('explainers') }),
  notes: defineCollection({ loader: collectionLoader('notes'), schema: storedText('notes') }),
  policies: defineCollection({ loader: collectionLoader('policies'), schema: storedText('policies') }),
  pages: defineCollection({ loader: collectionLoader('pages'), schema: storedText('pages') }),
  outlets: defineCollection({ loader: collectionLoader('outlets'), schema: outlets }),
  people: defineCollection({ loader: collectionLoader('people'), schema: people }),
  authors: defineCollection({ loader: collectionLoader('authors'), schema: authors }),
  topics: defineCollection({ loader: collectionLoader('topics'), schema: topics }),
  terms: defineCollection({ loader: collectionLoader('terms'), schema: terms }),
};
