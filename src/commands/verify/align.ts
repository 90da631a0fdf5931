import { diffArrays } from 'diff';

/**
 * Finds the lines of a story among the words of a page. First whole lines, in the order of the story; then, between
 * two of them, what is like a line that was not found. Time grows with the length of the page, and where words were
 * altered, with how many.
 */

/** A word of a page: what it is, and which block of the page it is in. */
export interface PageWord {
  is: string;
  block: number;
}

/** Words of the story that have become others in the page: either may be none. */
export interface Change {
  /** Numbers of words of the story. */
  story: [from: number, to: number];
  /** Numbers of words of the page. */
  page: number[];
}

export interface Alignment {
  /** For each word of the story its number in the page, or -1. */
  places: Int32Array;
  changes: Change[];
}

/** From so many words on, a line is hardly ever in two places by chance. */
const LONG = 5;

/** How many places of a line are looked at. */
const MOST_PLACES = 200;

/** How many words two texts may differ in to be compared word by word. */
const MOST_EDITS = 2000;

/** Where words follow each other in a text. */
export class Places {
  readonly #words: readonly PageWord[];
  readonly #of = new Map<string, number[]>();

  constructor(words: readonly PageWord[]) {
    this.#words = words;
    for (const [at, { is }] of words.entries()) {
      const known = this.#of.get(is);
      if (known) known.push(at);
      else this.#of.set(is, [at]);
    }
  }

