import type { Nodes } from 'mdast';
import { isMap, isSeq } from 'yaml';
import { errorAt } from './message.ts';
import type { Message } from './message.ts';
import type { Place } from './place.ts';

/** So deep may things stand in each other: more than any text needs, and less than readers of trees can go. */
const MOST = 100;

/** What there is to say where things stand in each other too deep. */
export const tooDeep = (place: Place): Message =>
  errorAt(place, 'nesting', `Unexpected nesting of more than ${MOST} levels: expected a text that is less deep.`);

const markers = /^[ \t]*(?:(?:>|[-*+](?=[ \t])|\d{1,9}[.)](?=[ \t]))[ \t]*)+/;
const marker = />|[-*+]|\d{1,9}[.)]/g;

/** The first line of a body that begins with too many signs of quotations and lists: parsers take long over those. */
export function checkLines(body: string): Message | undefined {
  for (const [index, line] of body.split('\n').entries()) {
    const begin = line.length > MOST ? markers.exec(line)?.[0] : undefined;
    if ((begin?.match(marker)?.length ?? 0) > MOST) return tooDeep({ line: index + 1, column: 1 });
  }
  return undefined;
}

/** The first thing in a tree of Markdown that stands too deep. */
export const checkDepth = (tree: Nodes): Message | undefined =>
  deepest<Nodes>(
    tree,
    (node) => ('children' in node ? node.children : []),
    (node) => node.position?.start,
  );

/** The first thing in YAML that stands too deep. @param placeAt where an offset is. */
export const checkYamlDepth = (contents: unknown, placeAt: (offset: number) => Place): Message | undefined =>
  deepest<unknown>(
    contents,
    (node) => (isMap(node) ? node.items.map(({ value }) => value) : isSeq(node) ? node.items : []),
    (node) => {
      const range = (node as { range?: [number] | null } | null)?.range;
      return range ? placeAt(range[0]) : undefined;
    },
  );

/** Where the first bracket of YAML is that stands in too many others; its beginning, where none does. */
export function deepBracket(yaml: string): number {
  let depth = 0;
  for (const { 0: sign, index } of yaml.matchAll(/[[\]{}]/g)) {
    depth += /[[{]/.test(sign) ? 1 : -1;
    if (depth > MOST) return index;
  }
  return 0;
}

/** Goes level by level, without calling itself: a tree may be of any depth. */
function deepest<Node>(
  root: Node,
  inside: (node: Node) => readonly Node[],
  placeOf: (node: Node) => Place | undefined,
): Message | undefined {
  let level: Node[] = [root];
  let place: Place = { line: 1, column: 1 };
  for (let depth = 0; level.length; depth += 1) {
    place = placeOf(level[0]!) ?? place;
    if (depth > MOST) return tooDeep(place);
    level = level.flatMap((node) => inside(node));
  }
  return undefined;
}
