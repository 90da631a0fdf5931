import { z } from 'astro/zod';
import { defineContract } from 'nutgraf/contract';

/** In the place of Nutgraf’s own, which holds five points at most. */
export default defineContract({
  name: 'KeyPoints',
  purpose: 'The story in two points.',
  place: 'section',
  holds: 'list',
  limit: 2,
  props: z.object({}),
  example: `<KeyPoints>
- The bridge is open.
</KeyPoints>`,
});
