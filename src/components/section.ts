import type { Element, ElementContent } from 'hast';
import { h } from 'hastscript';
import type { StoryContext } from '../stories/story.ts';
import { formatDate } from '../strings/date.ts';
import { foreignStrings } from '../strings/foreign.ts';
import { pieces } from '../strings/strings.ts';
import type { Heading, Strings } from '../strings/strings.ts';

/** The heading of a section: the writer’s, else the language’s. */
export const titleOf = (heading: Heading, title: string | undefined, { sections }: Strings): string =>
  title ?? sections[heading];

/** A section in semantic HTML: its heading, then what it holds. */
export const plainSection = (
  heading: Heading,
  title: string | undefined,
  children: ElementContent[],
  { story, strings }: StoryContext,
): Element =>
  h('section', h('h2', title ? {} : foreignStrings(story.lang), titleOf(heading, title, strings)), children);

/** The day on which a section was so, in words. */
export const asOfIn = (asOf: string | undefined, { story, strings, timeZone }: StoryContext): ElementContent[] =>
  asOf
    ? pieces(strings.asOf).flatMap(({ text, name }) => [
        { type: 'text', value: text },
        ...(name ? [h('time', { dateTime: asOf }, formatDate(asOf, story.lang, timeZone))] : []),
      ])
    : [];
