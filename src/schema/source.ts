import { z } from 'astro/zod';
import { dateOrMoment, language, partialDate, reference, text, webAddress } from './fields.ts';

/** What a source is. Its badge says it by shape, its details by word. */
const sourceKinds = [
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
    author: text('the names of its authors').optional().describe('Who wrote it, as it says itself.'),
    description: text('a few words')
      .optional()
      .describe('What it is, in a few words; of an unnamed source, who it is.'),
    unnamed: z
      .boolean()
      .optional()
      .describe('True for a person whose name is not published. Such a source needs a description and “anonymity”.'),
    anonymity: text('why the name is not published')
      .optional()
      .describe('Why the name of an unnamed source is not published: readers see it.'),
    quotedBy: reference('outlets')
      .optional()
      .describe(
        'Who reported it, where the newsroom knows the words only from another’s report: the source is then second-hand.',
      ),
    published: partialDate().optional().describe('When it was published or said.'),
    accessed: dateOrMoment().optional().describe('When the newsroom read it.'),
    pages: text('pages such as 12 or 12–14').optional().describe('Which pages of it.'),
    lang: language().optional().describe('Its language, where it is not the story’s.'),
    url: webAddress().optional().describe('Where to read it.'),
    archived: webAddress().optional().describe('Where an archived copy is.'),
    note: text('a sentence').optional().describe('What a reader should know of it, in a sentence.'),
  })
  .refine(({ outlet, by, name }) => outlet ?? by ?? name, 'an outlet, a person (“by”) or a name')
  .refine(({ unnamed, description }) => !unnamed || description, {
    path: ['description'],
    error: 'who the unnamed source is, as closely as can be said',
  })
  .refine(({ unnamed, anonymity }) => !unnamed || anonymity, {
    path: ['anonymity'],
    error: 'why the name is not published',
  })
  .refine(({ unnamed, anonymity }) => unnamed || !anonymity, {
    path: ['unnamed'],
    error: '“unnamed: true” beside “anonymity”',
  });

/** The sources of a text, by the ids that its writer chose. */
export const sourcesSchema = z
  .record(
    z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'an id of lower-case letters, digits and hyphens'),
    sourceSchema,
    'ids, each with a source below it',
  )
  .default({});

export type SourceRecord = z.infer<typeof sourceSchema>;
