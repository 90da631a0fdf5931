import { z } from 'astro/zod';
import { dateOrMoment, partialDate, reference, text, webAddress } from './fields.ts';

/** What a source is. Its badge says it by shape, its details by word. */
export const sourceKinds = [
  'agency',
  'newspaper',
  'news',
  'statement',
  'document',
  'court',
  'data',
  'study',
  'interview',
  'speech',
  'person',
  'post',
  'briefing',
  'other',
] as const;

export type SourceKind = (typeof sourceKinds)[number];

/** One thing that a story cites, listed under `sources` above the story. */
export const sourceSchema = z
  .strictObject({
    outlet: reference('outlets').optional().describe('Who published it.'),
    by: reference('people').optional().describe('Who said or wrote it.'),
    name: text('a name for the source').optional().describe('What to call a source without outlet or person.'),
    kind: z.enum(sourceKinds).optional().describe('What it is, where the outlet does not say.'),
    title: text('the title').optional().describe('Its own title.'),
    description: text('a few words').optional().describe('What it is, in a few words.'),
    unnamed: z.boolean().optional().describe('True for a person whose name is not published.'),
    published: partialDate().optional().describe('When it was published or said.'),
    accessed: dateOrMoment().optional().describe('When the newsroom read it.'),
    url: webAddress().optional().describe('Where to read it.'),
    archived: webAddress().optional().describe('Where an archived copy is.'),
  })
  .refine(({ outlet, by, name }) => outlet ?? by ?? name, 'an outlet, a person (“by”) or a name');

/** The sources of a text, by the ids that its writer chose. */
export const sourcesSchema = z
  .record(
    z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'an id of lower-case letters, digits and hyphens'),
    sourceSchema,
    'ids, each with a source below it',
  )
  .default({});

export type SourceRecord = z.infer<typeof sourceSchema>;
