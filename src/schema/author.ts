import { z } from 'astro/zod';
import { fediverseAccount, text, webAddress } from './fields.ts';
import { translations } from './translations.ts';

/** Who writes: a reporter or a desk. `content/authors/<id>.yaml` */
export const authorSchema = z.strictObject({
  name: text('the name').describe('The name in the byline.'),
  desk: z.boolean().optional().describe('True for a desk or a team, which signs as an organisation.'),
  url: webAddress().optional().describe('A page about the author.'),
  biography: text('a sentence or two').optional().describe('Who they are, in a sentence or two: for their page.'),
  expertise: z
    .array(text('a subject'), 'a list of subjects')
    .optional()
    .describe('What they know about, such as “Colombian politics”.'),
  picture: z
    .string('an address such as /ana.jpg')
    .regex(/^\/(?!\/)\S+$/, 'an address such as /ana.jpg')
    .optional()
    .describe('Their picture, a file in public/.'),
  email: z.email('an address such as ana@example.org').optional().describe('Where readers write to them.'),
  fediverse: fediverseAccount()
    .optional()
    .describe('Their account in the fediverse, which Mastodon names below links to their stories.'),
  accounts: z.array(webAddress(), 'a list of web addresses').optional().describe('Their accounts elsewhere.'),
  translations: translations({
    name: text('the name'),
    biography: text('a sentence or two'),
    expertise: z.array(text('a subject'), 'a list of subjects'),
  }),
});

export type Author = z.infer<typeof authorSchema>;
