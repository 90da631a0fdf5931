import { z } from 'astro/zod';
import { defineContract } from '../../document/contract.ts';
import { text } from '../../schema/fields.ts';

export default defineContract({
  name: 'InNumbers',
  purpose: 'A few numbers that carry the story, each with its unit, its label and its source.',
  place: 'section',
  heading: 'inNumbers',
  holds: ['Number'],
  props: z.object({
    title: text('a heading').optional().describe('The heading, where “In numbers” does not fit.'),
  }),
  example: `<InNumbers>
<Number value="27" unit="seconds" source="iers">
Leap seconds added since 1972
</Number>
</InNumbers>`,
});
