import { z } from 'astro/zod';
import { defineContract } from '../../document/contract.ts';
import { text } from '../../schema/fields.ts';

export default defineContract({
  name: 'KeyPoints',
  purpose: 'The story in up to five points, for a reader who has half a minute.',
  place: 'section',
  role: 'points',
  heading: 'keyPoints',
  holds: 'list',
  limit: 5,
  props: z.object({
    title: text('a heading').optional().describe('The heading, where “Key points” does not fit.'),
  }),
  example: `<KeyPoints>
- The leap second is to be given up, by 2035 at the latest.
- Computers are the reason: few of them expect a minute of 61 seconds.
</KeyPoints>`,
});
