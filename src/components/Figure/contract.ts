import { z } from 'astro/zod';
import { defineContract } from '../../document/contract.ts';
import { picture, text } from '../../schema/fields.ts';

export default defineContract({
  name: 'Figure',
  purpose: 'A picture with its caption between the tags, its credit, and whether copies may have it.',
  place: 'part',
  role: 'picture',
  holds: 'words',
  props: z.object({
    src: picture().describe('The picture: a file beside the story.'),
    alt: text('what the picture shows, in a sentence').describe('What it shows, for readers who cannot see it.'),
    credit: text('who made the picture').describe('Who made it: “Photo: Jane Doe/Reuters”.'),
    rights: z
      .enum(['ours', 'licensed', 'no-copies'])
      .describe('Whose it is. “no-copies” leaves it out of feeds and copies; a line says so there.'),
  }),
  example: `<Figure src="clock.svg" alt="A digital clock that shows 23:59:60" credit="Illustration: The Desk" rights="ours">
A leap second is written as a sixty-first second.
</Figure>`,
});
