import { existsSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import type { Contracts } from '../document/contract.ts';
import type { Finding } from '../document/inspect.ts';
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
  reading.findings.push(...missingPictures(reading.pictures, path));
  return reading;
}

/** Pictures that are not there. */
export const missingPictures = (pictures: StoryReading['pictures'] = [], path: string): Finding[] =>
  pictures
    .filter(({ src }) => !existsSync(resolve(dirname(path), src)))
    .map(({ src, line, column }) => ({
      line,
      column,
      severity: 'error',
      reason: `Unknown picture “${src}”: expected a file beside the story.`,
      rule: 'image-exists',
    }));

/** A file whose id another has. @param other its path, as it is told. */
export const secondOfId = (name: CollectionName, id: string, other: string): Finding => ({
  line: 1,
  column: 1,
  severity: 'error',
  reason: `Unexpected second ${name === 'explainers' ? 'story' : 'file'} “${id}”: expected only ${other}.`,
  rule: 'id-once',
});

/** Says that a story or a page of the newsroom’s own would have the address of another page of the site, if it would. */
export function takenAddress(name: CollectionName, id: string, options: Options): Finding[] {
  const address =
    name === 'explainers' || name === 'pages' ? takenBy(name === 'pages' ? 'page' : 'story', id, options) : undefined;
  if (!address) return [];
  const reason = `Unexpected address “${address}”: expected one that no other page of the site has. Give the file another name.`;
  return [{ line: 1, column: 1, severity: 'error', reason, rule: 'address-free' }];
}
