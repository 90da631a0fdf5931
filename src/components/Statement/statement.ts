import type { ElementContent } from 'hast';
import { h } from 'hastscript';
import { roleOn } from '../../schema/person.ts';
import type { Source } from '../../stories/source.ts';
import type { StoryContext } from '../../stories/story.ts';
import { formatDate } from '../../strings/date.ts';
import { fill, pieces } from '../../strings/strings.ts';

/** What is known of a statement: whose it is, where and when it was said, and whether all of it is a quotation. */
export interface StatementProps {
  by: string;
  source: string;
  date: string | undefined;
  on: string | undefined;
  original: string | undefined;
  quote: boolean | undefined;
}

/** A statement as every output says it. */
export interface StatementView {
  speaker: string;
  /** The role held on the day of the statement. */
  role?: string | undefined;
  /** Where the words come from, in pieces: the source’s name goes where a piece is named `source`. */
  provenance: { text: string; name?: string }[];
  source?: Source | undefined;
  /** The day of the statement, as written and as read, when it is known. */
  date?: { iso: string; words: string } | undefined;
}

export function statementOf(
  { by, source: id, date: given, on, quote, original }: StatementProps,
  { story, strings, timeZone }: StoryContext,
): StatementView {
  const person = story.people[by];
  const source = story.sources.find((one) => one.id === id);
  const date = given ?? source?.published;
  const phrase = quote ? (original ? 'quoteTranslated' : 'quote') : 'paraphrase';
  return {
    speaker: person?.name ?? by,
    role: person && roleOn(person, date ?? story.published),
    provenance: pieces(on ? fill(strings[`${phrase}On`], { subject: on }) : strings[phrase]),
    source,
    date: date ? { iso: date, words: formatDate(date, story.lang, timeZone) } : undefined,
  };
}

/** The words in the language in which they were said, below their translation. */
export function originalOf(
  original: string | undefined,
  lang: string | undefined,
  { strings }: StoryContext,
): ElementContent[] {
  if (!original) return [];
  return [
    h(
      'p',
      pieces(strings.original).flatMap(({ text, name }) => [
        text,
        name ? h('span', { lang, dir: 'auto' }, original) : '',
      ]),
    ),
  ];
}
