import { LineCounter, isAlias, isMap, isPair, isScalar, isSeq, parseDocument, visit } from 'yaml';
import type { Document, Node, Pair } from 'yaml';
import type { Problem } from '../schema/problems.ts';
import { explainYaml, unquotedSign } from './yaml-faults.ts';
import type { YamlFault } from './yaml-faults.ts';

/** A point in a file, counted from 1. */
export interface Place {
  line: number;
  column: number;
}

/** YAML that was read, with the place of everything in it. */
export interface Frontmatter {
  /** Where it cannot be read, `undefined`. */
  data: unknown;
  faults: (Place & Omit<YamlFault, 'offset'>)[];
  /** Where a key or its value stands; for a missing key, where its parent does. */
  placeOf(path: readonly (string | number)[], at: Problem['at']): Place;
}

/** A story file: what is above the second `---`, and the rest with lines kept in number. */
export interface SplitStory {
  yaml: string | undefined;
  body: string;
}

const fence = /^\uFEFF?---[ \t]*\r?\n(?:([\s\S]*?)\r?\n)??---[ \t]*(?:\r?\n|$)/;

/** Splits a story file. The body keeps its place: the lines above it are blank. */
export function splitStory(contents: string): SplitStory {
  const match = fence.exec(contents);
  if (!match) return { yaml: undefined, body: contents };
  return {
    yaml: match[1] ?? '',
    body: match[0].replace(/[^\n]+/g, '') + contents.slice(match[0].length),
  };
}

/**
 * Reads YAML 1.2. Dates and numbers stay text, as they were written: a headline may be “1984”.
 *
 * @param firstLine the line of the file on which the YAML begins, from 1.
 */
export function readYaml(yaml: string, firstLine: number): Frontmatter {
  const lines = new LineCounter();
  const document = parseDocument(yaml.replace(/^\uFEFF/, ''), {
    lineCounter: lines,
    prettyErrors: false,
    stringKeys: true,
    uniqueKeys: false,
    customTags: (tags) => tags.filter((tag) => typeof tag === 'string' || !/:(int|float)$/.test(tag.tag)),
  });
  const place = (offset: number): Place => {
    const { line, col } = lines.linePos(offset);
    return { line: line + firstLine - 1, column: col };
  };
  const [fault] = faultsOf(document, yaml);
  const faults = fault ? [fault] : takeDuplicates(document);
  return {
    data: fault ? undefined : (document.toJS() ?? {}),
    faults: faults.map(({ offset, ...rest }) => ({ ...place(offset), ...rest })),
    placeOf(path, at) {
      let node: unknown = document.contents;
      let offset = startOf(node) ?? 0;
      for (const [index, step] of path.entries()) {
        const pair: Pair | undefined = isMap(node)
          ? node.items.find((item) => isPair(item) && isScalar(item.key) && String(item.key.value) === String(step))
          : undefined;
        const value = pair ? pair.value : isSeq(node) ? node.items[Number(step)] : undefined;
        const key = startOf(pair?.key) ?? startOf(value);
        if (key === undefined) break;
        offset = index === path.length - 1 && at === 'value' ? (startOf(value) ?? key) : key;
        node = value;
      }
      return place(offset);
    },
  };
}

const startOf = (node: unknown) => (node as Node | null)?.range?.[0];

/** What keeps the YAML from being read, in its order; only the first is sure not to follow from another. */
function faultsOf(document: Document.Parsed, yaml: string): YamlFault[] {
  const faults = document.errors.map((error) => explainYaml(error, yaml, document));
  // Whoever begins a text with one of these signs knows nothing of anchors, aliases and tags.
  visit(document, {
    Node(_, node) {
      const isSigned = isAlias(node) || ('anchor' in node && node.anchor) || node.tag;
      if (isSigned) faults.push(unquotedSign(yaml, startOf(node) ?? 0));
    },
  });
  return faults.sort((a, b) => a.offset - b.offset);
}

/** Takes keys that stand in their group already out of it, so that each has one place. */
function takeDuplicates(document: Document.Parsed): YamlFault[] {
  const faults: YamlFault[] = [];
  visit(document, {
    Map(_, map) {
      const seen = new Set<string>();
      map.items = map.items.filter(({ key }) => {
        const name = String(key);
        if (seen.has(name))
          faults.push({
            offset: startOf(key) ?? 0,
            rule: 'key-once',
            reason: `Unexpected second “${name}”: expected each key, and each source’s id, once.`,
          });
        return !seen.has(name) && seen.add(name);
      });
    },
  });
  return faults;
}
