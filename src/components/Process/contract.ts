import { z } from 'astro/zod';
import { defineContract } from '../../document/contract.ts';
import { text } from '../../schema/fields.ts';

export default defineContract({
  name: 'Process',
  purpose:
    'How the story was reported: what was done, what was not, and who paid. At least one sentence that is true of this story only.',
  place: 'section',
  role: 'backstory',
  heading: 'process',
  holds: 'flow',
  props: z.object({
    title: text('a heading').optional().describe('The heading, where “How we reported this” does not fit.'),
  }),
  example: `<Process>
This explainer retells a story that another newsroom published first. We did no interviews of our own.
</Process>`,
});
