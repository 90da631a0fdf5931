import type { Root } from 'hast';
import type { z } from 'astro/zod';
import { nearest } from '../schema/nearest.ts';
import { problemsIn } from '../schema/problems.ts';
import { referencesIn } from '../schema/references.ts';
import type { Contracts } from './contract.ts';
import { readYaml, splitStory } from './frontmatter.ts';
import type { Frontmatter, Place } from './frontmatter.ts';
import { inspect } from './inspect.ts';
import type { Citation, Finding, PlacedReference } from './inspect.ts';
import { parseBody } from './parse.ts';
import { settle } from './settle.ts';
import { treeOf } from './tree.ts';

/** What is known of a story’s document without its tree; small enough for Astro’s data store. */
export interface DocumentFacts {
  /** A program has `import`, `export` or something to compute; Astro compiles it. */
  kind: 'document' | 'program';
  citations: Citation[];
  components: string[];
  /** Ids of the people who appear in components. */
  people: string[];
  /** Addresses of pictures in the text, relative to the file. */
  images: string[];
  words: number;
}

/** What reading one file gives: its data, and everything to say about it so far. */
export interface Reading {
  data: unknown;
  references: PlacedReference[];
  findings: Finding[];
  /** Where each source stands above the story. */
  sources: Record<string, Place>;
}

/** What reading one story gives. */
export interface StoryReading extends Reading {
  facts?: DocumentFacts;
  /** Pictures in the text, by their address relative to the file. */
  pictures?: (Place & { src: string })[];
  tree?: Root;
}

/** Reads a registry entry, a file that is all YAML. */
export function readRecord(contents: string, schema: z.ZodType): Reading {
  return readData(readYaml(contents, 1), schema);
}

/**
 * Reads a story: its data and its document.
 *
 * @param programs whether a story may be a program.
 */
export function readStory(contents: string, schema: z.ZodType, contracts: Contracts, programs = true): StoryReading {
  const { yaml, body } = splitStory(contents);
  if (yaml === undefined) {
    const reason = 'Missing frontmatter: expected lines with headline, published and authors between two lines of “---” at the top.';
    return { data: undefined, references: [], sources: {}, findings: [{ line: 1, column: 1, severity: 'error', reason, rule: 'frontmatter' }] };
  }
  const reading = readData(readYaml(yaml, 2), schema);
  const mdast = parseBody(body);
  if (!('type' in mdast)) {
    return { ...reading, sources: {}, findings: [...reading.findings, { ...mdast, severity: 'error', rule: 'mdx-syntax' }] };
  }
  settle(mdast, contracts);
  const { findings, references, citations, components, images, words, program } = inspect(mdast, contracts);
  if (program && !programs) {
    findings.push({ ...pointOf(program), severity: 'error', reason: `Unexpected code, “${program.what}”: expected only text and components.`, rule: 'program' });
  }
  return {
    data: reading.data,
    sources: reading.sources,
    references: [...reading.references, ...references],
    findings: [...reading.findings, ...findings],
    pictures: images,
    facts: {
      kind: program ? 'program' : 'document',
      citations,
      components,
      people: unique(references.filter(({ to }) => to === 'people').map(({ id }) => id)),
      images: unique(images.map(({ src }) => src)),
      words,
    },
    tree: treeOf(mdast, contracts),
  };
}

const unique = (names: string[]) => [...new Set(names)];

const pointOf = ({ line, column }: Place): Place => ({ line, column });

function readData({ data, faults, placeOf }: Frontmatter, schema: z.ZodType): Reading {
  const findings: Finding[] = faults.map(({ line, column, reason, duplicate }) => ({
    line,
    column,
    severity: 'error',
    reason: duplicate ? 'Unexpected second use of this key: expected each key, and each source’s id, once.' : `Unexpected YAML: ${reason}`,
    rule: duplicate ? 'key-once' : 'yaml-syntax',
  }));
  if (faults.length) return { data: undefined, references: [], findings, sources: {} };
  const rules = { unknown: 'key-known', missing: 'key-required', invalid: 'value-valid' };
  for (const { path, at, kind, reason, suggestion } of problemsIn(schema, data, 'key')) {
    findings.push({ ...placeOf(path, at), severity: 'error', reason, suggestion, rule: rules[kind] });
  }
  const sources = (data as { sources?: object }).sources;
  return {
    data,
    findings,
    references: referencesIn(schema, data).map(({ to, id, path }) => ({ to, id, ...placeOf(path, 'value') })),
    sources: Object.fromEntries(Object.keys(sources ?? {}).map((id) => [id, placeOf(['sources', id], 'key')])),
  };
}

/** A file that was read, as the check over all of them needs it. */
export interface ReadFile extends Pick<Reading, 'references' | 'sources'> {
  file: string;
}

const nouns = { outlets: 'outlet', people: 'person', authors: 'author', topics: 'topic', sources: 'source' } as const;

/** Findings that need all files: references to entries that do not exist, and sources that are never cited. */
export function checkReferences(files: readonly ReadFile[], ids: Record<Exclude<PlacedReference['to'], 'sources'>, readonly string[]>) {
  return files.flatMap(({ file, references, sources }) => {
    const cited = new Set(references.filter(({ to }) => to === 'sources').map(({ id }) => id));
    const unknown = references.flatMap(({ to, id, line, column }) => {
      const known = to === 'sources' ? Object.keys(sources) : ids[to];
      if (known.includes(id)) return [];
      const place = to === 'sources' ? 'one of the sources listed above the story' : `the name of a file in ${to}/`;
      const reason = `Unknown ${nouns[to]} “${id}”: expected ${place}.`;
      return [{ file, line, column, severity: 'error' as const, reason, suggestion: nearest(id, known), rule: `${nouns[to]}-exists` }];
    });
    const idle = Object.entries(sources).flatMap(([id, place]) =>
      cited.has(id)
        ? []
        : [{ file, ...place, severity: 'warning' as const, reason: `Unused source “${id}”: expected a <Source id="${id}" /> in the story.`, rule: 'source-cited' }],
    );
    return [...unknown, ...idle];
  });
}
