import { messageAt } from '../../document/message.ts';
import type { Message } from '../../document/message.ts';
import { propsOf, startOf } from '../../document/props.ts';
import { isTag } from '../../document/normalise.ts';
import type { Rule } from '../rule.ts';
import { toString } from 'mdast-util-to-string';

/**
 * A picture has words for those who do not see it, and they are not those of its caption.
 *
 * Say in a sentence what there is to see. The caption says what it means; heard twice, it says nothing.
 *
 * @example ok
 * ![The old bridge, with a line of cars.](/bridge.jpg)
 *
 * @example not ok
 * ![](/bridge.jpg)
 * @message 1:1 Missing words for a picture: expected what there is to see, as in ![words](file).
 */
export default {
  name: 'picture-text',
  severity: 'warning',
  check({ nodes }) {
    const messages: Message[] = [];
    const normal = (text: string) =>
      text
        .toLowerCase()
        .replace(/[^\p{L}\p{N}]+/gu, ' ')
        .trim();
    for (const node of nodes) {
      if ((node.type === 'image' || node.type === 'imageReference') && !node.alt?.trim()) {
        messages.push(
          messageAt(startOf(node), 'Missing words for a picture: expected what there is to see, as in ![words](file).'),
        );
      }
      if (!isTag(node) || !/^[A-Z]/.test(node.name ?? '')) continue;
      const { values, places } = propsOf(node);
      const { alt, caption } = values;
      if (typeof alt !== 'string' || !normal(alt)) continue;
      const captions = [typeof caption === 'string' ? caption : '', toString(node)];
      if (captions.some((one) => normal(one) === normal(alt))) {
        messages.push(
          messageAt(places['alt']!, 'Unexpected words of the caption again in “alt”: expected what there is to see.'),
        );
      }
    }
    return messages;
  },
} satisfies Rule;
