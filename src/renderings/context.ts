import type { ImageMetadata } from 'astro';
import type { Root } from 'hast';
import { plains } from 'virtual:nutgraf/plains';
import { options } from 'virtual:nutgraf/site';
import { RECENT, recent } from '../stories/recent.ts';
import type { Note, StoryContext, Text } from '../stories/story.ts';
import { treeOf } from '../stories/trees.ts';
import { toPlain } from './plain.ts';
import { contextWith } from './version.ts';
import type { Press } from './version.ts';

/** A story, or another text of the newsroom’s. */
type TextWithNotes = Text & { notes?: Record<string, Note> };

/** What texts of this site are rendered with. */
const press: Press = { plains, treeOf, timeZone: options.timeZone };

const recentContext = recent(RECENT, (text: TextWithNotes) => contextWith(press, text));

/** What drawings and plain forms of a text need: its words, its language’s, and the notes that it uses. */
export const contextOf = (text: TextWithNotes, pictures?: Record<string, ImageMetadata>): StoryContext => ({
  ...recentContext(text),
  ...(pictures && { pictures }),
});

/** A text in plain form. All outputs share it: it must stay as it is. */
export const plainOf = recent(RECENT, (text: TextWithNotes): Root =>
  toPlain(treeOf(text), plains, recentContext(text)),
);
