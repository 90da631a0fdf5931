import { z } from 'astro/zod';
import { defineContract } from '../../document/contract.ts';
import { reference } from '../../schema/fields.ts';

export default defineContract({
  name: 'Claim',
  purpose: 'A sentence that somebody asserts, with what is known of its truth, and the source of that.',
  place: 'part',
  role: 'claim',
  holds: 'flow',
  props: z.object({
    status: z.enum(['confirmed', 'disputed', 'unverified', 'false']).describe('What is known of it.'),
    source: reference('sources').describe('Who confirms, disputes or refutes it, or who asserts it.'),
  }),
  example: `<Claim status="false" source="iers">
A leap second is added every year.
</Claim>`,
});
