import type { Nodes } from 'mdast';
import { toString } from 'mdast-util-to-string';
import { messageAt } from '../../document/message.ts';
import type { Message } from '../../document/message.ts';
import { startOf } from '../../document/props.ts';
import { byPassage, factsOf } from '../facts/facts.ts';
import { readDigits } from '../facts/numbers.ts';
import type { NumberFact } from '../facts/numbers.ts';
import { isOthersWords } from '../prose.ts';
import type { Passage, Span } from '../prose.ts';
import type { Rule } from '../rule.ts';
import type { Words } from '../words/words.ts';
import { hasWord, matcherOf } from '../words/words.ts';

/**
 * Parts add up to their total.
 *
 * Looked at are parts behind a total (“12 people: five men and seven women”), a total behind its parts
 * (“a total of”), shares of a whole, and tables with a line for the total. Sums in round figures may differ by one.
 *
 * @example ok
 * Of the 100 seats, 60 went to the left and 40 to the right. Twelve people were hurt: five men and seven women.
 * Of the 12 votes, six went to the left and five to the right. One was spoilt.
 *
 * @example not ok
 * Of the 100 seats, 60 went to the left and 45 to the right.
 * @message 1:8 Unexpected total 100 of parts that add up to 105: expected 60 + 45.
 *
 * @example not ok
 * The bridge costs $3 million and the road $4 million, a total of $8 million.
 * @message 1:65 Unexpected total $8 million of parts that add up to 7000000: expected $3 million + $4 million.
 *
 * @example not ok
 * In the poll, 45% were for it, 40% against it and 25% undecided.
 * @message 1:14 Unexpected shares that add up to 110 %: expected 100 %.
 *
 * @example not ok
 * | Town | Votes |
 * |------|------:|
 * | Left | 40 |
 * | Right | 50 |
 * | Total | 95 |
 * @message 1:1 Unexpected total 95 in the column “Votes”: expected 90.
 */
export default {
  name: 'parts-total',
  severity: 'warning',
  check(prose) {
    const { words, lang, nodes } = prose;
    if (!words) return [];
    const inText = [...byPassage(factsOf(prose).numbers)].flatMap(([passage, numbers]) =>
      isOthersWords(passage)
        ? []
        : [
            ...passage.sentences.flatMap((sentence) => {
              const inside = numbers.filter(({ start }) => sentence.start <= start && start < sentence.end);
              const next = numbers.find(({ start }) => start >= sentence.end);
              return inside.length < 3 ? [] : wrongTotal(passage, sentence, inside, words, next);
            }),
            ...wrongShares(passage, numbers, words),
          ],
    );
    return [...inText, ...wrongTables(nodes, lang)];
  },
} satisfies Rule;

const isAddable = (one: NumberFact, other: NumberFact) => one.kind === other.kind && one.unit === other.unit;

function wrongTotal(
  passage: Passage,
  sentence: Span,
  inside: readonly NumberFact[],
  words: Words,
  next: NumberFact | undefined,
): Message[] {
  const { text } = passage;
  const found = totalBehind(text, inside, words) ?? totalBefore(text, sentence, inside, words);
  if (!found) return [];
  const { total, parts } = found;
  const sum = parts.reduce((all, { value }) => all + value, 0);
  const slack = [total, ...parts].some(({ isRough, value }) => isRough || value % 1 !== 0 || value >= 1e5)
    ? Math.max(1, total.value * 0.02)
    : total.kind === 'percent'
      ? 1
      : 0;
  // Where they are far from it, they are not all of its parts; the last one may follow: “One names nobody else.”
  if (
    Math.abs(sum - total.value) <= slack ||
    (next && Math.abs(sum + next.value - total.value) <= slack) ||
    sum > total.value * 1.4 ||
    sum < total.value * (found.isWhole ? 0.6 : 0.85)
  )
    return [];
  return [
    messageAt(
      passage.placeAt(total.start),
      `Unexpected total ${total.text} of parts that add up to ${Number(sum.toPrecision(12))}: expected ${parts.map((part) => part.text).join(' + ')}.`,
    ),
  ];
}

interface Sum {
  total: NumberFact;
  parts: NumberFact[];
  /** Whether the sentence says that these are all. */
  isWhole: boolean;
}

/** “A and B, a total of C” */
function totalBehind(text: string, inside: readonly NumberFact[], words: Words): Sum | undefined {
  const total = inside.at(-1)!;
  const parts = inside.slice(0, -1).filter((part) => isAddable(part, total));
  const before = text.slice(Math.max(0, total.start - 34), total.start);
  const after = text.slice(total.end, total.end + 24);
  const isTotal =
    hasWord(before, words.total) ||
    /^\s(?:\p{L}+\s)?(?:in total|in all|altogether|en total|au total|no total)/iu.test(after);
  return isTotal && parts.length > 1 && parts.length === inside.length - 1
    ? { total, parts, isWhole: true }
    : undefined;
}

