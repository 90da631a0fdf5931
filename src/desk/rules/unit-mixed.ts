import { messageAt } from '../../document/message.ts';
import { factsOf } from '../facts/facts.ts';
import { haveCommon } from '../facts/numbers.ts';
import type { NumberFact } from '../facts/numbers.ts';
import { units } from '../facts/units.ts';
import type { Rule } from '../rule.ts';
import { isConverted } from './unit-conversion.ts';

/**
 * An amount has the same unit, and the same currency, wherever it stands.
 *
 * The same number in dollars and in euros, or in miles and in kilometres, is right in one place at most.
 *
 * @example ok
 * The bridge costs $3 million. The road costs €4 million, and is 40 miles (64 km) long.
 *
 * @example not ok
 * The bridge costs $3 million.
 *
 * Of the €3 million, half is there.
 * @message 3:8 Unexpected “€3 million”: expected “$3 million”, as the amount stands before, or another number.
 *
 * @example not ok
 * The road is 40 miles long. Of the 40 kilometres of road, half is closed.
 * @message 1:35 Unexpected “40 kilometres”: expected “40 miles”, as the amount stands before, or another number.
 */
export default {
  name: 'unit-mixed',
  severity: 'warning',
  check(prose) {
    const { numbers } = factsOf(prose);
    const firsts = new Map<number, NumberFact[]>();
    return numbers.flatMap((fact, index) => {
      if (fact.kind !== 'money' && fact.kind !== 'measure') return [];
      const before = firsts.get(fact.value) ?? [];
      if (before.some(({ unit }) => unit === fact.unit)) return [];
      firsts.set(fact.value, [...before, fact].slice(0, 4));
      const other = before.find((one) => isOtherOf(one, fact));
      if (!other || (index > 0 && isConverted(numbers[index - 1]!, fact))) return [];
      return [
        messageAt(
          fact.passage.placeAt(fact.start),
          `Unexpected “${fact.text}”: expected “${other.text}”, as the amount stands before, or another number.`,
        ),
      ];
    });
  },
} satisfies Rule;

/** Whether two equal numbers are of units that are mistaken for each other, and of one thing. */
function isOtherOf(one: NumberFact, other: NumberFact): boolean {
  if (one.kind !== other.kind) return false;
  const isSameThing = haveCommon(one.around, other.around);
  if (one.kind === 'money')
    return sign(one) !== sign(other) && (isSameThing || other.value >= 1000 || other.value % 1 !== 0);
  return units[one.unit!]!.pair === other.unit && (isSameThing || (other.value > 20 && other.value % 10 !== 0));
}

const sign = ({ unit = '' }: NumberFact) => unit.slice(-1);
