import { LineCounter, isAlias, isMap, isPair, isScalar, isSeq, parseDocument, visit } from 'yaml';
import type { Document, Node, Pair } from 'yaml';
import { checkYamlDepth, deepBracket, tooDeep } from './depth.ts';
import { explainYaml, unquotedSign } from './explain-yaml.ts';
import type { Say } from './explain-yaml.ts';
import { errorAt, inReadingOrder } from './message.ts';
import type { Message } from './message.ts';
import type { Place } from './place.ts';
import type { PlaceOf } from './values.ts';

/** YAML that was read, with the place of everything in it. */
export interface Frontmatter {
  /** Where it cannot be read, `undefined`. */
  data: unknown;
  messages: Message[];
  /** Where a key or its value stands; for a missing key, where its parent does. */
  placeOf: PlaceOf;
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
  // The parser says so itself when it can go no deeper; where that is depends on what else runs.
  const isOverflow = document.errors.some(({ message }) => /call stack/.test(message));
  const deep = isOverflow ? tooDeep(place(deepBracket(yaml))) : checkYamlDepth(document.contents, place);
  if (deep) return { messages: [deep], data: undefined, placeOf: () => place(0) };
  const [unreadable] = syntaxErrors(document, yaml, (offset, reason, nearest) =>
    errorAt(place(offset), 'yaml-syntax', reason, nearest),
  );
  return {
    messages: unreadable ? [unreadable] : takeDuplicates(document, place),
    data: unreadable ? undefined : (document.toJS() ?? {}),
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

/** Errors of syntax, in the order of the text. Only the first is certain: the others may follow from it. */
function syntaxErrors(document: Document.Parsed, yaml: string, say: Say): Message[] {
  const messages = document.errors.map((error) => explainYaml(error, yaml, document, say));
  // YAML’s anchors (&), aliases (*) and tags (!) are hardly ever meant: a writer’s text just begins with that sign.
  visit(document, {
    Node(_, node) {
      const isSigned = isAlias(node) || ('anchor' in node && node.anchor) || node.tag;
      if (isSigned) messages.push(unquotedSign(yaml, startOf(node) ?? 0, say));
    },
  });
  return messages.sort(inReadingOrder);
}

/**
 * Reports a key that its group has already, and removes it, so that {@link Frontmatter.placeOf} finds one place for a
 * key.
 */
function takeDuplicates(document: Document.Parsed, placeAt: (offset: number) => Place): Message[] {
  const messages: Message[] = [];
  visit(document, {
    Map(_, map) {
      const seen = new Set<string>();
      map.items = map.items.filter(({ key }) => {
        const name = String(key);
        if (!seen.has(name)) return seen.add(name);
        const reason = `Unexpected second “${name}”: expected each key, and each source’s id, once.`;
        messages.push(errorAt(placeAt(startOf(key) ?? 0), 'key-once', reason));
        return false;
      });
    },
  });
  return messages;
}
