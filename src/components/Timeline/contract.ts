import { z } from 'astro/zod';
import { defineContract } from '../../document/contract.ts';
import type { PropsOf } from '../../document/contract.ts';
import { propsOf } from '../../document/props.ts';
import { text } from '../../schema/fields.ts';
import type event from '../Event/contract.ts';
import { gatherMoments } from '../spine.ts';

const props = z.object({
  title: text('a heading').optional().describe('The heading, where “Timeline” does not fit.'),
  newestFirst: z.boolean().optional().describe('Shows the newest event first.'),
});

export default defineContract({
  name: 'Timeline',
  purpose: 'How it came to this: dated events, typed with the oldest first.',
  place: 'section',
  heading: 'timeline',
  holds: ['Event'],
  ordered: { by: 'date', group: 'group' } satisfies Record<string, keyof PropsOf<typeof event>>,
  props,
  arrange(node) {
    if (propsOf(node).values['newestFirst' satisfies keyof z.output<typeof props>]) node.children.reverse();
    gatherMoments(node, 'Event', 'group' satisfies keyof PropsOf<typeof event>);
  },
  example: `<Timeline title="How it came to this">
<Event date="1972-06-30">The first leap second is added.</Event>
<Event date="2016-12-31">The last one so far.</Event>
</Timeline>`,
});
