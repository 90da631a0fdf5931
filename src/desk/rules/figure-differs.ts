import { messageAt } from '../../document/message.ts';
import type { Message } from '../../document/message.ts';
import { factsOf, isSummary } from '../facts/facts.ts';
import { agree, haveCommon, stemsOf } from '../facts/numbers.ts';
import type { NumberFact } from '../facts/numbers.ts';
import { isIn } from '../prose.ts';
import type { Passage, Prose } from '../prose.ts';
import type { Rule } from '../rule.ts';

/**
 * A number in the headline, the description or the key points is that of the text.
 *
 * Told of is one that does not stand in the text, where the text has another number for the same thing. Round
 * figures are let pass.
 *
 * @example ok
 * ---
 * headline: Flood kills nearly 300 in the valley
 * ---
 * In the valley, 297 people were killed.
 *
 * @example not ok
 * ---
 * headline: Flood kills 12 in the valley
 * ---
 * In the valley, 14 people were killed.
 * @message above Unexpected “12” in the headline: expected “14”, as in the text.
 *
 * @example not ok
 * <KeyPoints>
 * - The bridge costs $3 million.
 * </KeyPoints>
 *
 * The bridge will cost $4 million, the governor said.
 * @message 2:20 Unexpected “$3 million” in the key points: expected “$4 million”, as in the text.
 */
export default {
  name: 'figure-differs',
  severity: 'warning',
  check(prose) {
    const { words } = prose;
    if (!words) return [];
    const listed = stemsOf(words.listed.join(' '), words);
    const all = factsOf(prose).numbers.filter(
      ({ kind, value, counts }) =>
        kind !== 'year' &&
        kind !== 'ordinal' &&
        !(kind === 'count' && (value < 2 || haveCommon(counts.slice(0, 2), listed))),
    );
    const short = all
      .filter(({ passage }) => isShort(passage))
      .map((fact) => (fact.passage.field === 'value' ? { ...fact, around: labelOf(fact.passage, prose) } : fact));
    const text = all.filter(({ passage }) => !isShort(passage) && passage.field !== 'alt');
    return short.flatMap((fact): Message[] => {
      if (text.some((other) => agree(fact, other))) return [];
      const other = text.find((one) => isSameThing(fact, one));
      if (!other) return [];
      const { passage, start } = fact;
      const where =
        passage.field === 'headline' || passage.field === 'description' ? `the ${passage.field}` : 'the key points';
      return [
        messageAt(
          passage.placeAt(start),
          `Unexpected “${fact.text}” in ${where}: expected “${other.text}”, as in the text.`,
        ),
      ];
    });
  },
} satisfies Rule;

const isShort = (passage: Passage): boolean =>
  isSummary(passage) || (passage.field === 'value' && isIn(passage, 'figures'));

/** What stands beside a number that is typed on a tag. */
const labelOf = (field: Passage, { passages, words }: Prose): string[] =>
  passages
    .filter(({ ancestors }) => ancestors.includes(field.ancestors.at(-1)!))
    .flatMap(({ text }) => stemsOf(text, words!));

/** Whether two numbers that differ are of one kind, and of the same size and thing. */
function isSameThing(one: NumberFact, other: NumberFact): boolean {
  if (one.kind !== other.kind || one.unit !== other.unit) return false;
  const ratio = one.value / other.value;
  // A small number may be one of its parts.
  if (!(ratio > 0.2 && ratio < (other.value < 20 ? 1.45 : 5))) return false;
  const common = one.around.filter((word) => other.around.includes(word)).length;
  return one.kind === 'count'
    ? haveCommon(one.counts, other.counts) || common > 1 || (common > 0 && one.counts.length === 0)
    : common > 0;
}
