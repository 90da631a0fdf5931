import { z } from 'astro/zod';
import { language } from './fields.ts';

/** The words of an entry in other languages, under its key `translations`: `{ es: { name: … } }`. */
export const translations = <Shape extends z.ZodRawShape>(words: Shape) =>
  z
    .record(language(), z.strictObject(words).partial(), 'languages, each with words below it')
    .optional()
    .describe('Its words in other languages: es: { … }.');

/**
 * An entry, and all that is in it, with its words in a language; where it has none, in that of a
 * wider region, or as they are.
 */
export function inLanguage<Entry>(entry: Entry, lang: string): Entry {
  if (Array.isArray(entry)) return entry.map((item: unknown) => inLanguage(item, lang)) as Entry;
  if (typeof entry !== 'object' || entry === null) return entry;
  const { translations: words, ...rest } = entry as Record<string, unknown> & { translations?: Record<string, object> };
  const here = words?.[lang] ?? words?.[lang.split('-')[0] ?? ''];
  return {
    ...Object.fromEntries(Object.entries(rest).map(([key, value]) => [key, inLanguage(value, lang)])),
    ...here,
  } as Entry;
}
