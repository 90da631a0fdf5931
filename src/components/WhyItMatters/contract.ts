import { z } from 'astro/zod';
import { defineContract } from '../../document/contract.ts';
import { text } from '../../schema/fields.ts';

export default defineContract({
  name: 'WhyItMatters',
  purpose: 'The nut graf: one or two sentences that tell why the reader should care.',
  place: 'section',
  role: 'nutGraf',
  heading: 'whyItMatters',
  holds: 'flow',
  props: z.object({
    title: text('a heading').optional().describe('The heading, where “Why it matters” does not fit.'),
  }),
  example: `<WhyItMatters title="Why the leap second matters">
A second that computers did not expect has brought down websites.
</WhyItMatters>`,
});
