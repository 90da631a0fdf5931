import type { Nodes, Parents } from 'mdast';
import { isTag } from '../document/normalise.ts';
import type { Place } from '../document/place.ts';
import { propsOf } from '../document/props.ts';
import type { StoryReading } from '../document/read.ts';
import type { Role } from '../document/role.ts';
import { hasRole, propsFor } from '../document/roles.ts';
import { tagFor } from '../document/tag.ts';
import type { StoryRecord } from '../schema/story.ts';
import type { Registries } from '../stories/story.ts';
import { quotationsIn } from '../strings/quotations.ts';
import { wordsFor } from './words/index.ts';
import type { Words } from './words/words.ts';

/** A story as the copy desk has it: what a rule may look at. */
export interface Prose {
  data: StoryRecord;
  lang: string;
  /** The words of its language; `undefined` where nobody has described it. */
  words: Words | undefined;
  /** Words that this newsroom has cleared for use. */
  allowed: readonly string[];
  /** How this newsroom writes headlines, if it has said so. */
  headlines: OwnWords['headlines'];
  /** The day on which it is read, `YYYY-MM-DD`. */
  today: string;
  registries: Registries;
  tree: Parents;
  /** Every node of the text, in its order: rules look through them, and walk no tree of their own. */
  nodes: readonly Nodes[];
  /** The file without its frontmatter, with lines kept in number. */
  body: string;
  /** Every run of words, in order. */
  passages: Passage[];
  /** Words that stand outside the text: headline, description, and those typed on tags. */
  fields: Passage[];
  /** Where a key of the frontmatter, or its value, stands. */
  placeOf(path: readonly (string | number)[], at: 'key' | 'value'): Place;
  /** The tag of a component with a role, for a message that asks for it. */
  tagFor: (role: Role, values?: Readonly<Record<string, string>>) => string;
}

/** A run of words: a paragraph, a heading, a line of a list. */
export interface Passage {
  node: Nodes;
  /** As a reader sees it; a badge is the name of its source. */
  text: string;
  isHeading: boolean;
  /** The key above the story, or the prop, that it is the value of. */
  field?: string;
  /** What it stands in, the outermost first. */
  ancestors: Nodes[];
  /** Whether a link stands in it. */
  hasLink: boolean;
  /** Its badges: which source, and where in the text. */
  citations: { source: string; start: number; end: number }[];
  /** Where in the text code stands. */
  code: { start: number; end: number }[];
  /** Where in the text something stands in quotation marks. */
  quotations: Span[];
  sentences: Span[];
  /** Where a character of the text stands in the file. */
  placeAt(offset: number): Place;
}

/** A part of a text, with its own words. */
export interface Span {
  start: number;
  end: number;
  text: string;
}

/** What rules need beyond the reading of a story. */
export interface DeskContext {
  registries: Registries;
  lang: string;
  today: string;
  /** A newsroom’s own words, by language, and those that it has cleared. */
  words?: Partial<Record<string, OwnWords>>;
}

/** A newsroom’s `content/desk/<language>.yaml`: words to add to lists, and words that are fine. */
export type OwnWords = Partial<
  Record<'rot' | 'loaded' | 'hedges' | 'acronyms' | 'accusation' | 'speech' | 'allowed', readonly string[]>
> & { headlines?: 'sentence' | 'title' };

/** Puts a story before the desk. `undefined` where it could not be read. */
export function proseOf(
  reading: StoryReading,
  data: StoryRecord,
  { registries, today, ...desk }: DeskContext,
): Prose | undefined {
  if (!reading.markdown) return undefined;
  const { tree, body, placeOf, contracts } = reading.markdown;
  const lang = data.lang ?? desk.lang;
  const own = desk.words?.[lang] ?? desk.words?.[lang.split('-')[0]!] ?? {};
  const words = withOwn(wordsFor(lang), own);
  const nameOf = (id: string) => {
    const source = data.sources[id];
    return (
      source?.name ??
      registries.outlets.get(source?.outlet ?? '')?.name ??
      registries.people.get(source?.by ?? '')?.name ??
      id
    );
  };
  const sentences = (text: string) => sentencesIn(text, lang, words);
  const passages = passagesIn(tree, body, nameOf, lang, sentences);
  const fieldOf = (field: string, text: string, place: Place, ancestors: Nodes[]): Passage => ({
    node: { type: 'text', value: text },
    text,
    isHeading: field === 'headline' || field === 'title',
    field,
    ancestors,
    hasLink: false,
    citations: [],
    code: [],
    quotations: quotationsIn(text, lang),
    sentences: sentences(text),
    placeAt: () => place,
  });
  return {
    data,
    lang,
    words,
    allowed: own.allowed ?? [],
    headlines: own.headlines,
    today,
    registries,
    tree,
    nodes: [...nodesIn(tree)],
    body,
    passages,
    fields: [
      fieldOf('headline', data.headline, placeOf(['headline'], 'value'), []),
      fieldOf('description', data.description, placeOf(['description'], 'value'), []),
      ...typedOnTags(tree).map(({ name, text, place, ancestors }) => fieldOf(name, text, place, ancestors)),
    ],
    placeOf,
    tagFor: (role, values) => tagFor(contracts, role, values),
  };
}

