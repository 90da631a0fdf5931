import type { ElementContent, Root } from 'hast';
import { isComputedPlace } from '../document/computed.ts';
import type { Version } from '../schema/ledger.ts';
import type { Note, Story, StoryContext, Text } from '../stories/story.ts';
import { stringsFor } from '../strings/index.ts';
import { withoutLinks } from './links.ts';
import { toPlain } from './plain.ts';
import type { PlainForm } from './plain.ts';
import { toWords } from './text.ts';

/** What it takes to render a text, wherever that is done. */
export interface Press {
  plains: Record<string, PlainForm>;
  treeOf: (text: Text) => Root;
  timeZone: string;
}

/** What drawings and plain forms of a text need: its words, its language’s, and the notes that it uses. */
export function contextWith(press: Press, text: Text & { notes?: Record<string, Note> }): StoryContext {
  const contentOf = (note: Note) =>
    // What a note computes is on its own page, to which every use of it leads.
    toPlain(press.treeOf(note), press.plains, contextWith(press, note)).children.filter(
      (child) => !isComputedPlace(child),
    ) as ElementContent[];
  const notes = Object.entries(text.notes ?? {}).map(([id, note]) => [id, { note, content: contentOf(note) }] as const);
  return { story: text, strings: stringsFor(text.lang), timeZone: press.timeZone, notes: Object.fromEntries(notes) };
}

/**
 * A story’s words as they are now, under the writer’s date: what the ledger keeps.
 *
 * @param plain the story in plain form.
 */
export function versionOf(story: Story, plain: Root): Version {
  const { headline, description, published, updated = published } = story;
  // What a link leads to is not one of the story’s words.
  const words = toWords(withoutLinks(plain));
  return { date: updated, headline, description, text: words.split(/\n{2,}/).filter(Boolean) };
}
