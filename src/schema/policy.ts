import { z } from 'astro/zod';
import { isUpdatedLater, updatedLater } from './dates.ts';
import { dateOrMoment, language, text } from './fields.ts';
import { sourcesSchema } from './source.ts';

/**
 * How the newsroom works, on one matter: what stands above `content/policies/<id>.mdx`. Any other
 * page of its own, such as one on who it is, has the same: `content/pages/<id>.mdx`.
 */
export const policySchema = z
  .strictObject({
    title: text('a title').describe('What it is called.'),
    description: text('one sentence').describe('What it says, in one sentence.'),
    lang: language().optional().describe('The language of the policy, where it is not the newsroom’s.'),
    published: dateOrMoment().describe('Since when it holds.'),
    updated: dateOrMoment().optional().describe('When it was last changed.'),
    sources: sourcesSchema.describe('What it cites, each under an id of the writer’s choice.'),
  })
  .refine(isUpdatedLater, updatedLater);

export type PolicyRecord = z.infer<typeof policySchema>;