const joined = new WeakMap<Words, WeakMap<OwnWords, Words>>();

/** A language’s words with the newsroom’s own. Kept for all stories: the patterns made of each list are kept by it. */
function withOwn(words: Words | undefined, own: OwnWords): Words | undefined {
  if (!words || !Object.keys(own).length) return words;
  const made = joined.get(words) ?? new WeakMap<OwnWords, Words>();
  joined.set(words, made);
  // The newsroom’s `allowed` words have no list in the language to add them to.
  const known: Partial<Record<string, unknown>> = { ...words };
  const lists = Object.fromEntries(
    Object.entries(own)
      .filter((entry): entry is [string, readonly string[]] => Array.isArray(entry[1]))
      .map(([name, list]) => [name, [...((known[name] ?? []) as readonly string[]), ...list]]),
  );
  if (!made.has(own)) made.set(own, { ...words, ...lists });
  return made.get(own);
}

/** A node and all that is in it, as they stand. */
function* nodesIn(node: Nodes): Generator<Nodes> {
  yield node;
  if ('children' in node) for (const child of node.children) yield* nodesIn(child);
}

/** Phrases that are values of props, with the tags around them. */
function typedOnTags(tree: Parents): { name: string; text: string; place: Place; ancestors: Nodes[] }[] {
  const found: ReturnType<typeof typedOnTags> = [];
  const visit = (node: Nodes, ancestors: Nodes[]) => {
    const inside = [...ancestors, node];
    if (isTag(node) && /^\p{Lu}/u.test(node.name ?? '')) {
      const { values, places } = propsOf(node);
      for (const [name, value] of Object.entries(values))
        if (typeof value === 'string' && (name === 'value' || /\s/.test(value.trim())) && places[name])
          found.push({ name, text: value, place: places[name], ancestors: inside });
    }
    if ('children' in node) for (const child of node.children as Nodes[]) visit(child, inside);
  };
  for (const child of tree.children) visit(child, []);
  return found;
}

/** A piece of a passage’s text, and where it comes from. */
interface Piece {
  start: number;
  text: string;
  node: Nodes;
}

function passagesIn(
  tree: Parents,
  body: string,
  nameOf: (id: string) => string,
  lang: string,
  sentences: (text: string) => Span[],
): Passage[] {
  const found: Passage[] = [];
  const visit = (node: Nodes, ancestors: Nodes[]) => {
    const children = 'children' in node ? (node.children as Nodes[]) : [];
    const isRun =
      ['paragraph', 'heading', 'tableCell'].includes(node.type) ||
      (isTag(node) && children.some(({ type }) => type === 'text'));
    if (isRun) found.push(passageOf(node, ancestors));
    else for (const child of children) visit(child, [...ancestors, node]);
  };

  function passageOf(node: Nodes, ancestors: Nodes[]): Passage {
    const pieces: Piece[] = [];
    const citations: Passage['citations'] = [];
    const code: Passage['code'] = [];
    let text = '';
    let hasLink = false;
    const add = (from: Nodes, words: string) => {
      pieces.push({ start: text.length, text: words, node: from });
      text += words;
    };
    const gather = (child: Nodes) => {
      if (child.type === 'text' || child.type === 'inlineCode') {
        if (child.type === 'inlineCode') code.push({ start: text.length, end: text.length + child.value.length });
        add(child, child.value);
      } else if (child.type === 'break') add(child, '\n');
      else if (hasRole(child, 'badge')) {
        const start = text.length;
        const source = propsFor('badge', child)?.id ?? '';
        if (child.children.length) (child.children as Nodes[]).forEach(gather);
        else add(child, nameOf(source));
        citations.push({ source, start, end: text.length });
      } else if ('children' in child) {
        hasLink ||= child.type === 'link' || child.type === 'linkReference';
        (child.children as Nodes[]).forEach(gather);
      }
    };
    for (const child of 'children' in node ? (node.children as Nodes[]) : []) gather(child);
    const isPart = isTag(node);
    return {
      node,
      text,
      isHeading: node.type === 'heading',
      ancestors: isPart ? [...ancestors, node] : ancestors,
      hasLink,
      citations,
      code,
      quotations: quotationsIn(text, lang),
      sentences: sentences(text),
      placeAt: (offset) => placeAt(offset, pieces, node, body),
    };
  }

  for (const child of tree.children) visit(child, []);
  return found;
}

