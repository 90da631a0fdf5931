import { z } from 'astro/zod';
import { correctionSchema } from './correction.ts';
import { dateOrMoment, text } from './fields.ts';

/**
 * What a newsroom has published, as it commits it: `content/ledger/<story>/corrections.json` and a
 * file for each version, `content/ledger/<story>/<date>.json`. Written by `nutgraf ledger` only.
 */
export const publishedCorrectionsSchema = z.array(correctionSchema, 'a list of notes about changes');

/** A version of a story: its words in plain text, a paragraph each, under the writer’s date. */
export const versionSchema = z.strictObject({
  date: dateOrMoment(),
  headline: text('the headline'),
  description: text('one sentence'),
  text: z.array(z.string('a paragraph'), 'a list of paragraphs'),
});

export type Version = z.infer<typeof versionSchema>;
