import type { Element, ElementContent } from 'hast';
import { h } from 'hastscript';
import type { PlainForm } from '../renderings/plain.ts';
import type { StoryContext } from '../stories/story.ts';
import { formatDate } from '../strings/date.ts';
import { pieces } from '../strings/strings.ts';
import type { Heading, Strings } from '../strings/strings.ts';

/** What every section is given: the writer’s heading, and the id that the reading set. */
export interface SectionProps {
  title?: string | undefined;
  anchor?: string | undefined;
}

/** The heading of a section: the writer’s, else the language’s. */
export const titleOf = (heading: Heading, title: string | undefined, { sections }: Strings): string =>
  title ?? sections[heading];

/** A section in semantic HTML: its heading, then what it holds. */
export function plainSection(
  heading: Heading,
  { title }: SectionProps,
  children: ElementContent[],
  strings: Strings,
): Element {
  return h('section', h('h2', titleOf(heading, title, strings)), children);
}

/** The plain form of a section that only has a heading of its own. */
export const plainSectionOf =
  (heading: Heading): PlainForm =>
  (props: SectionProps, children, { strings }) =>
    plainSection(heading, props, children, strings);

export interface DatedProps extends SectionProps {
  asOf?: string;
}

/** The day on which a section was so, in words. */
export const asOfIn = ({ asOf }: DatedProps, { story, strings, timeZone }: StoryContext): ElementContent[] =>
  asOf
    ? pieces(strings.asOf).flatMap(({ text, name }) => [
        { type: 'text', value: text },
        ...(name ? [h('time', { dateTime: asOf }, formatDate(asOf, story.lang, timeZone))] : []),
      ])
    : [];
