import { defineCollection } from 'astro:content';
import { glob } from 'astro/loaders';
import { z } from 'astro/zod';

export const collections = {
  explainers: defineCollection({
    loader: glob({ base: './content/explainers', pattern: '**/*.mdx' }),
    schema: z.object({
      headline: z.string(),
      description: z.string(),
      published: z.coerce.date(),
      authors: z.array(z.string()),
      topics: z.array(z.string()),
      sources: z.record(
        z.string(),
        z.object({ outlet: z.string(), title: z.string(), published: z.coerce.date(), url: z.url() }),
      ),
    }),
  }),
};
