import { z } from 'astro/zod';
import { text, webAddress } from './fields.ts';
import { translations } from './translations.ts';

/** A word that readers may not know: `content/terms/<id>.yaml`. */
export const termSchema = z.strictObject({
  name: text('the term').describe('The term, as readers see it.'),
  definition: text('a sentence or two').describe('What it means, in a sentence or two.'),
  from: text('who defines it so').optional().describe('Who defines it so.'),
  url: webAddress().optional().describe('Where to read more.'),
  translations: translations({
    name: text('the term'),
    definition: text('a sentence or two'),
    from: text('who defines it so'),
  }),
});

export type Term = z.infer<typeof termSchema>;
