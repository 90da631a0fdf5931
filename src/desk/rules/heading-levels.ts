import { messageAt } from '../../document/message.ts';
import { startOf } from '../../document/props.ts';
import type { Rule } from '../rule.ts';

/**
 * Headings begin at “##” and go down a step at a time.
 *
 * The headline is the only heading of the first level. Readers who listen jump from heading to
 * heading, and take a missing step for a missing part.
 *
 * @example ok
 * ## The plan
 *
 * ### The money
 *
 * @example not ok
 * # The plan
 * @message 1:1 Unexpected heading with “#”: expected “##”; the headline is the first.
 *
 * @example not ok
 * ## The plan
 *
 * #### The money
 * @message 3:1 Unexpected heading with “####”: expected at most “###” after one with “##”.
 */
export default {
  name: 'heading-levels',
  severity: 'warning',
  check({ passages }) {
    let last = 1;
    return passages.flatMap(({ node }) => {
      if (node.type !== 'heading') return [];
      const [depth, before] = [node.depth, last];
      last = Math.max(depth, 2);
      const sign = `heading with “${'#'.repeat(depth)}”`;
      if (depth === 1)
        return [messageAt(startOf(node), `Unexpected ${sign}: expected “##”; the headline is the first.`)];
      if (depth <= before + 1) return [];
      const after = before === 1 ? '' : ` after one with “${'#'.repeat(before)}”`;
      return [messageAt(startOf(node), `Unexpected ${sign}: expected at most “${'#'.repeat(before + 1)}”${after}.`)];
    });
  },
} satisfies Rule;
