import { existsSync, readFileSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import type { Contracts } from '../document/contract.ts';
import type { PlacedReference } from '../document/citations.ts';
import type { PlacedLink } from '../document/links.ts';
import { errorAt, toJson } from '../document/message.ts';
import type { Message, MessageJson } from '../document/message.ts';
import type { Place } from '../document/place.ts';
import type { RuleId } from '../document/rule-ids.ts';
import { readRecord, readStory } from '../document/read.ts';
import type { StoryReading } from '../document/read.ts';
import type { Options } from '../options.ts';
import { correctionsSchema } from '../schema/correction.ts';
import type { Correction } from '../schema/correction.ts';
import { isText, schemas } from '../schema/index.ts';
import type { CollectionName } from '../schema/index.ts';
import { storySchema } from '../schema/story.ts';
import { takenBy } from '../stories/address.ts';
import type { Publication } from '../stories/status.ts';
import { checkEncoding, checkSigns } from './encoding.ts';
import type { EntryFile } from './files.ts';
import { lookAt } from './real-path.ts';
import { gatedSiblings } from './siblings.ts';

/** How a newsroom’s files are read. */
export interface ReadSettings {
  options: Options;
  contracts: Contracts;
}

/**
 * What a newsroom remembers of a file: plain data, so that it can be kept from one run to the next
 * and checked again without reading the file.
 */
export interface Entry {
  references: PlacedReference[];
  /** What there is to say about the file, as far as it and the files that it is made of tell. */
  messages: MessageJson[];
  pictures: (Place & { src: string })[];
  /** Its links to somewhere within the site, and the ids of its headings and sections. */
  links?: PlacedLink[];
  anchors?: string[];
  /** Paths of the files that it is made of, relative to its own. */
  files?: string[];
  /** Whether it is a program, which may read any file. */
  isProgram?: boolean;
  /** The language that it is in, where it says so. */
  lang?: string | undefined;
  /** As the writer of a story lists them; `undefined` where the list has a mistake. */
  corrections?: Correction[] | undefined;
  /** The headline of a story, and its former addresses. */
  headline?: string | undefined;
  aliases?: string[] | undefined;
  /** When readers may see it; only of a story. */
  publication?: Publication | undefined;
  /** What it says, in order; only of a file that others look up, and only without a mistake in it. */
  data?: unknown;
}

/** Reads a file of a newsroom, as far as that goes without the others. @param content the newsroom’s folder. */
export function readEntry(
  { collection, path }: Pick<EntryFile, 'collection' | 'path'>,
  contents: string,
  { options, contracts }: ReadSettings,
  content: string,
): StoryReading {
  const unreadable = checkEncoding(contents, () => (existsSync(path) ? readFileSync(path) : Buffer.from(contents)));
  if (unreadable) return refused(unreadable);
  const reading = isText(collection)
    ? readStory(contents, schemas[collection], contracts, {
        programs: options.programs,
        lang: options.lang,
        fileAt: gatedSiblings(path, content),
      })
    : readRecord(contents, schemas[collection]);
  reading.messages.unshift(...checkSigns(contents));
  return reading;
}

/** A reading of a file that cannot be read. */
export const refused = (message: Message): StoryReading => ({
  data: undefined,
  references: [],
  sources: {},
  messages: [message],
});

/** What to remember of a file that was read. */
export const entryOf = (
  collection: CollectionName,
  { data, references, messages, pictures = [], links, anchors, facts }: StoryReading,
): Entry => ({
  references,
  messages: messages.map(toJson),
  pictures,
  ...(links?.length && { links }),
  ...(anchors?.length && { anchors }),
  ...(facts?.files.length && { files: facts.files }),
  ...(facts?.kind === 'program' && { isProgram: true }),
  ...(isText(collection) ? { lang: langIn(data) } : { data: schemas[collection].safeParse(data).data }),
  ...(collection === 'explainers' && {
    corrections: correctionsIn(data),
    publication: publicationIn(data),
    ...namesIn(data),
  }),
});

/** By what else than its file’s name a story is known. */
function namesIn(data: unknown): Pick<Entry, 'headline' | 'aliases'> {
  const { headline, aliases } = (data ?? {}) as Record<string, unknown>;
  return {
    headline: storySchema.shape.headline.safeParse(headline).data,
    aliases: storySchema.shape.aliases.safeParse(aliases).data,
  };
}

const langIn = (data: unknown): string | undefined => (data as { lang?: string } | undefined)?.lang;

const correctionsIn = (data: unknown): Correction[] | undefined =>
  correctionsSchema.safeParse((data as { corrections?: unknown } | undefined)?.corrections).data;

/**
 * When readers may see a story, by what stands above it. Only `draft: true` makes a draft: what was
 * meant by another value is not known, and is a mistake of a story that readers see.
 */
export function publicationIn(data: unknown): Publication | undefined {
  const { draft, published } = (data ?? {}) as Record<string, unknown>;
  if (draft !== true && typeof published !== 'string') return undefined;
  return { ...(draft === true && { draft }), ...(typeof published === 'string' && { published }) };
}

/** What there is to say about a file that depends on more than what it is made of. */
export const circumstancesOf = (file: EntryFile, entry: Entry, content: string): Message[] =>
  misplacedPictures(entry.pictures, file.path, content);

/** Pictures that are not there, or not where they may be. */
const misplacedPictures = (pictures: Entry['pictures'], path: string, content: string): Message[] =>
  pictures.flatMap(({ src, ...place }): Message[] => {
    const { kind } = lookAt(resolve(dirname(path), src), content);
    const wrong = (rule: RuleId, what: string) => [
      errorAt(place, rule, `Unexpected picture “${src}”, ${what}: expected a file beside the story.`),
    ];
    if (kind === 'missing')
      return [errorAt(place, 'image-exists', `Unknown picture “${src}”: expected a file beside the story.`)];
    if (kind === 'outside') return wrong('file-inside', 'which leads out of the newsroom’s folder');
    if (kind !== 'file') return wrong('file-readable', `which ${kind === 'folder' ? 'is a folder' : 'cannot be read'}`);
    // For Astro, what follows them is no part of the file’s name.
    const sign = /[#?]/.exec(src)?.[0];
    return sign ? wrong('file-name', `which has “${sign}” in its name`) : [];
  });

const top = { line: 1, column: 1 };

/**
 * Says that a story or a page of the newsroom’s own would have the address of another page of the site.
 *
 * @param languages of which the site has a front page of its own.
 */
export function takenAddress({ collection, id }: EntryFile, options: Options, languages?: string[]): Message[] {
  const kind = collection === 'explainers' ? 'story' : collection === 'pages' ? 'page' : undefined;
  const address = kind && takenBy(kind, id, options, languages);
  if (!address) return [];
  const reason = `Unexpected address “${address}”: expected one that no other page of the site has. Give the file another name.`;
  return [errorAt(top, 'address-free', reason)];
}

/** A file whose id another has. @param other that file’s name, as it is told. */
export function secondOfId({ collection, id }: EntryFile, other: string): Message {
  const noun = collection === 'explainers' ? 'story' : 'file';
  return errorAt(top, 'id-once', `Unexpected second ${noun} “${id}”: expected only ${other}.`);
}
