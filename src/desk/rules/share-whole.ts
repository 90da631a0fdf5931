import { messageAt } from '../../document/message.ts';
import type { Message } from '../../document/message.ts';
import { byPassage, factsOf } from '../facts/facts.ts';
import type { Rule } from '../rule.ts';
import { matcherOf } from '../words/words.ts';

/**
 * A part is no larger than its whole.
 *
 * More than 100 % of the voters cannot have voted, nor 11 of 9 judges. Of a price or a target it may be more.
 *
 * @example ok
 * The bridge cost 140% of its budget, and 64% of voters were for it. Seven of the nine judges agreed.
 *
 * @example not ok
 * In the town, 104% of voters were for the bridge.
 * @message 1:14 Unexpected share “104%” of “voters”: expected at most 100 %.
 *
 * @example not ok
 * Eleven of the nine judges agreed.
 * @message 1:1 Unexpected 11 of 9: expected a part that is no larger than the whole.
 */
export default {
  name: 'share-whole',
  severity: 'warning',
  check(prose) {
    const { words } = prose;
    if (!words) return [];
    const groups = matcherOf(words.groups);
    const of = words.isUnspaced
      ? /^(?:の|中)/u
      : /^\s(?:out\s)?(?:of|de|des|du|do|dos|da|das|من)\s(?:(?:the|all|its|their|our|los|las|les|tous les|os|as|l[’'])\s?)?/iu;
    return [...byPassage(factsOf(prose).numbers)].flatMap(([passage, numbers]) =>
      numbers.flatMap((fact, index): Message[] => {
        const behind = passage.text.slice(fact.end, fact.end + 60);
        const next = numbers[index + 1];
        const link = of.exec(behind);
        if (fact.kind === 'percent' && fact.value > 100) {
          const clause = /^[^.;:,()]*/.exec(behind)?.[0] ?? '';
          const words = (link ? clause : clause.split(/\s+/).slice(0, 3).join(' ')).split(/\s+/).slice(0, 7).join(' ');
          const before = /(?:turnout|participation|participación|participação)\s(?:\p{L}+\s){0,4}$/iu.exec(
            passage.text.slice(Math.max(0, fact.start - 50), fact.start),
          );
          const group = (link && groups.exec(words)) ?? before;
          groups.lastIndex = 0;
          const isMore = /\b(?:more|higher|increase|rise|up|rose|grew|gain|jump|surge)\b/i.test(
            passage.text.slice(Math.max(0, fact.start - 24), fact.end + 12),
          );
          if (!group || isMore) return [];
          return [
            messageAt(
              passage.placeAt(fact.start),
              `Unexpected share “${fact.text}” of “${group[0].trim().split(/\s/)[0]}”: expected at most 100 %.`,
            ),
          ];
        }
        const isPair =
          link &&
          next &&
          fact.kind === 'count' &&
          next.kind === 'count' &&
          next.start === fact.end + link[0].length &&
          next.counts.length > 0;
        return isPair && fact.value > next.value
          ? [
              messageAt(
                passage.placeAt(fact.start),
                `Unexpected ${fact.value} of ${next.value}: expected a part that is no larger than the whole.`,
              ),
            ]
          : [];
      }),
    );
  },
} satisfies Rule;
