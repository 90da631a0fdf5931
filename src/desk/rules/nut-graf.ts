import type { Nodes } from 'mdast';
import { messageAt } from '../../document/message.ts';
import { countWords } from '../../document/words.ts';
import { startOf } from '../../document/props.ts';
import { hasRole } from '../../document/roles.ts';
import { isIn } from '../prose.ts';
import type { Rule } from '../rule.ts';

/**
 * A story says why it matters, in at most 60 words.
 *
 * The nut graf, <WhyItMatters>, is what makes a report an explainer. Longer than 60 words, it is
 * a chapter.
 *
 * @example ok
 * <WhyItMatters>
 * The bridge is the only way across the river for 40 kilometres.
 * </WhyItMatters>
 *
 * @example not ok
 * The council votes on January 20.
 * @message above Missing nut graf: expected <WhyItMatters>, with why the story matters in at most 60 words.
 *
 * @example not ok
 * <WhyItMatters>
 * The bridge is the only way across the river for many kilometres, and it was built at a time when few families had a car. Since then the towns on both sides have grown, the works have moved to the other bank, and every morning the cars stand in a line that ends at the church. A new bridge would end that.
 * </WhyItMatters>
 * @message 1:1 Unexpected 62 words in <WhyItMatters>: expected at most 60.
 */
export default {
  name: 'nut-graf',
  severity: 'warning',
  check({ tree, passages, placeOf, tagFor }) {
    const nutGraf = (tree.children as Nodes[]).find((node) => hasRole(node, 'nutGraf'));
    if (!nutGraf) {
      return [
        messageAt(
          placeOf(['headline'], 'key'),
          `Missing nut graf: expected ${tagFor('nutGraf')}, with why the story matters in at most 60 words.`,
        ),
      ];
    }
    const words = passages
      .filter((passage) => isIn(passage, 'nutGraf'))
      .reduce((sum, { text }) => sum + countWords(text), 0);
    return words > 60
      ? [messageAt(startOf(nutGraf), `Unexpected ${words} words in <${nutGraf.name}>: expected at most 60.`)]
      : [];
  },
} satisfies Rule;
