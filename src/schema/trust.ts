import { z } from 'astro/zod';
import { text, webAddress } from './fields.ts';

const addresses = (what: string) => z.array(webAddress(), 'a list of web addresses').default([]).describe(what);

/** Whom a newsroom belongs to and what it controls, for `trust.txt` (JournalList’s specification, 1.4). */
export const trustSchema = z.strictObject({
  belongto: addresses('Associations that it belongs to.'),
  member: addresses('Organisations that belong to it.'),
  control: addresses('Sites that it controls.'),
  controlledby: addresses('Who controls it.'),
  social: addresses('Its accounts on social media.'),
  vendor: addresses('Who sells for it.'),
  customer: addresses('For whom it sells.'),
  disclosure: addresses('Its policies, for example on ethics and funding.'),
  contact: z
    .array(text('an address, a telephone number or an e-mail address'), 'a list of contacts')
    .default([])
    .describe('How to reach it.'),
});
