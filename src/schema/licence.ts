import { z } from 'astro/zod';
import { text, webAddress } from './fields.ts';

/** The terms under which others may copy stories. */
export const licenceSchema = z.strictObject({
  name: text('the name of the licence').describe('For example “CC BY-ND 4.0”.'),
  url: webAddress().optional().describe('The text of the licence.'),
  republish: z
    .boolean()
    .optional()
    .describe(
      'Whether others may republish under it without asking: then the story has a republish kit. True by itself for Creative Commons.',
    ),
});

export type Licence = z.infer<typeof licenceSchema>;

const isCreativeCommons = ({ name, url = '' }: Licence) =>
  /^(CC0|CC[ -]BY|Creative Commons)/i.test(name) || /^https?:\/\/creativecommons\.org\//.test(url);

/** Whether others may republish under a licence without asking. */
export const maySpread = (licence: Licence): boolean => licence.republish ?? isCreativeCommons(licence);

/** Whether a copy may change the words: only Creative Commons says so, and not where it has “NoDerivatives”. */
export const mayChange = (licence: Licence): boolean =>
  isCreativeCommons(licence) && !/-ND\b|NoDerivatives|\/by(-nc)?-nd\//i.test(`${licence.name} ${licence.url}`);
