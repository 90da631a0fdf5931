import { messageAt } from '../../document/message.ts';
import { byPassage, factsOf } from '../facts/facts.ts';
import type { NumberFact } from '../facts/numbers.ts';
import { convert, units } from '../facts/units.ts';
import type { Rule } from '../rule.ts';

/**
 * An amount that stands in two units is the same in both.
 *
 * A difference of 4 % is let pass, and rounding to whole numbers; after “about”, 8 %.
 *
 * @example ok
 * The bridge is 100 miles (160 kilometres) away; at 14 degrees Fahrenheit (−10 °C) it is closed.
 *
 * @example not ok
 * The bridge is 100 miles (190 kilometers) away.
 * @message 1:26 Unexpected “190 kilometers” for “100 miles”: expected 161 km.
 *
 * @example not ok
 * It is 30 feet, or 15 metres, wide.
 * @message 1:19 Unexpected “15 metres” for “30 feet”: expected 9.1 m.
 */
export default {
  name: 'unit-conversion',
  severity: 'warning',
  check: (prose) =>
    [...byPassage(factsOf(prose).numbers)].flatMap(([passage, numbers]) =>
      numbers.flatMap((second, index) => {
        const first = numbers[index - 1];
        if (!first || !isConverted(first, second)) return [];
        const [right] = valuesOf(first, second);
        if (right === undefined || matches(first, second)) return [];
        const rounded = right >= 100 ? Math.round(right) : Number(right.toPrecision(2));
        return [
          messageAt(
            passage.placeAt(second.start),
            `Unexpected “${second.text}” for “${first.text}”: expected ${rounded.toLocaleString(prose.lang)} ${second.unit!}.`,
          ),
        ];
      }),
    ),
} satisfies Rule;

const between =
  /^\s?(?:[([/]|[,–—]?\s?(?:or|ou|o|u|أو|または|i\.e\.|that is|equal to|equivalent to)\s)\s?(?:\p{L}{2,13}\s){0,2}[−–-]?$/iu;

/** Whether the second of two amounts stands for the first in another unit: in brackets, or after “or”. */
export function isConverted(first: NumberFact, second: NumberFact): boolean {
  if (first.kind !== 'measure' || second.kind !== 'measure' || first.unit === second.unit) return false;
  if (units[first.unit!]!.measures !== units[second.unit!]!.measures) return false;
  const text = first.passage.text.slice(first.end, second.start);
  return text.length < 30 && between.test(text);
}

const isBelowZero = ({ passage, start }: NumberFact) =>
  /[−–-]\s?$|\b(?:minus|negative) $/.test(passage.text.slice(Math.max(0, start - 9), start));

const signed = (fact: NumberFact) => (isBelowZero(fact) ? -fact.value : fact.value);

/** What the first amount is in the unit of the second; of temperatures, also as a difference. */
const valuesOf = (first: NumberFact, second: NumberFact): number[] => {
  const value = signed(first);
  const isTemperature = units[first.unit!]!.measures === 'temperature';
  return [false, ...(isTemperature ? [true] : [])].map((difference) =>
    convert(value, first.unit!, second.unit!, difference),
  );
};

function matches(first: NumberFact, second: NumberFact): boolean {
  const isTemperature = units[first.unit!]!.measures === 'temperature';
  const slack = first.isRough || second.isRough ? 0.08 : 0.04;
  const isRounded = (exact: number, given: number) => {
    const decimals = String(given).split('.')[1]?.length ?? 0;
    return Math.abs(exact - given) <= 0.5 * 10 ** -decimals;
  };
  const isNear = (exact: number, given: number) =>
    isTemperature ? Math.abs(exact - given) <= 1.5 : Math.abs(exact - given) <= slack * Math.abs(exact);
  const near = (one: NumberFact, other: NumberFact) =>
    valuesOf(one, other).some(
      (exact) => isNear(exact, signed(other)) || (Math.abs(exact) >= 1 && isRounded(exact, signed(other))),
    );
  return near(first, second) || near(second, first);
}
