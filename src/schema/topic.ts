import { z } from 'astro/zod';
import { text } from './fields.ts';
import { translations } from './translations.ts';

/** What stories are about: `content/topics/<id>.yaml`. */
export const topicSchema = z.strictObject({
  name: text('the name').describe('Its name, as readers see it.'),
  description: text('a sentence').optional().describe('One sentence on what belongs to it.'),
  translations: translations({ name: text('the name'), description: text('a sentence') }),
});

export type Topic = z.infer<typeof topicSchema>;
