import type { Nodes } from 'mdast';
import { messageAt } from '../../document/message.ts';
import { startOf } from '../../document/props.ts';
import { hasRole } from '../../document/roles.ts';
import type { Rule } from '../rule.ts';

/**
 * What we don’t know is looked at again after 90 days.
 *
 * By then some of it is known, or nobody asks any more. Look at each point, mend it, and set `updated`.
 *
 * @example ok
 * ---
 * published: 2025-12-20
 * ---
 * <WhatWeDontKnow>
 * - When the council votes.
 * </WhatWeDontKnow>
 *
 * @example not ok
 * ---
 * published: 2025-06-01
 * ---
 * <WhatWeDontKnow>
 * - When the council votes.
 * </WhatWeDontKnow>
 * @message 1:1 Unexpected <WhatWeDontKnow> of 223 days ago: expected one that was looked at in the last 90 days, and “updated” set.
 */
export default {
  name: 'unknown-old',
  severity: 'warning',
  check({ tree, data: { published, updated }, today }) {
    const days = Math.round((Date.parse(today) - Date.parse((updated ?? published).slice(0, 10))) / 86_400_000);
    if (days <= 90) return [];
    return (tree.children as Nodes[]).flatMap((node) =>
      hasRole(node, 'unknowns')
        ? [
            messageAt(
              startOf(node),
              `Unexpected <${node.name}> of ${days} days ago: expected one that was looked at in the last 90 days, and “updated” set.`,
            ),
          ]
        : [],
    );
  },
} satisfies Rule;
