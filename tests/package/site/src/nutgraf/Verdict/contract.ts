import { z } from 'astro/zod';
import { defineContract } from 'nutgraf/contract';

/** A component that Nutgraf does not have. */
export default defineContract({
  name: 'Verdict',
  purpose: 'What the newsroom found out about a claim.',
  place: 'section',
  holds: 'flow',
  props: z.object({
    claim: z.string().describe('What was claimed.'),
    holds: z.boolean().optional().describe('Whether it is so.'),
  }),
  example: `<Verdict claim="The bridge was closed for a month.">
It was closed for two days.
</Verdict>`,
});
