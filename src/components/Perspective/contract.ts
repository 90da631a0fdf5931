import { z } from 'astro/zod';
import { defineContract } from '../../document/contract.ts';
import { reference, text } from '../../schema/fields.ts';

export default defineContract({
  name: 'Perspective',
  purpose: 'One position on the question, told fairly; it says whose view it is.',
  place: 'part',
  role: 'view',
  within: ['Perspectives'],
  holds: 'flow',
  props: z.object({
    of: text('whose view it is').describe('Whose view it is: a person, a group, a school of thought.'),
    source: reference('sources').optional().describe('Where the view is set out.'),
  }),
  example: `<Perspectives>
<Perspective of="Gustavo Petro" source="new-york-times">
The threat of military action was real.
</Perspective>
</Perspectives>`,
});
