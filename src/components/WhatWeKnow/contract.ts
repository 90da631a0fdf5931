import { z } from 'astro/zod';
import { defineContract } from '../../document/contract.ts';
import { partialDate, text } from '../../schema/fields.ts';

export default defineContract({
  name: 'WhatWeKnow',
  purpose: 'What is established, a line for each fact with its source.',
  place: 'section',
  heading: 'whatWeKnow',
  holds: 'list',
  beside: 'WhatWeDontKnow',
  props: z.object({
    title: text('a heading').optional().describe('The heading, where “What we know” does not fit.'),
    asOf: partialDate().optional().describe('The day on which this was so.'),
  }),
  example: `<WhatWeKnow>
- The call lasted about an hour, according to a <Source id="us-official">U.S. official</Source>.
</WhatWeKnow>`,
});
