import { z } from 'astro/zod';
import { defineContract } from '../../document/contract.ts';
import { text } from '../../schema/fields.ts';

export default defineContract({
  name: 'PullQuote',
  purpose: 'Words of the story once more, large. Left out of copies, of the count of words and of speech.',
  place: 'part',
  role: 'quotation',
  holds: 'flow',
  repeats: true,
  props: z.object({
    by: text('whose words they are').optional().describe('Whose words they are.'),
  }),
  example: `<PullQuote by="Gustavo Petro">
“I live humbly off my salary.”
</PullQuote>`,
});
