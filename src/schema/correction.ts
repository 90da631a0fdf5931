import { z } from 'astro/zod';
import { dateOrMoment, text } from './fields.ts';

/**
 * What a note about a change is: a `correction` of what was wrong, a `clarification` of what could
 * be misread, an `update` of what has happened since, or the `withdrawal` of an earlier note.
 */
const correctionKinds = ['correction', 'clarification', 'update', 'withdrawal'] as const;

export type CorrectionKind = (typeof correctionKinds)[number];

/**
 * A dated note about a change to a published story, listed under `corrections` above it:
 *
 *     corrections:
 *       - date: 2026-01-10
 *         kind: correction
 *         severity: serious
 *         was: The call lasted two hours.
 *         now: The call lasted about an hour.
 *
 * Once published it stays as it is. What was noted wrongly is taken back by a note of its own, and
 * the one that it withdraws may then leave the list:
 *
 *       - { date: 2026-01-12, kind: withdrawal, withdraws: 2026-01-10, note: The first version was right. }
 */
export const correctionSchema = z
  .strictObject({
    date: dateOrMoment().describe('When readers were told.'),
    kind: z
      .enum(correctionKinds)
      .describe(
        'A correction of what was wrong, a clarification of what could be misread, an update of what has happened since, or the withdrawal of an earlier note.',
      ),
    severity: z
      .enum(['serious', 'minor'])
      .default('minor')
      .describe('A serious one stands at the top of the story, others at its end.'),
    was: text('what the story said').optional().describe('What the story said, word for word.'),
    now: text('what the story says now').optional().describe('What it says now, word for word.'),
    note: text('a sentence or two').optional().describe('What else readers should know, in a sentence or two.'),
    withdraws: dateOrMoment()
      .optional()
      .describe('Of a withdrawal: the date of the note that is taken back, as it was written.'),
  })
  .refine(({ kind, was }) => kind !== 'correction' || was, { path: ['was'], error: 'what the story said' })
  .refine(({ was, now }) => !was || was !== now, { path: ['now'], error: 'other words than in “was”' })
  .refine(({ now, note }) => now ?? note, { path: ['now'], error: 'what the story says now, or a “note”' })
  .refine(({ kind, withdraws }) => kind !== 'withdrawal' || withdraws, {
    path: ['withdraws'],
    error: 'the date of the note that is taken back',
  })
  .refine(({ kind, withdraws }) => kind === 'withdrawal' || !withdraws, {
    path: ['withdraws'],
    error: 'it only with “kind: withdrawal”',
  })
  .refine(({ date, withdraws }) => !withdraws || Date.parse(withdraws) <= Date.parse(date), {
    path: ['withdraws'],
    error: 'the date of an earlier note',
  });

export type Correction = z.infer<typeof correctionSchema>;

/** The notes about changes to a story, in any order. */
export const correctionsSchema = z.array(correctionSchema, 'a list of notes about changes').default([]);
