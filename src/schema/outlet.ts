import { z } from 'astro/zod';
import { text, webAddress } from './fields.ts';
import { translations } from './translations.ts';

/** What an outlet is; it gives a source its kind where the source does not say. */
const outletKinds = [
  'agency',
  'newspaper',
  'broadcaster',
  'site',
  'journal',
  'official',
  'court',
  'company',
  'platform',
] as const;

/** The organisation behind sources: `content/outlets/<id>.yaml`. */
export const outletSchema = z.strictObject({
  name: text('the name of the outlet').describe('Its name, as readers know it.'),
  kind: z.enum(outletKinds).describe('What it is: a news agency, a newspaper, an office, a platform …'),
  description: text('a sentence').optional().describe('What it is, in words that readers know.'),
  url: webAddress().optional().describe('Its home page.'),
  translations: translations({ name: text('the name of the outlet'), description: text('a sentence') }),
});

export type Outlet = z.infer<typeof outletSchema>;