function placeAt(offset: number, pieces: readonly Piece[], node: Nodes, body: string): Place {
  const piece = pieces.findLast(({ start, text }) => start <= offset && offset <= start + text.length);
  const from = (piece?.node ?? node).position?.start;
  if (!piece || !from) return { line: node.position?.start.line ?? 1, column: node.position?.start.column ?? 1 };
  const at = offset - piece.start;
  const end = piece.node.position?.end.offset ?? 0;
  const typed = body.slice(from.offset ?? 0, end);
  // With an escape or an indented line, the file has more characters than the text: then the word itself is looked for.
  const word = piece.text.slice(at).match(/^\S+/)?.[0] ?? '';
  const index =
    typed === piece.text ? at : Math.max(0, piece.node.type === 'text' ? typed.indexOf(word, Math.max(0, at - 2)) : 0);
  const before = typed.slice(0, index).split('\n');
  return before.length > 1
    ? { line: from.line + before.length - 1, column: before.at(-1)!.length + 1 }
    : { line: from.line, column: from.column + index };
}

const segmenters = new Map<string, Intl.Segmenter>();

/** Sentences by the rules of Unicode (UAX 29); the full stop of an abbreviation ends none. */
export function sentencesIn(text: string, lang: string, words: Words | undefined): Span[] {
  const segmenter = segmenters.get(lang) ?? new Intl.Segmenter(lang, { granularity: 'sentence' });
  segmenters.set(lang, segmenter);
  const found: Span[] = [];
  let start = 0;
  for (const { segment, index } of segmenter.segment(text)) {
    const end = index + segment.length;
    // Abbreviations are short; a pattern with an end in view is tried from every letter.
    const last = /([\p{L}.]+)\.$/u.exec(segment.trimEnd().slice(-40))?.[1]?.toLowerCase() ?? '';
    const isShort = /^(\p{L}|(\p{L}\.)+\p{L})$/u.test(last) || words?.abbreviations.includes(last);
    if (isShort && end < text.length) continue;
    found.push({ start, end, text: text.slice(start, end) });
    start = end;
  }
  if (start < text.length) found.push({ start, end: text.length, text: text.slice(start) });
  return found;
}

/** Whether a passage stands in a component with one of these roles. */
export const isIn = ({ ancestors }: Passage, ...roles: Role[]): boolean =>
  ancestors.some((node) => hasRole(node, ...roles));

/** Whether the words of a passage are somebody’s own, not the newsroom’s. */
export const isOthersWords = (passage: Passage): boolean =>
  isIn(passage, 'quotation') || isIn(passage, 'post') || passage.ancestors.some(({ type }) => type === 'blockquote');

/** Whether a place in a text is in quotation marks. */
export const isQuoted = ({ quotations }: Passage, offset: number): boolean =>
  quotations.some(({ start, end }) => start <= offset && offset < end);

/** Whether a place in a text is in code. */
export const isCode = ({ code }: Passage, offset: number): boolean =>
  code.some(({ start, end }) => start <= offset && offset < end);

/** A passage’s text without what it has in quotation marks. */
export const withoutQuotations = ({ text, quotations }: Passage): string =>
  quotations.reduceRight((own, { start, end }) => own.slice(0, start) + own.slice(end), text);

/** Every match of a pattern in the newsroom’s own words. */
export function* matchesIn(
  prose: Prose,
  pattern: RegExp,
): Generator<{ passage: Passage; match: RegExpExecArray; place: Place }> {
  for (const passage of prose.passages) {
    if (isOthersWords(passage)) continue;
    for (const match of passage.text.matchAll(pattern)) {
      if (!isQuoted(passage, match.index) && !prose.allowed.includes(match[0].toLowerCase()))
        yield { passage, match, place: passage.placeAt(match.index) };
    }
  }
}

/** Whether two places in a text are in one sentence. */
export const areInOneSentence = ({ sentences }: Passage, one: number, other: number): boolean =>
  sentences.some(({ start, end }) => start <= one && one < end && start <= other && other < end);