const partial =
  /\b(?:including|among|such as|compared|from|per|every|least|half|up|than|rose|fell|versus|vs|between|like|incluidos|dont|incluindo|average|only|just|another|additional|score|scored|aged?|ages)\b/i;

/** “C: A and B”, “Of C, A and B” */
function totalBefore(text: string, sentence: Span, inside: readonly NumberFact[], words: Words): Sum | undefined {
  const [total, ...others] = inside as [NumberFact, ...NumberFact[]];
  const lead = text.slice(sentence.start, total.start);
  const isOf =
    /^\s*(?:of|out of|among|de|sur|del?)\s(?:(?:the|its|their|these|those|all|los|las|les|os|as|a)\s)*(?:\p{L}+\s)?$/iu.test(
      lead,
    );
  const parts = others.filter((part) => isAddable(part, total));
  if (parts.length < 2 || parts.length !== others.length) return undefined;
  const first = text.slice(total.end, parts[0]!.start);
  const isList =
    /^[^.;]{0,60}(?::|\s?[–—]\s?|\s\()\s?$/u.test(first) ||
    /\b(?:made up of|consisting of|comprising|composed of|split into|divided into|of (?:whom|which)|formed by|compuesto por|dont|sendo)\s(?:\p{L}+\s)?$/iu.test(
      first,
    ) ||
    /^\s(?!in\b|at\b|of\b|to\b|by\b)(?:\p{L}{3,}\s){0,2}\p{L}{3,},\s$/u.test(first);
  const isColon = /[:–—(]\s?$/.test(first);
  // “Phase 3: two begun, one to come” counts no phases.
  const isNumbered = /^:/.test(first) && /^\s*\p{Lu}\p{L}+\s$/u.test(lead);
  if ((!isOf && !isList) || isNumbered) return undefined;
  const told = text.slice(total.start, parts.at(-1)!.end);
  if (partial.test(told)) return undefined;
  const between = parts.slice(1).map((part, index) => text.slice(parts[index]!.end, part.start));
  if (between.some((gap) => gap.length > 70 || /[.;:]\s/.test(gap))) return undefined;
  if (parts.some(({ value }) => value >= total.value)) return undefined;
  const isJoined = /(?:\b(?:and|y|e|et|while)\s|و)/iu.test(between.at(-1) ?? '');
  const isWhole = isColon || hasWord(told, words.rest);
  return isJoined || isWhole ? { total, parts, isWhole } : undefined;
}

/** Shares of one whole, of which a word such as “undecided” says that they are all. */
function wrongShares(passage: Passage, numbers: readonly NumberFact[], words: Words): Message[] {
  const shares = numbers.filter(({ kind }) => kind === 'percent');
  if (shares.length < 3 || shares.length > 6 || shares.some(({ isRough }) => isRough)) return [];
  const last = shares.at(-1)!;
  const around = passage.text.slice(Math.max(0, last.start - 40), last.end + 50);
  if (around.search(matcherOf(words.undecided)) < 0 || partial.test(passage.text.slice(shares[0]!.start, last.end)))
    return [];
  const sum = shares.reduce((all, { value }) => all + value, 0);
  return sum > 102 && sum < 140
    ? [
        messageAt(
          passage.placeAt(shares[0]!.start),
          `Unexpected shares that add up to ${Number(sum.toPrecision(6))} %: expected 100 %.`,
        ),
      ]
    : [];
}

const totals =
  /^(?:grand |overall )?(?:total|sum|all|suma|totals|somme|合計|計|المجموع|الإجمالي)\b|^(?:合計|計|المجموع|الإجمالي)/iu;

/** Columns of numbers whose last line is their total, and is not. */
function wrongTables(nodes: readonly Nodes[], lang: string): Message[] {
  const messages: Message[] = [];
  for (const table of nodes) {
    if (table.type !== 'table') continue;
    const rows = table.children.map(({ children }) => children.map((cell) => toString(cell).trim()));
    const [head = [], ...body] = rows;
    const total = body.at(-1);
    if (!total || body.length < 3 || !totals.test(total[0] ?? '')) continue;
    for (let column = 1; column < head.length; column += 1) {
      const cells = body.map((row) => (row[column] ?? '').replace(/^\p{Sc}\s?|\s?(?:%|\p{Sc})$/gu, ''));
      if (!cells.every((cell) => /^[-−]?\d[\d.,\u00A0\u202F]*$/.test(cell))) continue;
      const values = cells.map((cell) => readDigits(cell.replace('−', '-'), lang));
      const sum = values.slice(0, -1).reduce((all, value) => all + value, 0);
      const given = values.at(-1) ?? 0;
      const slack =
        cells.some((cell) => /[.,]\d{1,2}$/.test(cell)) || /%/.test(total[column] ?? '')
          ? values.length * 0.06 + 0.5
          : 0.5;
      if (Math.abs(sum - given) > slack)
        messages.push(
          messageAt(
            startOf(table),
            `Unexpected total ${total[column]} in the column “${head[column]}”: expected ${Number(sum.toPrecision(12)).toLocaleString(lang)}.`,
          ),
        );
    }
  }
  return messages;
}
