import type { Root } from 'hast';
import type { Root as MarkdownRoot } from 'mdast';
import type { z } from 'astro/zod';
import { nearest } from '../schema/nearest.ts';
import { pictureProps, referencesIn } from '../schema/references.ts';
import type { Citation, PlacedReference } from './citations.ts';
import { withoutComputed } from './computed.ts';
import { checkConflict } from './conflict.ts';
import type { Contracts } from './contract.ts';
import { missingFrontmatter, openFrontmatter, readYaml, splitStory } from './frontmatter.ts';
import type { Frontmatter } from './frontmatter.ts';
import type { FileRefusal } from './derive.ts';
import { inspect } from './inspect.ts';
import type { PlacedLink } from './links.ts';
import { errorAt, inFile, isError, warningAt } from './message.ts';
import type { Message } from './message.ts';
import { checkLength, checkPassages } from './length.ts';
import { parseBody } from './parse.ts';
import { changedByPlugins } from './plugins.ts';
import { normalise } from './normalise.ts';
import { stepsIn, unknownsIn } from './open.ts';
import type { Step } from './open.ts';
import type { Place } from './place.ts';
import type { Role } from './role.ts';
import { checkSourceDates } from './source-dates.ts';
import { tagFor } from './tag.ts';
import { toPageTree } from './tree.ts';
import { checkValue, isWordsAt } from './values.ts';

/** What is known of a story’s document without its tree; small enough for Astro’s data store. */
export interface DocumentFacts {
  /** A program has `import`, `export` or something to compute; Astro compiles it. */
  kind: 'document' | 'program';
  citations: Citation[];
  components: string[];
  /** Their roles. */
  roles: Role[];
  /** Ids of the people who appear in components. */
  people: string[];
  /** Ids of the shared notes and the terms that it uses. */
  notes: string[];
  terms: string[];
  /** Addresses of pictures above and in the text, relative to the file. */
  images: string[];
  /** What it says is still to come. */
  steps: Step[];
  /** How many things it says are not known. */
  unknowns: number;
  /** Paths of the files that its charts and tables are made of, relative to the file. */
  files: string[];
  /** Whether it has a table written in Markdown. */
  tables: boolean;
  /** Whether it shows code. */
  code: boolean;
  words: number;
}

/** What reading one file gives: its data, and everything to say about it so far. */
export interface Reading {
  data: unknown;
  /** What it names of other files. */
  references: PlacedReference[];
  messages: Message[];
  /** Where each source stands above the story. */
  sources: Record<string, Place>;
}

/** What reading one story gives. */
export interface StoryReading extends Reading {
  facts?: DocumentFacts;
  /** Pictures above and in the text, by their address relative to the file. */
  pictures?: (Place & { src: string })[];
  /** Its links to somewhere within the site, and what others may lead to in it. */
  links?: PlacedLink[];
  anchors?: string[];
  tree?: Root;
  /** What only the desk’s rules ask for: Markdown and frontmatter, with the place of everything in them. */
  markdown?: { tree: MarkdownRoot; body: string; placeOf: Frontmatter['placeOf']; contracts: Contracts };
}

/** Reads a registry entry, a file that is all YAML. */
export function readRecord(contents: string, schema: z.ZodType): Reading {
  const fault = checkLength(contents, 'yaml', top) ?? checkConflict(contents);
  return fault ? unreadable(fault) : readData(readYaml(contents, 1), schema);
}

/** What the reading of a story may do. */
export interface Permissions {
  /** Whether it may be a program; true unless said. */
  programs?: boolean;
  /** Gives the text of a file beside it, by its path from there. */
  fileAt?: (path: string) => string | FileRefusal | undefined;
  /** The language of the newsroom: that of a story which names none. English unless said. */
  lang?: string;
}

/** Reads a story, or another text of the newsroom such as a note: its data and its document. */
export function readStory(
  contents: string,
  schema: z.ZodType,
  contracts: Contracts,
  { programs = true, fileAt, lang }: Permissions = {},
): StoryReading {
  const fault = checkLength(contents, 'file', top) ?? checkConflict(contents);
  if (fault) return unreadable(fault);
  const { yaml, body } = splitStory(contents);
  if (yaml === undefined) return unreadable(missingFrontmatter(contents));
  const long = checkLength(yaml, 'yaml', top);
  if (long) return unreadable(long);
  const frontmatter = readYaml(yaml, 2);
  const open = frontmatter.data === undefined && openFrontmatter(yaml, frontmatter.messages);
  if (open) return unreadable(open);
  const reading = readData(frontmatter, schema);
  if (!reading.messages.some(isError))
    reading.messages.push(...checkSourceDates(reading.data ?? {}, frontmatter.placeOf));
  const parsed = parseBody(body, contracts);
  const unread = 'type' in parsed ? checkPassages(parsed) : parsed;
  if (unread || !('type' in parsed))
    return { ...reading, messages: [...reading.messages, ...(unread ? [unread] : [])] };
  const { tree: mdast, messages: ofPlugins } = changedByPlugins(parsed, contents);
  reading.messages.push(...ofPlugins);
  normalise(mdast, contracts);
  const inspection = inspect(mdast, contracts, { fileAt, lang: langOf(reading.data) ?? lang, body });
  const { messages, references, citations, components, roles, files, tables, code, words, program } = inspection;
  const above = pictureProps(schema, reading.data).map(({ src, path }) => ({
    src,
    ...frontmatter.placeOf(path, 'value'),
  }));
  const images = [...above, ...inspection.images];
  if (program && !programs) {
    const reason = `Unexpected code, “${program.what}”: expected only text and components.`;
    messages.push(errorAt(program, 'program', reason));
  }
  const named = [...reading.references, ...references];
  const found = [...reading.messages, ...messages];
  if (mdast.children.every(({ type }) => type === 'mdxFlowExpression' || type === 'definition')) {
    const place = { line: contents.slice(0, contents.length - body.trimStart().length).split('\n').length, column: 1 };
    found.push(warningAt(place, 'text-required', 'Missing text: expected the story below the second line of “---”.'));
  }
  if (reading.sourcesAreKnown) found.push(...unknownSources(named, reading.sources));
  // After a mistake, or in a program, a source may be cited in a part that could not be read.
  if (!program && !found.some(isError)) found.push(...idleSources(named, reading.sources, contracts));
  let tree: Root | undefined;
  return {
    data: reading.data,
    sources: reading.sources,
    references: named.filter(({ to }) => to !== 'sources'),
    messages: found,
    pictures: images,
    links: inspection.links,
    anchors: inspection.anchors,
    facts: {
      kind: program ? 'program' : 'document',
      citations,
      components,
      roles,
      people: idsOf('people', references),
      notes: idsOf('notes', references),
      terms: idsOf('terms', references),
      images: unique(images.map(({ src }) => src)),
      files: unique(files),
      steps: roles.includes('step') ? stepsIn(mdast) : [],
      unknowns: roles.includes('unknowns') ? unknownsIn(mdast) : 0,
      tables,
      code,
      words,
    },
    // Made when it is asked for: whoever only checks a story needs none.
    get tree() {
      return (tree ??= toPageTree(program ? withoutComputed(mdast, contracts) : mdast, contracts));
    },
    markdown: { tree: mdast, body, placeOf: frontmatter.placeOf, contracts },
  };
}

