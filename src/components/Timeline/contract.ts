import { z } from 'astro/zod';
import { defineContract } from '../../document/contract.ts';
import { text } from '../../schema/fields.ts';

export default defineContract({
  name: 'Timeline',
  purpose: 'How it came to this: dated events, the oldest first.',
  place: 'section',
  holds: ['Event'],
  props: z.object({
    title: text('a heading').optional().describe('The heading, where “Timeline” does not fit.'),
  }),
  example: `<Timeline title="How it came to this">
<Event date="1972-06-30">The first leap second is added.</Event>
<Event date="2016-12-31">The last one so far.</Event>
</Timeline>`,
});
