import { z } from 'astro/zod';
import { defineContract } from '../../document/contract.ts';
import { text } from '../../schema/fields.ts';

export default defineContract({
  name: 'Disclosure',
  purpose: 'Interests, funding or the use of AI that a reader should know of.',
  place: 'section',
  heading: 'disclosure',
  holds: 'flow',
  mayBeEmpty: false,
  props: z.object({
    title: text('a heading').optional().describe('The heading, where “Disclosure” does not fit.'),
  }),
  example: `<Disclosure>
The writer owns no shares in the companies named here.
</Disclosure>`,
});
