import { z } from 'astro/zod';
import { defineContract } from '../../document/contract.ts';
import { text } from '../../schema/fields.ts';

export default defineContract({
  name: 'Gallery',
  purpose: 'Pictures that are seen together, side by side where there is room: before and after, or a series.',
  place: 'part',
  holds: ['Figure'],
  mayBeEmpty: false,
  props: z.object({
    title: text('a title').describe('What they show together.'),
  }),
  example: `<Gallery title="The last two seconds of 2016">
<Figure src="clock.svg" alt="A digital clock that shows 23:59:59" credit="Illustration: The Desk" rights="ours">
Before
</Figure>
<Figure src="clock.svg" alt="A digital clock that shows 23:59:60" credit="Illustration: The Desk" rights="ours">
After
</Figure>
</Gallery>`,
});
