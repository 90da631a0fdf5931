import { existsSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import type { Contracts } from '../document/contract.ts';
import { errorAt } from '../document/message.ts';
import type { Message } from '../document/message.ts';
import { readRecord, readStory } from '../document/read.ts';
import type { StoryReading } from '../document/read.ts';
import type { Options } from '../options.ts';
import { isText, schemas } from '../schema/index.ts';
import type { CollectionName } from '../schema/index.ts';
import { takenBy } from '../stories/address.ts';
import { siblingFiles } from './siblings.ts';

/**
 * Reads a file of a collection, as far as that goes without the others.
 *
 * @param path the file’s, absolute.
 */
export function readEntry(
  name: CollectionName,
  contents: string,
  path: string,
  contracts: Contracts,
  programs: boolean,
): StoryReading {
  const reading: StoryReading = isText(name)
    ? readStory(contents, schemas[name], contracts, { programs, fileAt: siblingFiles(path) })
    : readRecord(contents, schemas[name]);
  reading.messages.push(...missingPictures(reading.pictures, path));
  return reading;
}

/** Pictures that are not there. */
export const missingPictures = (pictures: StoryReading['pictures'] = [], path: string): Message[] =>
  pictures
    .filter(({ src }) => !existsSync(resolve(dirname(path), src)))
    .map(({ src, ...place }) =>
      errorAt(place, 'image-exists', `Unknown picture “${src}”: expected a file beside the story.`),
    );

const top = { line: 1, column: 1 };

/** A file whose id another has. @param other its path, as it is told. */
export const secondOfId = (name: CollectionName, id: string, other: string): Message => {
  const noun = name === 'explainers' ? 'story' : 'file';
  return errorAt(top, 'id-once', `Unexpected second ${noun} “${id}”: expected only ${other}.`);
};

/** Says that a story or a page of the newsroom’s own would have the address of another page of the site, if it would. */
export function takenAddress(name: CollectionName, id: string, options: Options): Message[] {
  const address =
    name === 'explainers' || name === 'pages' ? takenBy(name === 'pages' ? 'page' : 'story', id, options) : undefined;
  if (!address) return [];
  const reason = `Unexpected address “${address}”: expected one that no other page of the site has. Give the file another name.`;
  return [errorAt(top, 'address-free', reason)];
}
