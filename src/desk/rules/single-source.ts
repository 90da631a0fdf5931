import type { Nodes } from 'mdast';
import { messageAt } from '../../document/message.ts';
import { countWords } from '../../document/words.ts';
import type { Rule } from '../rule.ts';

/**
 * A story of more than 150 words rests on more than one source.
 *
 * What only one says may be right, and nobody has checked it. Two sources of one outlet or one person
 * are one. A story without any is told of from 40 words on, unless it has a link to where it is from.
 *
 * @example ok
 * ---
 * sources:
 *   reuters: { outlet: reuters }
 *   jane: { by: jane-doe, kind: speech }
 * ---
 * The council votes, <Source id="reuters" /> reported, and <Source id="jane" /> confirmed it.
 *
 * @example not ok
 * ---
 * sources:
 *   reuters: { outlet: reuters }
 * ---
 * The council votes, <Source id="reuters" /> reported. It is the third time that the plan comes before the council. The first time was before the elections, when nobody wanted to be for it or against it. The second time the money was not there. Now the governor has set money aside, and the two towns on the banks have said what they want. One wants a bridge for cars, the other wants one for trains. A bridge for both costs more than the two together have. The council has a plan for each, and a third one that nobody likes. It will vote on all three, one after the other, until one has the most votes. If none has, the vote is held again in the spring. By then the old bridge may be closed, as the engineers have found rust in two of the four cables that hold it up over the river.
 * @message above Unexpected single source: expected a second one, of another outlet or person.
 *
 * @example not ok
 * ---
 * sources: {}
 * ---
 * The council votes. It is the third time that the plan comes before the council. The first time was before the elections, when nobody wanted to be for it or against it. The second time the money was not there. Now the governor has set money aside.
 * @message above Missing sources: expected at least two, listed above the story and cited in it.
 */
export default {
  name: 'single-source',
  severity: 'warning',
  check({ data: { sources }, passages, placeOf, nodes }) {
    const words = passages.reduce((sum, { text }) => sum + countWords(text), 0);
    const origins = new Set(Object.entries(sources).map(([id, { by, outlet, name }]) => by ?? outlet ?? name ?? id));
    if (!origins.size && words > 40 && !hasLinkOut(nodes))
      return [
        messageAt(
          placeOf(['headline'], 'key'),
          'Missing sources: expected at least two, listed above the story and cited in it.',
        ),
      ];
    return origins.size === 1 && words > 150
      ? [
          messageAt(
            placeOf(['sources'], 'key'),
            'Unexpected single source: expected a second one, of another outlet or person.',
          ),
        ]
      : [];
  },
} satisfies Rule;

const hasLinkOut = (nodes: readonly Nodes[]): boolean =>
  nodes.some((node) => (node.type === 'link' || node.type === 'definition') && /^https?:/.test(node.url));
