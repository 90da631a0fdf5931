import { z } from 'astro/zod';
import { defineContract } from '../../document/contract.ts';
import { text } from '../../schema/fields.ts';

export default defineContract({
  name: 'QandA',
  purpose: 'Questions that a reader asks, each with its answer.',
  place: 'section',
  role: 'questions',
  heading: 'questions',
  holds: ['Question'],
  props: z.object({
    title: text('a heading').optional().describe('The heading, where “Questions and answers” does not fit.'),
  }),
  example: `<QandA title="What readers ask">
<Question ask="Is a meeting certain?">
No. No official date is set.
</Question>
</QandA>`,
});
