import { roleOn } from '../../schema/person.ts';
import type { Source } from '../../stories/source.ts';
import type { StoryContext } from '../../stories/story.ts';
import { formatDate } from '../../strings/date.ts';
import { fill, pieces } from '../../strings/strings.ts';

export interface StatementProps {
  by: string;
  source?: string;
  date?: string;
  on?: string;
  side?: string;
  /** Set by the reading: whether all of it is a quotation. */
  quote?: boolean;
  citation?: number;
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

export function statementOf({ by, source: id, date: given, on, quote }: StatementProps, { story, strings, timeZone }: StoryContext): StatementView {
  const person = story.people[by];
  const source = story.sources.find((one) => one.id === id);
  const date = given ?? source?.published;
  const form = quote ? strings.quote : strings.paraphrase;
  const formOn = quote ? strings.quoteOn : strings.paraphraseOn;
  return {
    speaker: person?.name ?? by,
    role: person && roleOn(person, date ?? story.published),
    provenance: pieces(on ? fill(formOn, { subject: on }) : form),
    source,
    date: date ? { iso: date, words: formatDate(date, story.lang, timeZone) } : undefined,
  };
}
