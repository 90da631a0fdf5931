import { z } from 'astro/zod';
import { defineContract } from '../../document/contract.ts';
import { text } from '../../schema/fields.ts';

export default defineContract({
  name: 'Perspectives',
  purpose: 'Positions on a question, each with whose view it is.',
  place: 'section',
  heading: 'perspectives',
  holds: ['Perspective'],
  props: z.object({
    title: text('a heading').optional().describe('The heading, where “Perspectives” does not fit.'),
  }),
  example: `<Perspectives title="Is it the right step?">
<Perspective of="Those who keep clocks in step with the sun">
Noon should stay noon, they say, however small the drift.
</Perspective>
</Perspectives>`,
});
