import type { Passage } from '../prose.ts';
import type { Words } from '../words/words.ts';
import { matcherOf } from '../words/words.ts';
import { unitOf, unitPattern } from './units.ts';

/** A number in a text, with its unit and what it counts. */
export interface NumberFact {
  passage: Passage;
  start: number;
  end: number;
  /** As it is written, with its unit. */
  text: string;
  value: number;
  /** `points` are percentage points, `ordinal` is “20th”, `year` a number of four digits without a unit. */
  kind: 'count' | 'percent' | 'points' | 'money' | 'measure' | 'ordinal' | 'year';
  /** The sign of a currency or of a unit of measure. */
  unit?: string;
  /** Whether a word such as “about” stands before it. */
  isRough: boolean;
  /** The stems of up to three words behind it: what it counts is among them. */
  counts: readonly string[];
  /** The stems of those, and of up to three words before it. */
  around: readonly string[];
}

/** Digits, from the first on, so that a row of them is gone through once; with marks between groups of them. */
const digits = '\\d+(?:[.,\\u00A0\\u202F’]\\d+)*';
const signs = '(?:US|U\\.S\\.|AU|CA|NZ|HK|A|C|R)?\\p{Sc}';
const patterns = new WeakMap<Words, RegExp>();

const choice = (words: readonly string[]) => matcherOf(words).source.replace(/^\(\?<!.*?\)(?=\(\?:)|\(\?!\[.*$/g, '');

function patternOf(words: Words, lang: string): RegExp {
  const made = patterns.get(words);
  if (made) return made;
  const written = choice(Object.keys(words.numbers));
  const scale = choice(Object.keys(words.scales));
  const percent = `%|${choice(words.percent)}`;
  const points = choice(words.points);
  const currency = `${choice(Object.keys(words.currencies))}|USD|EUR|GBP|JPY`;
  // In scripts without spaces, words stand right before a number, a unit right behind it, and words behind the unit.
  const before = words.isUnspaced ? '[\\p{N}_/#.,:]|\\d[-–]' : '[\\p{L}\\p{N}_/#.,:]|[\\p{L}\\d][-–]';
  const end = words.isUnspaced ? '' : '(?![\\p{L}\\p{N}])';
  const gap = '[\\s-]?\\s?';
  // “3万2千”
  const grouped = groupedBySpace(lang) ? `\\d{1,3}(?: \\d{3})+(?:,\\d+)?(?!\\d)|${digits}` : digits;
  const typed = words.isUnspaced ? `${digits}(?:(?:${scale})${digits})*` : grouped;
  const pattern = new RegExp(
    `(?<!${before})(?:(?<sign>${signs})\\s?)?(?:(?<digits>${typed})|(?<written>${written})(?:[\\s-]+(?:and\\s+)?(?:${written}))*(?=[\\s-]))` +
      `(?:(?<ordinal>st|nd|rd|th|º|ª)(?!\\p{L}))?(?:${gap}(?<scale>${scale})${end})?` +
      // “3 millones de euros”
      `(?:${gap}(?:d(?:e\\s|[’']))?(?:(?<points>${points})|(?<percent>${percent})|(?<money>\\p{Sc}|${currency})|(?<unit>${unitPattern}))${end})?${words.isUnspaced ? '' : '(?![\\p{L}\\p{N}_]|[:/]\\d)'}`,
    'giu',
  );
  patterns.set(words, pattern);
  return pattern;
}

/** Every number of a text, in its order. */
export function numbersIn(passage: Passage, words: Words, lang: string): NumberFact[] {
  const { text } = passage;
  return [...text.matchAll(patternOf(words, lang))].flatMap((match): NumberFact[] => {
    const { sign, digits: typed, ordinal, scale, points, percent, money, unit } = match.groups ?? {};
    const value = typed ? readTyped(typed, scale, words, lang) : readWords(match[0], words);
    if (!Number.isFinite(value)) return [];
    const [start, end] = [match.index, match.index + match[0].length];
    const before = text.slice(Math.max(0, start - 48), start);
    const behind = text.slice(end, end + 64);
    const measure = unit && unitOf(unit);
    const currency = sign ?? (money && (words.currencies[money.toLowerCase()] ?? money));
    const kind = points
      ? 'points'
      : percent
        ? 'percent'
        : currency
          ? 'money'
          : measure
            ? 'measure'
            : ordinal
              ? 'ordinal'
              : !scale && /^(?:1[5-9]|20|21)\d\d$/.test(typed ?? '') && !words.isUnspaced
                ? 'year'
                : 'count';
    const near = currency ?? measure;
    const counts = stemsOf(untilEnd(behind), words).slice(0, 3);
    return [
      {
        passage,
        start,
        end,
        text: match[0],
        value,
        kind,
        ...(near && { unit: near }),
        isRough: rough(before, words),
        counts,
        around: [...counts, ...stemsOf(before.replace(/^.*[.;:!?]\s/u, ''), words).slice(-3)],
      },
    ];
  });
}

/** What stands before the clause ends. */
const untilEnd = (text: string) => /^[^.;:!?,()–—]*/u.exec(text)?.[0] ?? '';

const rough = (before: string, words: Words) => {
  const last = before.trimEnd().split(/\s+/).slice(-3).join(' ');
  return last.search(matcherOf(words.rough)) >= 0;
};

/** “1,234.5”, “1.234,5” or “1 234,5”. One mark before three digits stands between groups where a language has it. */
export function readDigits(typed: string, lang: string): number {
  const plain = typed.replace(/[\s’]/g, '');
  const marks = plain.match(/[.,]/g) ?? [];
  const last = marks.at(-1);
  if (!last) return Number(plain);
  const isGrouped =
    marks.length > 1 && marks.every((mark) => mark === last)
      ? true
      : marks.length === 1 && /[.,]\d{3}$/.test(plain) && last === groupMarkOf(lang);
  const decimal = isGrouped ? undefined : last;
  const [whole = '', fraction] = decimal
    ? [plain.slice(0, plain.lastIndexOf(decimal)), plain.slice(plain.lastIndexOf(decimal) + 1)]
    : [plain];
  return Number(`${whole.replace(/[.,]/g, '')}${fraction === undefined ? '' : `.${fraction}`}`);
}

/** Whether a language sets spaces between groups of digits, for which many type a plain one. */
const groupedBySpace = (lang: string) => /\s/.test(new Intl.NumberFormat(lang).format(12_345));

const groupMarks = new Map<string, string>();

function groupMarkOf(lang: string): string {
  const made =
    groupMarks.get(lang) ??
    (new Intl.NumberFormat(lang).format(1_234_567).includes('.') ? '.' : /^(es|pt|de|it)/.test(lang) ? '.' : ',');
  groupMarks.set(lang, made);
  return made;
}

/** Digits, and the scale behind them: “3 million”, “3万2千”. */
function readTyped(typed: string, scale: string | undefined, { scales }: Words, lang: string): number {
  const parts = `${typed}${scale ?? ''}`.matchAll(/([\d.,\u00A0\u202F’ ]*\d)(\D*)/g);
  return [...parts].reduce(
    (sum, [, part = '', times = '']) => sum + readDigits(part, lang) * (scales[times.toLowerCase()] ?? 1),
    0,
  );
}

/** “twenty-five”, “two hundred and six”, “three million”. */
function readWords(text: string, { numbers, scales }: Words): number {
  let sum = 0;
  let part = 0;
  for (const word of text.toLowerCase().split(/[\s-]+/)) {
    const value = numbers[word];
    const scale = scales[word];
    if (value !== undefined) {
      if (value === 100) part = (part || 1) * 100;
      else part += value;
    } else if (scale !== undefined) {
      sum += (part || 1) * scale;
      part = 0;
    }
  }
  return sum + part;
}

const kept = new WeakMap<Words, { small: Set<string>; alike: Map<string, string> }>();

function listsOf(words: Words): { small: Set<string>; alike: Map<string, string> } {
  const made = kept.get(words) ?? {
    small: new Set(words.small),
    alike: new Map(words.alike.flatMap((group) => group.map((word) => [stem(word), stem(group[0] ?? word)] as const))),
  };
  kept.set(words, made);
  return made;
}

/** A word without its ending, as far as that can be told without a dictionary. */
const stem = (word: string) => (word.length > 4 ? word.replace(/(?:ings?|ed|es|s|e)$/, '') : word).slice(0, 6);

/** The words of a text that mean something, each as its stem; of words that mean the same, the first. */
export function stemsOf(text: string, words: Words): string[] {
  const { small, alike } = listsOf(words);
  return (text.toLowerCase().match(/\p{L}[\p{L}’'-]*/gu) ?? [])
    .filter((word) => word.length > 2 && !small.has(word) && words.numbers[word] === undefined)
    .map(stem)
    .map((word) => alike.get(word) ?? word);
}

/** Whether two lists have something in common. */
export const haveCommon = (one: readonly string[], other: readonly string[]): boolean =>
  one.some((word) => other.includes(word));

/** Whether two numbers are the same, or one is the other in round figures. */
export function agree(one: NumberFact, other: NumberFact): boolean {
  if (one.value === other.value) return true;
  const near = (round: NumberFact, exact: NumberFact) => {
    const figures = String(round.value)
      .replace(/^0\.0*|[.]/g, '')
      .replace(/0+$/, '').length;
    const isRounded = Number(exact.value.toPrecision(Math.max(1, figures))) === round.value;
    const isNear = Math.abs(round.value - exact.value) <= 0.1 * Math.max(round.value, exact.value);
    return (isRounded && round.value >= 20) || (round.isRough && isNear);
  };
  return near(one, other) || near(other, one);
}
