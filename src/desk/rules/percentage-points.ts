import { messageAt } from '../../document/message.ts';
import type { Message } from '../../document/message.ts';
import { byPassage, factsOf } from '../facts/facts.ts';
import type { NumberFact } from '../facts/numbers.ts';
import type { Rule } from '../rule.ts';
import type { Words } from '../words/words.ts';

/**
 * A change from one number to another is as large as it says; between percentages, it is in percentage points.
 *
 * From 5 % to 7 % is two percentage points more, and 40 % more, but not 2 %.
 *
 * @example ok
 * Rents rose from 5% to 7% of income, an increase of two percentage points.
 *
 * @example ok
 * The fare rose 25%, from $4 to $5.
 *
 * @example not ok
 * The share rose from 5% to 7%, an increase of 2 percent.
 * @message 1:46 Unexpected “2 percent” from 5% to 7%: expected percentage points.
 *
 * @example not ok
 * The fare rose from $4 to $5, or by 35%.
 * @message 1:36 Unexpected “35%” from $4 to $5: expected 25 %.
 */
export default {
  name: 'percentage-points',
  severity: 'warning',
  check(prose) {
    const { words } = prose;
    if (!words) return [];
    return [...byPassage(factsOf(prose).numbers)].flatMap(([passage, numbers]) =>
      passage.sentences.flatMap((sentence): Message[] => {
        const inside = numbers.filter(({ start }) => sentence.start <= start && start < sentence.end);
        const index = inside.findIndex((from, at) => inside[at + 1] && isChange(from, inside[at + 1]!, words));
        const [from, to] = [inside[index], inside[index + 1]];
        if (!from || !to) return [];
        const others = inside.filter((one) => one !== from && one !== to);
        const [change] = others.filter(({ kind }) => kind === 'percent' || kind === 'points');
        // With more numbers, another change is meant.
        if (!change || others.length > 1) return [];
        const difference = Math.abs(to.value - from.value);
        const relative = (difference / from.value) * 100;
        const isOf = (expected: number) => Math.abs(expected - change.value) <= Math.max(0.51, expected * 0.06);
        const tell = (expected: string) => [
          messageAt(
            passage.placeAt(change.start),
            `Unexpected “${change.text}” from ${from.text} to ${to.text}: expected ${expected}.`,
          ),
        ];
        const arePercent = to.kind === 'percent' || to.kind === 'points';
        if (change.kind === 'points') return !arePercent || isOf(difference) ? [] : tell(`${round(difference)} points`);
        if (isOf(relative)) return [];
        if (arePercent) return isOf(difference) ? tell('percentage points') : [];
        const isClose = relative > 0 && change.value / relative < 4 && relative / change.value < 4;
        return isClose && !change.isRough ? tell(`${round(relative)} %`) : [];
      }),
    );
  },
} satisfies Rule;

const round = (value: number) => Number(value.toPrecision(3));

/** Whether two numbers are the ends of a change: “from 5% to 7%”, “to 7% from 5%”. */
function isChange(one: NumberFact, other: NumberFact, words: Words): boolean {
  const { text } = one.passage;
  const before = text.slice(Math.max(0, one.start - 8), one.start);
  const between = text.slice(one.end, other.start);
  const isSame = other.kind === one.kind && other.unit === one.unit;
  const isBoth = one.kind === 'count' && ['percent', 'money', 'measure', 'count'].includes(other.kind);
  const isMoney = one.kind === 'money' && other.kind === 'money';
  const isKind = (isSame && ['percent', 'money', 'measure', 'count'].includes(one.kind)) || isBoth || isMoney;
  if (words.isUnspaced) return isKind && /^(?:人|件|円)?から$/.test(between);
  return (
    isKind &&
    one.value > 0 &&
    /\b(?:from|de|desde|du|من)\s$/iu.test(before) &&
    /^\s(?:\p{L}+\s){0,3}(?:to|a|à|para|hasta|إلى)\s$/iu.test(between)
  );
}
