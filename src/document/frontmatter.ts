import { LineCounter, isAlias, isMap, isPair, isScalar, isSeq, parseDocument, visit } from 'yaml';
import type { Document, Node, Pair, YAMLMap, YAMLSeq } from 'yaml';
import { checkYamlDepth, deepBracket, tooDeep } from './depth.ts';
import { commentInText, explainYaml, unquotedSign } from './explain-yaml.ts';
import type { Say } from './explain-yaml.ts';
import { cut, errorAt, inReadingOrder } from './message.ts';
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
  /** What to say where “ #” ends a value without quotation marks, by the value’s path: a loss, if it is a text. */
  comments: { path: (string | number)[]; message: Message }[];
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

/** What there is to say of a story that has no two lines of `---`. */
export function missingFrontmatter(contents: string): Message {
  const [, first = '', rest = ''] = /^(\uFEFF?---[ \t]*\r?\n)?([\s\S]*)$/.exec(contents) ?? [];
  if (!first || !isLine.test(rest.split('\n', 1)[0]!.trimEnd()))
    return errorAt(
      { line: 1, column: 1 },
      'frontmatter',
      'Missing frontmatter: expected a first line of “---”, lines such as “headline: …”, and another line of “---”.',
    );
  const lines = rest.split(/\r?\n/);
  const text = textIn(lines);
  return missingSecond((text ?? lines.length) + 2, text === undefined ? undefined : lines[text]);
}

/** The same of one whose second `---` is a line in the text. @param messages on what was read as YAML. */
export function openFrontmatter(yaml: string, messages: readonly Message[]): Message | undefined {
  const lines = yaml.split(/\r?\n/);
  const text = textIn(lines);
  const isCause = text !== undefined && messages.some(({ line }) => line >= text + 2);
  return isCause ? missingSecond(text + 2, lines[text]) : undefined;
}

const missingSecond = (line: number, text?: string): Message =>
  errorAt(
    { line, column: 1 },
    'frontmatter',
    `Missing second line of “---”: expected it ${text === undefined ? 'at the end of' : `above “${cut(text.trim())}”, below`} the lines such as “headline: …”.`,
  );

/** A line that can be YAML: a key, an item, a part of a group, a comment, nothing. */
const isLine = /^(?:\s*|\s*[\w-]+:(?:\s.*)?|\s*-(?:\s.*)?|\s+.*|\s*(?:#(?!#)|[\]}]).*)$/;

/** Which line is the first of a text: it comes after an empty one, and is none of YAML. */
function textIn(lines: readonly string[]): number | undefined {
  const index = lines.findIndex((line, at) => at > 0 && !lines[at - 1]!.trim() && !isLine.test(line));
  return index < 0 ? undefined : index;
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
  if (deep) return { messages: [deep], data: undefined, comments: [], placeOf: () => place(0) };
  const say: Say = (offset, reason, nearest) => errorAt(place(offset), 'yaml-syntax', reason, nearest);
  const [unreadable] = syntaxErrors(document, yaml, say);
  return {
    messages: unreadable ? [unreadable] : takeDuplicates(document, place),
    data: unreadable ? undefined : (document.toJS() ?? {}),
    comments: unreadable || !/\s#/.test(yaml) ? [] : commentsIn(document, yaml, say),
    placeOf(path, at) {
      let node: unknown = document.contents;
      let offset = startOf(node) ?? 0;
      for (const [index, step] of path.entries()) {
        const pair: Pair | undefined = isMap(node) ? pairs(node).get(String(step)) : undefined;
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

/** The pairs of a group by their keys, made once: a group may have thousands. */
const pairs = remembered(
  (map: YAMLMap) =>
    new Map(map.items.flatMap((item) => (isScalar(item.key) ? [[String(item.key.value), item] as const] : []))),
);

const indices = remembered((list: YAMLSeq) => new Map(list.items.map((item, index) => [item, index])));

function remembered<Node extends object, Made>(make: (node: Node) => Made): (node: Node) => Made {
  const made = new WeakMap<Node, Made>();
  return (node) => {
    const before = made.get(node) ?? make(node);
    made.set(node, before);
    return before;
  };
}

const startOf = (node: unknown) => (node as Node | null)?.range?.[0];

/** Errors of syntax, in the order of the text. Only the first is certain: the others may follow from it. */
function syntaxErrors(document: Document.Parsed, yaml: string, say: Say): Message[] {
  // In the order of the text; thousands may follow from the first.
  const messages = document.errors.slice(0, 5).map((error) => explainYaml(error, yaml, document, say));
  // YAML’s anchors (&), aliases (*) and tags (!) are hardly ever meant: a writer’s text just begins with that sign.
  visit(document, {
    Node(_, node) {
      const isSigned = isAlias(node) || ('anchor' in node && node.anchor) || node.tag;
      if (isSigned) messages.push(unquotedSign(yaml, startOf(node) ?? 0, say));
    },
  });
  return messages.sort(inReadingOrder);
}

/** Comments on the line on which a value without quotation marks ends. */
function commentsIn(document: Document.Parsed, yaml: string, say: Say): Frontmatter['comments'] {
  const found: Frontmatter['comments'] = [];
  visit(document, {
    Scalar(key, node, ancestors) {
      const end = node.range?.[1] ?? 0;
      const space = /^[ \t]+(?=#)/.exec(yaml.slice(end, end + 80))?.[0];
      if (key === 'key' || node.type !== 'PLAIN' || space === undefined) return;
      found.push({ path: pathOf([...ancestors, node]), message: commentInText(yaml, end + space.length, say) });
    },
  });
  return found;
}

/** The keys and indices on the way to the last of these nodes. */
const pathOf = (nodes: readonly unknown[]): (string | number)[] =>
  nodes.flatMap((node, index): (string | number)[] => {
    if (isPair(node)) return [String(node.key)];
    const below = nodes[index + 1];
    return isSeq(node) ? [indices(node).get(below) ?? 0] : [];
  });

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
