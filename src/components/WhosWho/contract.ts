import { z } from 'astro/zod';
import { defineContract } from '../../document/contract.ts';
import { text } from '../../schema/fields.ts';

export default defineContract({
  name: 'WhosWho',
  purpose: 'The people of the story, from the newsroom’s own register.',
  place: 'section',
  heading: 'whosWho',
  holds: ['Profile'],
  props: z.object({
    title: text('a heading').optional().describe('The heading, where “Who’s who” does not fit.'),
  }),
  example: `<WhosWho>
<Profile person="gustavo-petro">
He confirmed the call to supporters in Bogotá.
</Profile>
</WhosWho>`,
});
