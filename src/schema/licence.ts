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
  contact: text('an address')
    .optional()
    .describe('Whom partners may ask: an address by mail or of the web, shown in the republish kit.'),
});

/** Those of the newsroom. A story alone must not send its readers’ addresses anywhere: the counter is a setting. */
export const newsroomLicenceSchema = licenceSchema.extend({
  counter: z
    .string('an address with {id}')
    .regex(/^https:\/\/\S*\{id\}/, 'an address such as https://count.example.org/{id}.gif')
    .optional()
    .describe(
      'A picture of one pixel that partners’ readers load, so that they are counted; {id} is the story’s. It tells that host the address of each reader: say so in your terms.',
    ),
});

export type Licence = z.infer<typeof licenceSchema>;

const isCreativeCommons = ({ name, url = '' }: Licence) =>
  /^(CC0|CC[ -]BY|Creative Commons)/i.test(name) || /^https?:\/\/creativecommons\.org\//.test(url);

/** Whether others may republish under a licence without asking. */
export const maySpread = (licence: Licence): boolean => licence.republish ?? isCreativeCommons(licence);

/** Whether a copy may change the words: only Creative Commons says so, and not where it has “NoDerivatives”. */
export const mayChange = (licence: Licence): boolean =>
  isCreativeCommons(licence) && !/-ND\b|NoDerivatives|\/by(-nc)?-nd\//i.test(termsIn(licence));

const termsIn = ({ name, url }: Licence) => `${name} ${url ?? ''}`;

/** Whether money may be made with a copy; only Creative Commons says so. */
export const mayTrade = (licence: Licence): boolean | undefined =>
  isCreativeCommons(licence) ? !/-NC\b|NonCommercial|\/by-nc/i.test(termsIn(licence)) : undefined;

/** Whether what was changed has to be under the same licence. */
export const isShareAlike = (licence: Licence): boolean =>
  isCreativeCommons(licence) && /-SA\b|ShareAlike|\/by(-nc)?-sa\//i.test(termsIn(licence));
