import { z } from 'astro/zod';
import { text, webAddress } from './fields.ts';
import { translations } from './translations.ts';

/** Who writes: a reporter or a desk. `content/authors/<id>.yaml` */
export const authorSchema = z.strictObject({
  name: text('the name').describe('The name in the byline.'),
  desk: z.boolean().optional().describe('True for a desk or a team, which signs as an organisation.'),
  url: webAddress().optional().describe('A page about the author.'),
  translations: translations({ name: text('the name') }),
});

export type Author = z.infer<typeof authorSchema>;
