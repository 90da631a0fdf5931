import type { ElementContent } from 'hast';
import { h } from 'hastscript';
import type { Note, StoryContext } from '../../stories/story.ts';
import { formatDate } from '../../strings/date.ts';
import { fill, pieces } from '../../strings/strings.ts';
import { titleOf } from '../section.ts';

/** The note that a section uses, and its heading: the writer’s, else the note’s, else the language’s. */
export function backgroundOf(title: string | undefined, use: string | undefined, { notes, strings }: StoryContext) {
  const used = use ? notes[use] : undefined;
  return { ...used, heading: titleOf('background', title ?? used?.note.title, strings) };
}

/** What a shared note says of itself wherever it stands: its own date, and its own sources. */
export function originOf(
  { published, updated = published, sources, lang }: Note,
  { strings, timeZone }: StoryContext,
): ElementContent[] {
  const dated = pieces(strings.noteDated).map(({ text, name }) => [
    text,
    name ? h('time', { dateTime: updated }, formatDate(updated, lang, timeZone)) : '',
  ]);
  const listed = sources.flatMap(({ name, title, url }, index) => [
    index ? '; ' : '',
    url ? h('a', { href: url }, title ?? name) : (title ?? name),
    title && title !== name ? ` (${name})` : '',
  ]);
  return h('p', dated, ...(sources.length ? [' ', fill(strings.noteSources, { sources: '' }), ...listed, '.'] : []))
    .children;
}
