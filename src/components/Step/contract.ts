import { z } from 'astro/zod';
import { defineContract } from '../../document/contract.ts';
import { momentProps } from '../moment.ts';

export default defineContract({
  name: 'Step',
  purpose: 'One thing that comes next, with its date or what is known of it.',
  place: 'part',
  role: 'step',
  within: ['WhatsNext'],
  holds: 'flow',
  props: momentProps({
    certainty: z.enum(['scheduled', 'expected', 'possible']).optional().describe('How sure it is that it comes then.'),
  }),
  example: `<WhatsNext>
<Step when="No date set">The meeting at the White House.</Step>
</WhatsNext>`,
});