const top: Place = { line: 1, column: 1 };

/** What reading a file gives that cannot be read at all. */
const unreadable = (message: Message): Reading => ({
  data: undefined,
  references: [],
  sources: {},
  messages: [message],
});

/** The language that a text names, whether or not its data are right. */
const langOf = (data: unknown): string | undefined => {
  const lang = (data as { lang?: unknown } | undefined)?.lang;
  return typeof lang === 'string' ? lang : undefined;
};

const idsOf = (collection: PlacedReference['to'], references: readonly PlacedReference[]) =>
  unique(references.filter(({ to }) => to === collection).map(({ id }) => id));

const unique = (names: string[]) => [...new Set(names)];

function readData(yaml: Frontmatter, schema: z.ZodType): Reading & { sourcesAreKnown: boolean } {
  const { data, messages: read, comments, placeOf } = yaml;
  const messages = [...read, ...comments.flatMap(({ path, message }) => (isWordsAt(schema, path) ? message : []))];
  if (data === undefined) return { data, references: [], messages, sources: {}, sourcesAreKnown: false };
  const wrong = checkValue(schema, data, { noun: 'key', placeOf });
  const sources = (data as { sources?: object }).sources ?? {};
  return {
    data,
    messages: [...messages, ...wrong],
    references: referencesIn(schema, data).map(({ to, id, path }) => ({ to, id, ...placeOf(path, 'value') })),
    sources: Object.fromEntries(Object.keys(sources).map((id) => [id, placeOf(['sources', id], 'key')])),
    sourcesAreKnown: !wrong.some(
      ({ path, expected }) => path.length === 1 && (path[0] === 'sources' || expected?.[0] === 'sources'),
    ),
  };
}

function unknownSources(references: readonly PlacedReference[], sources: Reading['sources']): Message[] {
  return references
    .filter(({ to, id }) => to === 'sources' && !Object.hasOwn(sources, id))
    .map((reference, index) => {
      // Whoever gets hundreds of these mends the first ones, and reads again.
      const known = index < 100 ? Object.keys(sources) : [];
      return unknown(reference, known, 'one of the sources listed above the story');
    });
}

function idleSources(
  references: readonly PlacedReference[],
  sources: Reading['sources'],
  contracts: Contracts,
): Message[] {
  const cited = new Set(references.filter(({ to }) => to === 'sources').map(({ id }) => id));
  return Object.entries(sources)
    .filter(([id]) => !cited.has(id))
    .map(([id, place]) => {
      const expected = tagFor(contracts, 'badge', { id });
      return warningAt(place, 'source-cited', `Unused source “${id}”: expected a ${expected} in the story.`);
    });
}

const nouns = {
  explainers: 'story',
  outlets: 'outlet',
  people: 'person',
  authors: 'author',
  topics: 'topic',
  notes: 'note',
  terms: 'term',
  sources: 'source',
} as const;

function unknown(reference: PlacedReference, known: readonly string[], expected: string): Message {
  const { to, id } = reference;
  const reason = `Unknown ${nouns[to]} “${id}”: expected ${expected}.`;
  return errorAt(reference, `${nouns[to]}-exists`, reason, nearest(id, known));
}

/** A file that was read, as the check over all of them needs it. */
export interface ReadFile extends Pick<Reading, 'references'> {
  file: string;
}

/**
 * Messages that need all files: references to entries that do not exist.
 *
 * @param entriesIn a set of the ids in a collection, or a map by them.
 */
export function checkReferences(
  files: readonly ReadFile[],
  entriesIn: (collection: Exclude<PlacedReference['to'], 'sources'>) => Pick<ReadonlySet<string>, 'has' | 'keys'>,
): Message[] {
  return files.flatMap(({ file, references }) =>
    references.flatMap((reference) => {
      const { to, id } = reference;
      if (to === 'sources') return [];
      const known = entriesIn(to);
      if (known.has(id)) return [];
      return inFile(file, [unknown(reference, [...known.keys()], `the name of a file in ${to}/`)]);
    }),
  );
}
