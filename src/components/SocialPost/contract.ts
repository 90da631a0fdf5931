import { z } from 'astro/zod';
import { defineContract } from '../../document/contract.ts';
import { reference } from '../../schema/fields.ts';

export default defineContract({
  name: 'SocialPost',
  purpose:
    'A post as text: its words stand between the tags; author, platform, date and archived copy are its source’s.',
  place: 'part',
  role: 'post',
  holds: 'flow',
  props: z.object({
    source: reference('sources').describe('The post: a source with the platform as outlet and the author as “by”.'),
  }),
  example: `<SocialPost source="trump-post">
“to explain the situation of drugs and other disagreements that we have had”
</SocialPost>`,
});
