import { z } from 'astro/zod';
import { defineContract } from '../../document/contract.ts';
import { partialDate, reference } from '../../schema/fields.ts';

export default defineContract({
  name: 'Response',
  purpose:
    'The right of reply: who was asked for comment, and what came of it, in wording that is the same for everybody.',
  place: 'part',
  role: 'response',
  holds: 'flow',
  props: z.object({
    by: reference('people').describe('Who was asked.'),
    status: z.enum(['asked', 'replied', 'declined', 'no-reply']).describe('What came of it so far.'),
    date: partialDate().describe('The date of that.'),
  }),
  example: `<Response by="example-office" status="replied" date="2026-01-07">
It sent the figures that this story is made of.
</Response>`,
});
