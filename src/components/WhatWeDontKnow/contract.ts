import { z } from 'astro/zod';
import { defineContract } from '../../document/contract.ts';
import { partialDate, text } from '../../schema/fields.ts';

export default defineContract({
  name: 'WhatWeDontKnow',
  purpose: 'What is still open, a line for each question.',
  place: 'section',
  role: 'unknowns',
  heading: 'whatWeDontKnow',
  holds: 'list',
  props: z.object({
    title: text('a heading').optional().describe('The heading, where “What we don’t know” does not fit.'),
    asOf: partialDate().optional().describe('The day on which this was so.'),
  }),
  example: `<WhatWeDontKnow>
- When the two will meet: no official date is set.
</WhatWeDontKnow>`,
});
