import { join } from 'node:path';
import type { PageNotes } from '../browser/page-notes.ts';
import { toJson } from '../document/message.ts';
import type { Message } from '../document/message.ts';
import type { Newsroom } from '../newsroom/newsroom.ts';
import { isMade, outputKinds, outputPage, outputs } from '../outputs/table.ts';
import { isStoryAt, pathOf } from '../stories/address.ts';
import type { AddressStyle } from '../stories/address.ts';

/**
 * What Astro’s toolbar shows of the story at a path.
 *
 * @param root the site’s folder, absolute.
 */
export function notesFor(
  path: string,
  newsroom: Newsroom,
  messages: readonly Message[],
  root: string,
  address: AddressStyle,
): PageNotes {
  const story = newsroom
    .addressed()
    .find(({ collection, id }) => collection === 'explainers' && isStoryAt(path, id, address));
  if (!story) return { path };
  const { id, file, published } = story;
  const kinds = outputKinds.filter((kind) => kind !== 'story' && isMade(kind, newsroom.options));
  return {
    path,
    file,
    place: join(root, file),
    messages: messages.filter((message) => message.file === file).map(toJson),
    outputs: published
      ? kinds.map((kind) => ({
          what: outputs[kind].what,
          href: pathOf(outputPage(kind, { id, published }), address),
        }))
      : [],
  };
}
