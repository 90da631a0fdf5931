import { messageAt } from '../../document/message.ts';
import type { Message } from '../../document/message.ts';
import { startOf } from '../../document/props.ts';
import type { Rule } from '../rule.ts';
import { toString } from 'mdast-util-to-string';

/**
 * The words of a link say where it goes.
 *
 * Readers who listen hear links in a list: “here, here, here”.
 *
 * @example ok
 * The [plan of the council](https://city.example/plan) has 40 pages.
 *
 * @example not ok
 * The plan is [here](https://city.example/plan).
 * @message 1:13 Unexpected “here” as words of a link: expected words that say where it goes.
 */
export default {
  name: 'link-text',
  severity: 'warning',
  check({ nodes, words }) {
    const messages: Message[] = [];
    for (const node of nodes) {
      if (node.type !== 'link' && node.type !== 'linkReference') continue;
      const text = toString(node).trim();
      const plain = text.toLowerCase().replace(/[.,:;!?…]+$/, '');
      if (words?.links.includes(plain))
        messages.push(
          messageAt(startOf(node), `Unexpected “${text}” as words of a link: expected words that say where it goes.`),
        );
    }
    return messages;
  },
} satisfies Rule;
