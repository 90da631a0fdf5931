import { createHash } from 'node:crypto';
import { resolve } from 'node:path';
import { applyRules } from '../../desk/desk.ts';
import { ownRulesIn } from '../../desk/own-rules.ts';
import { proseOf } from '../../desk/prose.ts';
import type { DeskContext } from '../../desk/prose.ts';
import type { Rule } from '../../desk/rule.ts';
import { toJson } from '../../document/message.ts';
import type { Place } from '../../document/place.ts';
import { readText } from '../../newsroom/encoding.ts';
import { entryOf, refused } from '../../newsroom/entry.ts';
import type { Entry } from '../../newsroom/entry.ts';
import type { EntryFile } from '../../newsroom/files.ts';
import type { Newsroom } from '../../newsroom/newsroom.ts';
import { siblingFiles } from '../../newsroom/siblings.ts';
import { schemas } from '../../schema/index.ts';
import type { SourceRecord } from '../../schema/source.ts';

/** What is kept of a text that was read: plain data, for caches and threads. */
export interface Kept {
  /** With what the desk asks among its messages. */
  entry: Entry;
  sources: PlacedSource[];
  /** The files that it is made of beside its own, and what they were. */
  files: string[];
  beside: string;
}

/** A source that a text lists, and where. */
export interface PlacedSource extends Place {
  id: string;
  source: SourceRecord;
}

/** The rules of a newsroom’s desk, and what they look up. */
export interface Desk extends DeskContext {
  rules: readonly Rule[];
}

/** A newsroom’s own rules: the files of `rules/` in the folder of its own components. */
export const ownRulesOf = ({ root, options }: Newsroom): ReturnType<typeof ownRulesIn> =>
  ownRulesIn(resolve(root, options.components, 'rules'));

export const digestOfParts = (...parts: string[]): string =>
  createHash('sha256').update(parts.join('\0')).digest('base64url');

/** A digest of the files that a text is made of beside its own. @param path that of the text, absolute. */
export function besideOf(path: string, names: readonly string[]): string {
  const sibling = siblingFiles(path);
  return digestOfParts(...names.map((name) => sibling(name) ?? ''));
}

/** What there is to say about a text by itself, and what the desk asks of it. */
export function readWithDesk(file: EntryFile, newsroom: Newsroom, desk: Desk): Kept {
  const contents = readText(file.path);
  if (typeof contents !== 'string')
    return { entry: entryOf(file.collection, refused(contents)), sources: [], files: [], beside: '' };
  const { reading, entry, story } = lookWithDesk(file, contents, newsroom, desk);
  const files = reading.facts?.files ?? [];
  const sources = Object.entries(story?.sources ?? {}).flatMap(([id, source]) => {
    const place = reading.sources[id];
    return place ? [{ id, source, ...place }] : [];
  });
  return { entry, sources, files, beside: besideOf(file.path, files) };
}

/** The same of contents that may not be on disk. */
export function lookWithDesk(file: EntryFile, contents: string, newsroom: Newsroom, desk: Desk) {
  const reading = newsroom.look(file, contents);
  const entry = entryOf(file.collection, reading);
  const story = file.collection === 'explainers' ? schemas.explainers.safeParse(reading.data).data : undefined;
  const prose = story && proseOf(reading, story, desk);
  const asked = prose ? applyRules(prose, newsroom.options.desk, desk.rules) : [];
  return { reading, story, entry: { ...entry, messages: [...entry.messages, ...asked.map(toJson)] } satisfies Entry };
}
