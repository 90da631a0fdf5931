import { z } from 'astro/zod';
import { isBefore } from './dates.ts';
import { partialDate, text } from './fields.ts';
import { translations } from './translations.ts';

/** Somebody or some institution that speaks in stories: `content/people/<id>.yaml`. */
export const personSchema = z.strictObject({
  name: text('the name').describe('The name, as the newsroom writes it.'),
  institution: z.boolean().optional().describe('True for an office or body that speaks as one.'),
  roles: z
    .array(
      z
        .strictObject({
          title: text('the title of the role').describe('For example “President of Colombia”.'),
          from: partialDate().optional().describe('Its first day, month or year.'),
          to: partialDate().optional().describe('Its last day, month or year.'),
          translations: translations({ title: text('the title of the role') }),
        })
        .refine(({ from, to }) => !from || !to || !isBefore(to, from), {
          path: ['to'],
          error: 'a date that is not before “from”',
        }),
    )
    .default([])
    .describe('The roles held, with their dates: a story shows the one held on its date.'),
  translations: translations({ name: text('the name') }),
});

export type Person = z.infer<typeof personSchema>;

/**
 * The title that a person held on a day, or `undefined`.
 *
 * Dates are compared as far as both are known: a role “to 2025” covers all of 2025. Of several
 * the one that began last counts, so that a new role wins on the day of the change.
 *
 * @param day `YYYY`, `YYYY-MM`, `YYYY-MM-DD` or a moment; its zone is not considered.
 */
export function roleOn(person: Person, day: string): string | undefined {
  const compare = (a: string, b: string) => {
    const length = Math.min(a.length, b.length, 10);
    return a.slice(0, length).localeCompare(b.slice(0, length));
  };
  return person.roles
    .filter(({ from = '', to = '' }) => compare(from, day) <= 0 && compare(to, day) >= 0)
    .toSorted((a, b) => (a.from ?? '').localeCompare(b.from ?? ''))
    .at(-1)?.title;
}
