import type { Nodes } from 'mdast';
import { messageAt } from '../../document/message.ts';
import type { ComponentNode } from '../../document/contract.ts';
import { isTag } from '../../document/normalise.ts';
import { hasRole } from '../../document/roles.ts';
import { matchesIn } from '../prose.ts';
import type { Rule } from '../rule.ts';
import { matcherOf } from '../words/words.ts';

/**
 * A “chart below” is there.
 *
 * A text that points to a chart, a table, a map, a picture, a timeline or a video has one.
 *
 * @example ok
 * The table below shows the votes.
 *
 * | Town | Votes |
 * |------|------:|
 * | Left | 40 |
 *
 * @example not ok
 * The chart below shows the votes.
 * @message 1:5 Unexpected “chart below”: expected a chart in the story.
 */
export default {
  name: 'pointer-target',
  severity: 'warning',
  check(prose) {
    const { words, nodes } = prose;
    if (!words) return [];
    const found = [...matchesIn(prose, matcherOf(Object.keys(words.pointers)))];
    if (!found.length) return [];
    const kinds = new Set(nodes.flatMap(kindsOf));
    return found.flatMap(({ match: [written], place }) => {
      const kind = words.pointers[written.toLowerCase().replace(/\s+/g, ' ')] ?? '';
      return !kind || kinds.has(kind)
        ? []
        : [messageAt(place, `Unexpected “${written}”: expected a ${kind} in the story.`)];
    });
  },
} satisfies Rule;

const pictures = ['picture', 'chart', 'map', 'table', 'timeline', 'video'];

/** What a node shows: a picture may be a chart or a map, and be called a table. */
function kindsOf(node: Nodes): string[] {
  if (node.type === 'table') return ['table', 'chart'];
  const isPicture = node.type === 'image' || node.type === 'imageReference' || hasRole(node, 'picture');
  if (isPicture) return pictures;
  const shown = hasRole(node, 'figures') ? ['chart', 'table'] : [];
  const name = isTag(node) ? ((node as ComponentNode).name?.toLowerCase() ?? '') : '';
  return [...shown, ...pictures.filter((kind) => name.includes(kind)), ...(name === 'iframe' ? ['video'] : [])];
}
