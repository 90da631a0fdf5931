import type { ImageMetadata } from 'astro';
import type { ElementContent } from 'hast';
import { plains } from 'virtual:nutgraf/components';
import { options } from 'virtual:nutgraf/site';
import { treeOf } from '../stories/newsstand.ts';
import type { Note, StoryContext, Text } from '../stories/story.ts';
import { stringsFor } from '../strings/index.ts';
import { toPlain } from './plain.ts';

/** What drawings and plain forms of a text need: its words, its language’s, and the notes that it uses. */
export function contextOf(text: Text & { notes?: Record<string, Note> }, pictures?: Record<string, ImageMetadata>): StoryContext {
  const contentOf = (note: Note) => toPlain(treeOf(note), plains, contextOf(note)).children as ElementContent[];
  const notes = Object.entries(text.notes ?? {}).map(([id, note]) => [id, { note, content: contentOf(note) }] as const);
  return { story: text, strings: stringsFor(text.lang), timeZone: options.timeZone, notes: Object.fromEntries(notes), ...(pictures && { pictures }) };
}
