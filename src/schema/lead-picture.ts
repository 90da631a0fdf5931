import { z } from 'astro/zod';
import { picture, text } from './fields.ts';

const point = 'a point such as 50% 30%: from the left, and from the top';

/** The picture of a story as a whole: above it, in lists, and with links to it. */
export const leadPictureSchema = z.strictObject({
  file: picture().describe('The picture: a file beside the story.'),
  alt: text('what the picture shows, in a sentence').describe('What it shows, for readers who cannot see it.'),
  caption: text('a sentence').optional().describe('A sentence under it.'),
  credit: text('who made the picture').describe('Who made it: “Photo: Jane Doe/Reuters”. It always stands with it.'),
  rights: z
    .enum(['ours', 'licensed', 'no-copies'])
    .describe('Whose it is. “no-copies” leaves it out of feeds and copies; a line says so there.'),
  focus: z
    .string(point)
    .regex(/^(100|\d{1,2})% (100|\d{1,2})%$/, point)
    .default('50% 50%')
    .describe('What has to be seen where it is cropped: how far from the left and from the top, such as 50% 30%.'),
});

export type LeadPicture = z.infer<typeof leadPictureSchema>;
