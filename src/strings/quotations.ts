import { isQuotationMark, quotationMarksOf } from './quotation-marks.ts';
import type { MarkPair } from './quotation-marks.ts';

/** A quotation in a text: where it begins and ends, marks included, and the words between them. */
export interface Quotation {
  start: number;
  end: number;
  text: string;
}

/** Marks that are apostrophes, too: one that is not closed may have opened nothing. */
const apostrophes = new Set(["'", '’', '‘', '׳']);

/** Words that lose their beginning to an apostrophe: ’90s, ’tis, Dutch ’t and ’s, Afrikaans ’n. */
const elision = /^.(?:\p{N}|(?:n|t|s|k|m|em|tis|twas|til|till|cause|cos|bout|round)(?!\p{L}))/iu;

/** Double marks that programs put in each other’s place: one at the end of a word closes any of them. */
const doubles = /["“”„‟״＂〝〞〟]/;

/** Whether a mark stands where a word, or what is said after it, has just ended. */
const endsWord = (text: string, at: number) =>
  /\S/.test(text[at - 1] ?? '') && /^(?:$|[\s\p{Pe}\p{Pf}\p{Pd}\p{Po}])/u.test(text.slice(at + 1, at + 2));

/** Scripts whose words stand right beside a quotation, without a space. */
const scripts = ['Arabic', 'Han', 'Hiragana', 'Katakana', 'Hangul', 'Thai', 'Lao', 'Khmer', 'Myanmar'];
const unspaced = new RegExp(`[，：。、！？；${scripts.map((name) => `\\p{sc=${name}}`).join('')}]`, 'u');

/** Where a word begins; in Hebrew and Arabic, “and”, “in”, “the” and the like are letters at its front. */
const wordFront = /(?:^|["״\s\p{Ps}\p{Pi}\p{Pd}\p{Cf}¿¡:])(?:[ובכלמהש]{1,3}|[وفبلك]{0,2}(?:ال|لل)?)?$/u;

const beginsWord = (text: string, at: number) => wordFront.test(text.slice(Math.max(0, at - 8), at));

/** Whether a mark is part of a word: the apostrophe of “don’t” and “l’eau”, the gershayim of “צה״ל”. */
function isInWord(text: string, at: number): boolean {
  const sign = text[at]!;
  const beside = [text[at - 1] ?? '', text[at + 1] ?? ''];
  if (/["“”״]/.test(sign) && beside.every((one) => /\p{sc=Hebrew}/u.test(one)))
    return !beginsWord(text, at) || !/\p{sc=Hebrew}/u.test(text[at + 2] ?? '');
  return apostrophes.has(sign) && beside.every((one) => /^[\p{L}\p{N}]$/u.test(one) && !unspaced.test(one));
}

/** Whether a mark is where a word has lost its beginning, in a text that it does not quote as a whole. */
const isElision = (text: string, at: number, pairs: readonly MarkPair[]): boolean =>
  apostrophes.has(text[at]!) &&
  elision.test(text.slice(at, at + 8)) &&
  !(at === 0 && pairs.some(([open, close]) => open === text[0] && close === text.at(-1)));

/** Whether the mark behind a plural is its own, “the dogs’ bowls”, as the one that closes the quotation comes later. */
function isPossessive(text: string, at: number, [open, close]: MarkPair): boolean {
  if (!/s$/i.test(text.slice(0, at)) || !/^.\s+\p{L}/u.test(text.slice(at, at + 4))) return false;
  const rest = text.slice(at + 1);
  const next = new RegExp(`(?<=[^\\s])${close}(?![\\p{L}\\p{N}])`, 'u').exec(rest)?.index ?? -1;
  const again = new RegExp(`(?<=\\s)${open}`, 'u').exec(rest)?.index ?? rest.length;
  return next >= 0 && next < again;
}

interface Open {
  pair: MarkPair;
  start: number;
}

/** What a text has in quotation marks. */
interface Scan {
  closed: Quotation[];
  /** What is open at its end, the outermost first. */
  open: Open[];
}

/**
 * Goes through a text mark by mark. What a mark may close, it closes, unless it stands where a word begins.
 *
 * @param carried a quotation that an earlier paragraph has left open; it starts at -1.
 */
function scan(text: string, lang: string, carried?: MarkPair): Scan {
  const { pairs } = quotationMarksOf(lang);
  const closed: Quotation[] = [];
  let open: Open[] = carried ? [{ pair: carried, start: -1 }] : [];

  /** Which of the open quotations a mark closes, with all that stands open in it. */
  const closedBy = (sign: string, at: number): number => {
    const exact = open.findLastIndex(({ pair: [one] }) => pairs.some(([two, close]) => one === two && close === sign));
    const isLoose = exact < 0 && doubles.test(sign) && endsWord(text, at);
    const index = isLoose ? open.findLastIndex(({ pair: [one] }) => doubles.test(one)) : exact;
    // An apostrophe closes nothing that is around another quotation.
    const isAround = open.slice(index + 1).some(({ pair: [one] }) => !apostrophes.has(one));
    return apostrophes.has(sign) && isAround ? -1 : index;
  };

  for (let at = 0; at < text.length; at += 1) {
    const sign = text[at]!;
    if (!isQuotationMark(sign) || isInWord(text, at)) continue;
    const before = text[at - 1] ?? '';
    const isBeforeSpace = /^\s?$/.test(text[at + 1] ?? '');
    const isBehindMark = closed.at(-1)?.end === at;
    const isFront =
      (!isBeforeSpace || at === 0) &&
      !isBehindMark &&
      !endsWord(text, at) &&
      (beginsWord(text, at) || open.at(-1)?.start === at - 1);
    const closing = closedBy(sign, at);
    const pair = isElision(text, at, pairs) ? undefined : pairs.find(([one]) => one === sign);
    if (closing >= 0 && !(pair && isFront)) {
      const { start, pair: ending } = open[closing]!;
      if (apostrophes.has(sign) && ((/\s/.test(before) && at < text.length - 1) || isPossessive(text, at, ending)))
        continue;
      open = open.slice(0, closing);
      closed.push({ start, end: at + 1, text: text.slice(start + 1, at) });
    } else if (pair) {
      // A mark that closes as well opens only where a word begins.
      const isPlain = !pairs.some(([, close]) => close === sign);
      if (isPlain || isFront || (!isBeforeSpace && unspaced.test(before))) open.push({ pair, start: at });
      // Nobody quotes so deep: these were never closed, and each would be looked at again at every mark.
      if (open.length > 16) open.splice(1, 1);
    }
  }
  return { closed, open };
}

/** Where in a text a mark opens a quotation and where one closes it; elsewhere it is an apostrophe, or a measure. */
export function boundsIn(text: string, lang: string): { opening: Set<number>; closing: Set<number> } {
  const { closed, open } = scan(text, lang);
  const real = open.filter(({ pair }) => !apostrophes.has(pair[0]));
  return {
    opening: new Set([...closed, ...real].map(({ start }) => start)),
    closing: new Set(closed.map(({ end }) => end - 1)),
  };
}

/** A mark without the other one of its pair: where it stands, and what was expected. */
interface Unpaired {
  at: number;
  expected: string;
}

/** The first quotation mark of a text that is not closed, and the first that closes nothing; apostrophes aside. */
export function unpairedIn(text: string, lang: string): { open?: Unpaired; close?: Unpaired } {
  const { closed, open } = scan(text, lang);
  const first = open.find(({ pair: [sign] }) => !apostrophes.has(sign));
  if (first) return { open: { at: first.start, expected: first.pair[1] } };
  const { pairs } = quotationMarksOf(lang);
  const ends = new Set(closed.flatMap(({ start, end }) => [start, end - 1]));
  for (let at = 0; at < text.length; at += 1) {
    const sign = text[at]!;
    // A straight mark behind a figure is one of inches.
    if (!/[”»"」』]/.test(sign) || ends.has(at) || isInWord(text, at) || /\d/.test(text[at - 1] ?? '')) continue;
    const isInside = closed.some(({ start, end }) => start < at && at < end);
    const pair = pairs.find(([one, close]) => close === sign && (one !== sign || sign === '"'));
    if (pair && !isInside && endsWord(text, at)) return { close: { at, expected: pair[0] } };
  }
  return {};
}

/** What stands in quotation marks; one that is not closed goes on to the end, unless it may be an apostrophe. */
export function quotationsIn(text: string, lang: string): Quotation[] {
  const { closed, open } = scan(text, lang);
  const first = open.find(({ pair }) => !apostrophes.has(pair[0]));
  const found = first
    ? [...closed, { start: first.start, end: text.length, text: text.slice(first.start + 1) }]
    : [...closed];
  const isInside = (one: Quotation) => found.some(({ start, end }) => start < one.start && one.end <= end);
  return found.filter((one) => !isInside(one)).sort((one, other) => one.start - other.start);
}

/** Whose words a text is, as far as its quotation marks tell. */
export type Wording =
  /** One quotation, from its first sign to its last. */
  | { kind: 'quote' }
  /** Told by whoever writes; quotations may stand in it. */
  | { kind: 'paraphrase' }
  /** It begins with a mark that opens no quotation in its language. */
  | { kind: 'unknown'; paragraph: number; mark: string; mayBeApostrophe: boolean }
  /** It begins with a quotation that does not end. */
  | { kind: 'unclosed'; paragraph: number; mark: string; expected: string; mayBeApostrophe: boolean };

/**
 * Whose words these are: “A ‘Great Honor’” is a quote; “A”, he said, “B” is none. A quotation may go on over
 * several paragraphs, each of them opened anew or not, of which the last closes it.
 */
export function wordingOf(paragraphs: readonly string[], lang: string): Wording {
  const { pairs } = quotationMarksOf(lang);
  let carried: MarkPair | undefined;
  let first = 0;
  for (const [paragraph, written] of paragraphs.entries()) {
    const whole = withoutEnds(written);
    const mark = whole[0] ?? '';
    if (!carried) {
      if (!isQuotationMark(mark) || isElision(whole, 0, pairs)) return { kind: 'paraphrase' };
      if (!pairs.some(([open]) => open === mark))
        return {
          kind: 'unknown',
          paragraph,
          mark,
          mayBeApostrophe: apostrophes.has(mark) && !isQuotationMark(whole.at(-1)!),
        };
    }
    // Some go on with the closing mark: «A. »B.»
    const text: string = carried?.includes(mark) && whole.length > 1 ? whole.slice(1) : whole;
    const { closed, open } = scan(text, lang, carried);
    if (open[0] && open[0].start <= 0) {
      if (!carried) [carried, first] = [open[0].pair, paragraph];
      continue;
    }
    const isOne = closed.some(({ start, end, text: words }) => start <= 0 && end === text.length && words.trim());
    if (!isOne) return { kind: 'paraphrase' };
    carried = undefined;
  }
  if (!carried) return { kind: paragraphs.length ? 'quote' : 'paraphrase' };
  const [mark, expected] = carried;
  return { kind: 'unclosed', paragraph: first, mark, expected, mayBeApostrophe: apostrophes.has(mark) };
}

/** Without signs of direction at its ends, and without the full stop that some put behind a closing mark. */
const withoutEnds = (text: string): string =>
  text.replace(/^[\s\p{Cf}]+|[\s\p{Cf}]+$/gu, '').replace(/[^\P{Po}"'＂＇״׳]+$/u, '');
