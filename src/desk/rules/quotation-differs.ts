import { messageAt } from '../../document/message.ts';
import { factsOf } from '../facts/facts.ts';
import type { QuoteFact } from '../facts/quotes.ts';
import type { Rule } from '../rule.ts';

/**
 * A quotation has the same words wherever it stands.
 *
 * That of a <PullQuote>, a <Statement> or the headline is the one of the text, word for word. What was cut or
 * mended has an ellipsis or brackets, and is not looked at.
 *
 * @example ok
 * “The bridge will be built in the spring,” the governor said. It is “built in the spring”, she said again.
 *
 * @example not ok
 * “The bridge will be built in the spring,” the governor said.
 *
 * <PullQuote>
 * “The bridge will be finished in the spring.”
 * </PullQuote>
 * @message 4:1 Unexpected “finished” in a quotation that stands before: expected “built”, word for word.
 */
export default {
  name: 'quotation-differs',
  severity: 'warning',
  check(prose) {
    const quotes = factsOf(prose).quotes.filter(
      ({ words, isEdited, isTitle }) => words.length > 3 && !isEdited && !isTitle,
    );
    // The text’s own words come before those that repeat them.
    const index = new Map<string, QuoteFact[]>();
    return quotes
      .toSorted((a, b) => Number(a.passage.field !== undefined) - Number(b.passage.field !== undefined))
      .flatMap((quote) => {
        const pairs = pairsOf(quote.words);
        const near = new Set(pairs.flatMap((pair) => index.get(pair) ?? []));
        for (const pair of pairs) {
          const known = index.get(pair) ?? [];
          // A pair that many quotations have tells nothing.
          if (known.length < 8) index.set(pair, [...known, quote]);
        }
        for (const other of near) {
          const slip = slipBetween(quote.words, other.words);
          if (!slip) continue;
          const [written, expected] = slip;
          const reason = expected
            ? `Unexpected ${written ? `“${written}”` : 'gap'} in a quotation that stands before: expected “${expected}”, word for word.`
            : `Unexpected “${written}” in a quotation that stands before without it: expected it word for word.`;
          return [messageAt(quote.passage.placeAt(quote.start), reason)];
        }
        return [];
      });
  },
} satisfies Rule;

const pairsOf = (words: readonly string[]) => words.slice(1, 80).map((word, index) => `${words[index]} ${word}`);

/**
 * Where two quotations are the same but for a few words, those words in both. `undefined` where one is part of the
 * other, or they are two.
 */
function slipBetween(one: readonly string[], other: readonly string[]): [string, string] | undefined {
  const [a, b] = [one.slice(0, 80), other.slice(0, 80)];
  const text = (words: readonly string[]) => ` ${words.join(' ')} `;
  if (text(a).includes(text(b)) || text(b).includes(text(a))) return undefined;
  // The longest common row of words (Wagner and Fischer, 1974).
  const lengths = Array.from({ length: a.length + 1 }, () => new Uint8Array(b.length + 1));
  for (let i = a.length - 1; i >= 0; i -= 1)
    for (let j = b.length - 1; j >= 0; j -= 1)
      lengths[i]![j] = a[i] === b[j] ? lengths[i + 1]![j + 1]! + 1 : Math.max(lengths[i + 1]![j]!, lengths[i]![j + 1]!);
  const common = lengths[0]![0]!;
  const shorter = Math.min(a.length, b.length);
  if (common < Math.max(3, shorter * 0.7)) return undefined;
  const pairs: [number, number][] = [];
  for (let i = 0, j = 0; i < a.length && j < b.length;) {
    if (a[i] === b[j]) pairs.push([i++, j++]);
    else if (lengths[i + 1]![j]! >= lengths[i]![j + 1]!) i += 1;
    else j += 1;
  }
  // What they share stands together in both, with few words between.
  const [first, last] = [pairs[0]!, pairs.at(-1)!];
  const span = Math.max(last[0] - first[0], last[1] - first[1]) + 1;
  if (span > common * 1.5 + 1) return undefined;
  for (let index = 1; index < pairs.length; index += 1) {
    const [from, to] = [pairs[index - 1]!, pairs[index]!];
    const [left, right] = [a.slice(from[0] + 1, to[0]), b.slice(from[1] + 1, to[1])];
    if (left.length || right.length) return [left.join(' '), right.join(' ')];
  }
  // They differ at an end: a word in the place of another is a slip, a longer quotation is none.
  const ends: [string[], string[]][] = [
    [a.slice(0, first[0]), b.slice(0, first[1])],
    [a.slice(last[0] + 1), b.slice(last[1] + 1)],
  ];
  const slip = ends.find(([left, right]) => left.length > 0 && left.length === right.length && left.length < 3);
  return slip ? [slip[0].join(' '), slip[1].join(' ')] : undefined;
}
