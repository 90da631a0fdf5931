import { messageAt } from '../../document/message.ts';
import type { Message } from '../../document/message.ts';
import { startOf } from '../../document/props.ts';
import { isTag } from '../../document/normalise.ts';
import type { Rule } from '../rule.ts';
import type { Nodes } from 'mdast';

/**
 * No more than four paragraphs in a row are without a source.
 *
 * A reader who wants to know where a thing comes from finds a badge near it.
 *
 * @example ok
 * One.
 *
 * Two, <Source id="reuters" /> reported.
 *
 * Three.
 *
 * @example not ok
 * One.
 *
 * Two.
 *
 * Three.
 *
 * Four.
 *
 * Five.
 * @message 1:1 Unexpected run of 5 paragraphs without a source: expected a <Source id="…" /> in one of them.
 */
export default {
  name: 'citation-run',
  severity: 'warning',
  check({ tree, passages, tagFor }) {
    const messages: Message[] = [];
    const cited = new Set(passages.flatMap(({ node, citations }) => (citations.length ? node : [])));
    let run: Nodes[] = [];
    const end = () => {
      if (run.length > 4)
        messages.push(
          messageAt(
            startOf(run[0]!),
            `Unexpected run of ${run.length} paragraphs without a source: expected a ${tagFor('badge')} in one of them.`,
          ),
        );
      run = [];
    };
    for (const node of tree.children as Nodes[]) {
      if (node.type === 'paragraph') {
        if (cited.has(node)) end();
        else run.push(node);
      } else if (isTag(node) || node.type === 'blockquote') end();
    }
    end();
    return messages;
  },
} satisfies Rule;
