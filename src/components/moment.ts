import { z } from 'astro/zod';
import type { ElementContent } from 'hast';
import { h } from 'hastscript';
import type { PlainForm } from '../renderings/plain.ts';
import { partialDate, text } from '../schema/fields.ts';
import type { StoryContext } from '../stories/story.ts';
import { formatDate } from '../strings/date.ts';

/** When something happened or will: a date, words such as “spring 2019”, or a date shown in words. */
export const momentProps = z
  .object({
    date: partialDate().optional().describe('The date, as far as it is known: 2019-04-12, 2019-04 or 2019.'),
    when: text('a few words').optional().describe('The date in words, where it is not known or not wanted in figures.'),
  })
  .refine(({ date, when }) => date ?? when, 'a date, or words for it in “when”');

export interface MomentProps {
  date?: string;
  when?: string;
}

/** The words for a moment, and its machine-readable date where it has one. */
export const momentOf = ({ date, when }: MomentProps, { story, timeZone }: StoryContext) => ({
  date,
  words: when ?? (date ? formatDate(date, story.lang, timeZone) : ''),
});

/** A dated item of a list: its date as a heading, then what happened. */
export const plainMoment: PlainForm = (props: MomentProps, children: ElementContent[], context) => {
  const { date, words } = momentOf(props, context);
  return h('li', h('h3', date ? h('time', { dateTime: date }, words) : words), children);
};
