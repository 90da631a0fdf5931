import { z } from 'astro/zod';
import { defineContract } from '../../document/contract.ts';
import { reference } from '../../schema/fields.ts';

export default defineContract({
  name: 'Term',
  purpose:
    'A word that readers may not know, where it is first used: its definition opens beside it, and goes with every copy.',
  place: 'inline',
  holds: 'words',
  props: z.object({
    id: reference('terms').describe('A file in terms/.'),
  }),
  example: 'The last <Term id="leap-second">leap second</Term> was added in 2016.',
});
