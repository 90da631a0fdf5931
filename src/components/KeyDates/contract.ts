import { z } from 'astro/zod';
import { defineContract } from '../../document/contract.ts';
import type { PropsOf } from '../../document/contract.ts';
import { text } from '../../schema/fields.ts';
import type event from '../Event/contract.ts';
import { gatherMoments } from '../spine.ts';

export default defineContract({
  name: 'KeyDates',
  purpose: 'The few dates to keep in mind, beside each other where there is room: a sentence each, the oldest first.',
  place: 'section',
  heading: 'timeline',
  holds: ['Event'],
  ordered: { by: 'date' } satisfies Record<string, keyof PropsOf<typeof event>>,
  props: z.object({
    title: text('a heading').optional().describe('The heading, where “Timeline” does not fit.'),
  }),
  arrange(node) {
    gatherMoments(node, 'Event', 'group' satisfies keyof PropsOf<typeof event>);
  },
  example: `<KeyDates title="Key dates">
<Event date="1972-06-30">The first leap second is added.</Event>
<Event date="2016-12-31">The last one so far.</Event>
<Event date="2035">They are to end.</Event>
</KeyDates>`,
});