  /** Where a line stands, from `from` on. It is looked for by its rarest word. */
  of(line: readonly string[], from = 0, to = this.#words.length): number[] {
    let [rarest, least] = [0, Infinity];
    for (const [index, word] of line.entries()) {
      const count = this.#of.get(word)?.length ?? 0;
      if (count < least) [rarest, least] = [index, count];
    }
    const found: number[] = [];
    const candidates = this.#of.get(line[rarest] ?? '') ?? [];
    for (let at = lowerBound(candidates, from + rarest); at < candidates.length; at++) {
      const start = candidates[at]! - rarest;
      if (start + line.length > to || found.length === MOST_PLACES) break;
      if (line.every((word, index) => this.#words[start + index]?.is === word)) found.push(start);
    }
    return found;
  }
}

function lowerBound(sorted: readonly number[], value: number): number {
  let [low, high] = [0, sorted.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (sorted[middle]! < value) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** @param lines those of the story, each as its words. */
export function align(lines: readonly (readonly string[])[], page: readonly PageWord[], places: Places): Alignment {
  const starts = lines.map(() => -1);
  placeLong(lines, places, starts);
  placeShort(lines, page, places, starts);
  const offsets: number[] = [];
  let count = 0;
  for (const line of lines) {
    offsets.push(count);
    count += line.length;
  }
  const found = new Int32Array(count).fill(-1);
  const claimed = new Uint8Array(page.length);
  for (const [index, start] of starts.entries()) {
    if (start < 0) continue;
    for (let at = 0; at < lines[index]!.length; at++) {
      found[offsets[index]! + at] = start + at;
      claimed[start + at] = 1;
    }
  }
  const changes: Change[] = [];
  for (let first = 0; first < lines.length; first++) {
    if (starts[first]! >= 0) continue;
    let last = first;
    while (last + 1 < lines.length && starts[last + 1]! < 0) last += 1;
    const from = first ? starts[first - 1]! + lines[first - 1]!.length : 0;
    const to = last + 1 < lines.length ? starts[last + 1]! : page.length;
    const gap = lines.slice(first, last + 1);
    const like = wordsLike(gap, page, from, to, first > 0, last + 1 < lines.length);
    changes.push(...differences(gap, offsets[first]!, page, like, found, claimed));
    first = last;
  }
  return { places: found, changes: [...changes, ...besides(page, claimed)] };
}

/** The heaviest set of long lines that stand in the page in the order of the story. */
function placeLong(lines: readonly (readonly string[])[], places: Places, starts: number[]): void {
  interface Link {
    line: number;
    start: number;
    weight: number;
    before?: Link | undefined;
  }
  const best = new Map<number, Link>();
  const ends: number[] = [];
  const heaviest = (until: number): Link | undefined => {
    const at = lowerBound(ends, until + 1) - 1;
    return at < 0 ? undefined : best.get(ends[at]!);
  };
  for (const [line, words] of lines.entries()) {
    if (words.length < LONG) continue;
    const links = places.of(words).map((start): Link => {
      const before = heaviest(start);
      return { line, start, weight: (before?.weight ?? 0) + words.length, before };
    });
    for (const link of links) {
      const end = link.start + words.length;
      if ((heaviest(end)?.weight ?? 0) > link.weight) continue;
      const at = lowerBound(ends, end);
      if (ends[at] !== end) ends.splice(at, 0, end);
      best.set(end, link);
      // Ends are kept with rising weights only.
      while (ends[at + 1] !== undefined && best.get(ends[at + 1]!)!.weight <= link.weight) {
        best.delete(ends[at + 1]!);
        ends.splice(at + 1, 1);
      }
    }
  }
  for (let link = heaviest(Infinity); link; link = link.before) starts[link.line] = link.start;
}

/** Short lines, such as headings and cells, between those that were found: as near to them as may be. */
function placeShort(
  lines: readonly (readonly string[])[],
  page: readonly PageWord[],
  places: Places,
  starts: number[],
): void {
  const anchored = starts.flatMap((start, line) => (start < 0 ? [] : [line]));
  const [first] = anchored;
  if (first === undefined) return;
  const isWhole = (start: number, end: number, from: number, to: number) =>
    (start === from || page[start - 1]?.block !== page[start]?.block) &&
    (end === to || page[end]?.block !== page[end - 1]?.block);
  let to = starts[first]!;
  for (let line = first - 1; line >= 0; line--) {
    const { length } = lines[line]!;
    if (length >= LONG) continue;
    const found = places
      .of(lines[line]!, Math.max(0, to - 400), to)
      .findLast((start) => isWhole(start, start + length, 0, to));
    if (found === undefined) continue;
    starts[line] = found;
    to = found;
  }
  let from = starts[first]! + lines[first]!.length;
  const nexts: number[] = [];
  let next = page.length;
  for (let line = lines.length - 1; line >= 0; line--) {
    nexts[line] = next;
    if (starts[line]! >= 0) next = starts[line]!;
  }
  for (let line = first + 1; line < lines.length; line++) {
    const { length } = lines[line]!;
    if (starts[line]! < 0 && length > 0 && length < LONG) {
      const until = nexts[line]!;
      const found = places.of(lines[line]!, from, until).find((start) => isWhole(start, start + length, from, until));
      // What is far from all that went before, behind the last long line, is of the page.
      if (found !== undefined && (until < page.length || found < from + 400)) starts[line] = found;
    }
    if (starts[line]! >= 0) from = starts[line]! + length;
  }
}

/** How many pairs of words, as a share of the shorter, make a block the same as a line, altered. */
const LIKE = 0.34;

const pairsOf = (words: readonly string[]) =>
  words.length === 1 ? [...words] : words.slice(1).map((word, index) => `${words[index]} ${word}`);

/** The words of a part of the page in blocks that are like lines of the story. */
function wordsLike(
  lines: readonly (readonly string[])[],
  page: readonly PageWord[],
  from: number,
  to: number,
  isBehind: boolean,
  isBefore: boolean,
): number[] {
  const pairs = new Set(lines.flatMap(pairsOf));
  const pairsByLine = lines.map((line) => pairsOf(line));
  const linesByPair = new Map<string, number[]>();
  for (const [index, of] of pairsByLine.entries())
    for (const pair of new Set(of)) linesByPair.set(pair, [...(linesByPair.get(pair) ?? []), index].slice(-50));
  const found: number[] = [];
  for (let at = from; at < to;) {
    let end = at;
    while (end < to && page[end]!.block === page[at]!.block) end += 1;
    const words = page.slice(at, end).map(({ is }) => is);
    const own = pairsOf(words);
    const shared = own.filter((pair) => pairs.has(pair));
    const counts = new Map<number, number>();
    for (const pair of new Set(shared))
      for (const line of linesByPair.get(pair) ?? []) counts.set(line, (counts.get(line) ?? 0) + 1);
    const isPart = own.length > 0 && shared.length / own.length >= LIKE;
    const hasLine = [...counts].some(([line, count]) => count / pairsByLine[line]!.length >= LIKE && count > 1);
    // The rest of a block that a line was found in belongs to the story, too.
    const isRest =
      (isBehind && at === from && page[at - 1]?.block === page[at]?.block) ||
      (isBefore && end === to && page[end]?.block === page[at]?.block);
    if ((isPart && (shared.length > 1 || own.length < 3)) || hasLine || isRest)
      for (let index = at; index < end; index++) found.push(index);
    at = end;
  }
  return found;
}

/** Holds lines against words like them, and says what became of which. */
function differences(
  lines: readonly (readonly string[])[],
  offset: number,
  page: readonly PageWord[],
  like: readonly number[],
  found: Int32Array,
  claimed: Uint8Array,
): Change[] {
  const story = lines.flat();
  const parts = like.length
    ? (diffArrays(
        story,
        like.map((at) => page[at]!.is),
        { maxEditLength: MOST_EDITS },
      ) as { count: number; added: boolean; removed: boolean }[] | undefined)
    : undefined;
  let [inStory, inPage] = [0, 0];
  const changes: Change[] = [];
  let change: Change | undefined;
  const open = () => {
    if (!change) changes.push((change = { story: [offset + inStory, offset + inStory], page: [] }));
    return change;
  };
  for (const { count, added, removed } of parts ?? [{ count: story.length, added: false, removed: true }]) {
    if (removed) {
      open().story[1] += count;
      inStory += count;
    } else if (added) {
      open().page.push(...like.slice(inPage, inPage + count));
      for (const at of like.slice(inPage, inPage + count)) claimed[at] = 2;
      inPage += count;
    } else {
      change = undefined;
      for (let index = 0; index < count; index++) {
        const at = like[inPage + index]!;
        found[offset + inStory + index] = at;
        claimed[at] = 1;
      }
      inStory += count;
      inPage += count;
    }
  }
  return changes;
}

/** Words beside those of the story in its own blocks. */
function besides(page: readonly PageWord[], claimed: Uint8Array): Change[] {
  const blocks = new Set<number>();
  for (const [at, { block }] of page.entries()) if (claimed[at] === 1) blocks.add(block);
  const changes: Change[] = [];
  let run: number[] = [];
  for (const [at, { block }] of page.entries()) {
    const isBeside = claimed[at] === 0 && blocks.has(block);
    if (isBeside && run.length && page[run.at(-1)!]!.block === block && run.at(-1) === at - 1) run.push(at);
    else if (isBeside) changes.push({ story: [-1, -1], page: (run = [at]) });
  }
  return changes;
}
