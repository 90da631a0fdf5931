import { z } from 'astro/zod';
import { defineContract } from '../../document/contract.ts';
import type { PropsOf } from '../../document/contract.ts';
import { text } from '../../schema/fields.ts';
import type statement from '../Statement/contract.ts';
import { gatherBy } from './sides.ts';

export default defineContract({
  name: 'Officials',
  purpose: 'What people in office say: a set of statements, in columns where the statements name a side.',
  place: 'section',
  heading: 'officials',
  holds: ['Statement'],
  arrange: (node) => gatherBy('side' satisfies keyof PropsOf<typeof statement>, node),
  props: z.object({
    title: text('a heading').optional().describe('The heading, where “What officials are saying” does not fit.'),
  }),
  example: `<Officials title="What officials are saying now">
<Statement by="gustavo-petro" source="petro-speech">
He asked to restart dialogue between the two countries.
</Statement>
</Officials>`,
});
