import { z } from 'astro/zod';
import { defineContract } from '../../document/contract.ts';
import { reference } from '../../schema/fields.ts';

export default defineContract({
  name: 'Source',
  purpose: 'A badge that names a source as a word of the sentence, and opens its details.',
  place: 'inline',
  role: 'badge',
  holds: 'words',
  props: z.object({
    id: reference('sources').describe('One of the sources listed above the story.'),
  }),
  example:
    'It lasted about an hour, according to <Source id="us-official" /> and <Source id="presidency">Petro’s office</Source>.',
});
