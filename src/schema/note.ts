import { z } from 'astro/zod';
import { isUpdatedLater, updatedLater } from './dates.ts';
import { dateOrMoment, language, text } from './fields.ts';
import { sourcesSchema } from './source.ts';

/** Background that many stories share: what stands above `content/notes/<id>.mdx`. */
export const noteSchema = z
  .strictObject({
    title: text('a title').describe('What it is about.'),
    lang: language().optional().describe('The language of the note, where it is not the newsroom’s.'),
    published: dateOrMoment().describe('The day on which it was true: readers see it.'),
    updated: dateOrMoment().optional().describe('When the writer last changed what it says.'),
    sources: sourcesSchema.describe('What it cites, each under an id of the writer’s choice.'),
  })
  .refine(isUpdatedLater, updatedLater);

export type NoteRecord = z.infer<typeof noteSchema>;
