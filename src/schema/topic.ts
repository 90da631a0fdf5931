import { z } from 'astro/zod';
import { text } from './fields.ts';
import { translations } from './translations.ts';

/** What the mark of a story without a picture shows; its topic decides. */
export const figures = ['arcs', 'bars', 'portals', 'rain', 'strands', 'strata', 'waves'] as const;

export type Figure = (typeof figures)[number];

/** What stories are about: `content/topics/<id>.yaml`. */
export const topicSchema = z.strictObject({
  name: text('the name').describe('Its name, as readers see it.'),
  description: text('a sentence').optional().describe('One sentence on what belongs to it.'),
  mark: z
    .enum(figures)
    .optional()
    .describe('The figure that is drawn for its stories without a picture; without it, one by its id.'),
  translations: translations({ name: text('the name'), description: text('a sentence') }),
});

export type Topic = z.infer<typeof topicSchema>;
