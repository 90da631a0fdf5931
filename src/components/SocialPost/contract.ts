import { z } from 'astro/zod';
import { defineContract } from '../../document/contract.ts';
import { reference } from '../../schema/fields.ts';

export default defineContract({
  name: 'SocialPost',
  purpose: 'A post as text: its words stand between the tags; author, platform, date and archived copy are its source’s.',
  place: 'part',
  holds: 'flow',
  props: z.object({
    source: reference('sources').describe('The post: a source with the platform as outlet and the author as “by”.'),
  }),
  example: `<SocialPost source="petro-remark">
I live humbly off my salary, even if it is a relatively high one for Colombia.
</SocialPost>`,
});
