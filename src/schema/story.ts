import { z } from 'astro/zod';
import { sitePath } from './address.ts';
import { correctionsSchema } from './correction.ts';
import { isBefore, isUpdatedLater, updatedLater } from './dates.ts';
import { dateOrMoment, language, reference, text, webAddress } from './fields.ts';
import { licenceSchema } from './licence.ts';
import { leadPictureSchema } from './lead-picture.ts';
import { sourcesSchema } from './source.ts';

/** What a story is; its label says so to readers. */
export const labels = ['explainer', 'background', 'analysis', 'fact-check'] as const;

export type Label = (typeof labels)[number];

/** A list in which nothing stands twice. */
const each = (list: z.ZodArray<z.ZodString>, noun: string) =>
  list.superRefine((names, { addIssue }) => {
    const seen = new Set<string>();
    for (const [index, name] of names.entries()) {
      if (seen.has(name)) addIssue({ code: 'custom', path: [index], message: `each ${noun} once` });
      seen.add(name);
    }
  });

/** What stands above a story, between the two lines of `---`. */
export const storySchema = z
  .strictObject({
    headline: text('the headline').describe('The headline.'),
    description: text('one sentence').describe('One sentence under the headline; also for search engines and feeds.'),
    label: z.enum(labels).default('explainer').describe('What it is: the label above the headline.'),
    lang: language().optional().describe('The language of the story, where it is not the newsroom’s.'),
    translationOf: reference('explainers')
      .optional()
      .describe('For a translation: the story that it is a translation of, by the name of its file or folder.'),
    published: dateOrMoment().describe(
      'When this newsroom publishes it. A time to come keeps it back until a build after that.',
    ),
    updated: dateOrMoment().optional().describe('When the writer last changed what it says.'),
    draft: z.boolean().optional().describe('True while it is being written: then only npm run dev shows it.'),
    pinned: dateOrMoment().optional().describe('It leads the front page until then.'),
    picture: leadPictureSchema
      .optional()
      .describe('The picture above it and in lists. A story without one has a drawn mark there.'),
    authors: each(z.array(reference('authors'), 'a list of authors').min(1, 'at least one author'), 'author').describe(
      'Who wrote it.',
    ),
    topics: each(z.array(reference('topics'), 'a list of topics'), 'topic')
      .default([])
      .describe('What it is about, the main topic first.'),
    aliases: z
      .array(sitePath(), 'a list of former addresses')
      .optional()
      .describe('Former addresses on this site, its own or of a story that it took over from: they lead to it.'),
    sources: sourcesSchema.describe('What it cites, each under an id of the writer’s choice.'),
    corrections: correctionsSchema.describe('Notes about changes since it was published; never deleted.'),
    firstPublished: z
      .strictObject({
        outlet: reference('outlets').describe('Who published it first.'),
        headline: text('the headline there').describe('The headline there.'),
        url: webAddress().optional().describe('Its address there: search engines are sent to it.'),
      })
      .optional()
      .describe('For a story that another newsroom published first.'),
    licence: licenceSchema.optional().describe('The terms for copies, where they are not the newsroom’s.'),
    allow: z
      .record(
        z.string(),
        text('the reason why'),
        'names of the desk’s rules, each with the reason why it does not hold here',
      )
      .optional()
      .describe('Rules of the desk that do not hold for this story, each with the reason.'),
  })
  .refine(isUpdatedLater, updatedLater)
  .superRefine(({ published, corrections }, { addIssue }) => {
    for (const [index, { date }] of corrections.entries())
      if (isBefore(date, published))
        addIssue({
          code: 'custom',
          path: ['corrections', index, 'date'],
          message: 'a date that is not before “published”',
        });
  });

export type StoryRecord = z.infer<typeof storySchema>;
