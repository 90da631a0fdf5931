import { z } from 'astro/zod';
import type { Element, ElementContent } from 'hast';
import { h } from 'hastscript';
import { partialDate, text } from '../schema/fields.ts';
import type { StoryContext } from '../stories/story.ts';
import { formatDate } from '../strings/date.ts';
import { pieces } from '../strings/strings.ts';

/** The props of what happened or will: a date, words such as “spring 2019”, or a date shown in words; and more. */
export const momentProps = <More extends z.ZodRawShape>(more: More) =>
  z
    .object({
      date: partialDate().optional().describe('The date, as far as it is known: 2019-04-12, 2019-04 or 2019.'),
      when: text('a few words')
        .optional()
        .describe('The date in words, where it is not known or not wanted in figures.'),
      ...more,
    })
    .refine(
      (props: { date?: unknown; when?: unknown }) => props.date ?? props.when,
      'a date, or words for it in “when”',
    );

/** A date, the last day of what lasted, words in their place, and how sure it is. */
export interface Moment {
  date: string | undefined;
  when: string | undefined;
  until?: string | undefined;
  certainty?: keyof StoryContext['strings']['certainty'] | undefined;
}

/** A moment in words, with a machine-readable date for each that is known. */
export function momentOf(
  { date, until, when, certainty }: Moment,
  { story, strings, timeZone }: StoryContext,
): ElementContent[] {
  const dated = (iso: string, words = formatDate(iso, story.lang, timeZone)) => h('time', { dateTime: iso }, words);
  const span =
    date && until && !when
      ? pieces(strings.span).flatMap(({ text: words, name }) => [
          words,
          name ? dated(name === 'from' ? date : until) : '',
        ])
      : undefined;
  const words = span ?? [date ? dated(date, when) : (when ?? '')];
  return h('p', ...words, ...(certainty ? [` · ${strings.certainty[certainty]}`] : [])).children;
}

/** A dated item of a list: its date as a heading, then what happened. */
export const plainMoment = (
  moment: Moment,
  level: number | undefined,
  children: ElementContent[],
  context: StoryContext,
): Element => h('li', h(`h${level ?? 3}`, momentOf(moment, context)), children);
