import { z } from 'astro/zod';
import { defineContract } from '../../document/contract.ts';
import { text } from '../../schema/fields.ts';
import { gatherMoments } from '../spine.ts';

export default defineContract({
  name: 'WhatsNext',
  purpose: 'What is still to come: steps with their dates, or a few sentences.',
  place: 'section',
  heading: 'whatsNext',
  holds: 'flow',
  mayBeEmpty: false,
  arrange: (node) => gatherMoments(node, 'Step'),
  props: z.object({
    title: text('a heading').optional().describe('The heading, where “What’s next” does not fit.'),
  }),
  example: `<WhatsNext>
<Step date="2035" certainty="expected">The latest year for the change.</Step>
</WhatsNext>`,
});
