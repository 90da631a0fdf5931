import { LineCounter, isMap, isPair, isScalar, isSeq, parseDocument } from 'yaml';
import type { Node, Pair } from 'yaml';
import type { Problem } from '../schema/problems.ts';

/** A point in a file, counted from 1. */
export interface Place {
  line: number;
  column: number;
}

/** YAML that was read, with the place of everything in it. */
export interface Frontmatter {
  data: unknown;
  /** Syntax errors; where there are any, `data` is not to be trusted. */
  faults: (Place & { reason: string; duplicate: boolean })[];
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
 * Reads YAML 1.2 (dates stay text, as they were written).
 *
 * @param firstLine the line of the file on which the YAML begins, from 1.
 */
export function readYaml(yaml: string, firstLine: number): Frontmatter {
  const lines = new LineCounter();
  const document = parseDocument(yaml, { lineCounter: lines, prettyErrors: false, stringKeys: true });
  const place = (offset: number): Place => {
    const { line, col } = lines.linePos(offset);
    return { line: line + firstLine - 1, column: col };
  };
  const startOf = (node: unknown) => (node as Node | null)?.range?.[0];
  return {
    data: document.errors.length ? undefined : (document.toJS() ?? {}),
    faults: document.errors.map(({ pos, message, code }) => ({
      ...place(pos[0]),
      reason: message,
      duplicate: code === 'DUPLICATE_KEY',
    })),
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
