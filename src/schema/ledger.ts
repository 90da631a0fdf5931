import { z } from 'astro/zod';
import { sitePath } from './address.ts';
import { correctionSchema } from './correction.ts';
import { dateOrMoment, text } from './fields.ts';

/**
 * What a newsroom has published, as it commits it under `content/ledger/`. Written by `nutgraf ledger`
 * only, except `gone.yaml`. The name of a file ends in the digest of what it says.
 */

/** A version of a story: its words in plain text, a paragraph each, under the writer’s date. */
export const versionSchema = z.strictObject({
  date: dateOrMoment(),
  headline: text('the headline'),
  description: text('one sentence'),
  text: z.array(z.string('a paragraph'), 'a list of paragraphs'),
});

export type Version = z.infer<typeof versionSchema>;

const names = z.array(text('the name of a file'), 'a list of names');

/** `stories/<story>/<date>-<digest>.json`: a version with all that was ever corrected, and what it followed. */
export const entrySchema = versionSchema.extend({
  story: text('the id of a story'),
  /** All notes about changes that readers were ever shown, withdrawn ones too. */
  corrections: z.array(correctionSchema, 'a list of notes about changes'),
  /** A digest of the story’s file and those beside it that it is made of; empty where it was not kept. */
  source: z.string('a digest'),
  /** The entries before it: two after a merge; of the story that it took over from. */
  after: names,
});

export type LedgerEntry = z.infer<typeof entrySchema>;

/** `publications/<moment>-<digest>.json`: what one run recorded. */
export const publicationSchema = z.strictObject({
  recorded: dateOrMoment(),
  /** The entries that it added. */
  entries: names,
  /** The addresses that were new, each with the page’s file: `explainers/the-call`. */
  addresses: z.record(z.string(), text('the name of a file'), 'addresses, each with its page'),
  /** The publications before it. */
  after: names,
});

export type LedgerPublication = z.infer<typeof publicationSchema>;

/** `gone.yaml`: the pages that the newsroom took down, so that their addresses say so. */
export const goneSchema = z.array(
  z.strictObject({
    address: sitePath().describe('The address of the page.'),
    date: dateOrMoment().describe('Since when it is gone.'),
    why: text('a sentence for readers').describe('Why, in a sentence for readers.'),
  }),
  'a list of addresses that are gone',
);

export type Gone = z.infer<typeof goneSchema>[number];

/** As earlier versions of Nutgraf kept it: `<story>/corrections.json`. */
export const publishedCorrectionsSchema = z.array(correctionSchema, 'a list of notes about changes');
