import type { ImageMetadata } from 'astro';
import { plains } from 'virtual:nutgraf/components';
import { options } from 'virtual:nutgraf/site';
import { treeOf } from '../stories/queries.ts';
import type { Note, StoryContext, Text } from '../stories/story.ts';
import { contextWith } from './version.ts';
import type { Press } from './version.ts';

/** What texts of this site are rendered with. */
export const press: Press = { plains, treeOf, timeZone: options.timeZone };

/** What drawings and plain forms of a text need: its words, its language’s, and the notes that it uses. */
export const contextOf = (
  text: Text & { notes?: Record<string, Note> },
  pictures?: Record<string, ImageMetadata>,
): StoryContext => ({
  ...contextWith(press, text),
  ...(pictures && { pictures }),
});
