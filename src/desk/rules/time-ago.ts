import { messageAt } from '../../document/message.ts';
import type { Message } from '../../document/message.ts';
import { factsOf } from '../facts/facts.ts';
import type { Rule } from '../rule.ts';
import type { Words } from '../words/words.ts';
import { matcherOf } from '../words/words.ts';

/**
 * “Three years ago” is that long before the story.
 *
 * Where a year or a date stands beside it, the two are held against each other. What was late in a year may be
 * a year less ago.
 *
 * @example ok
 * It was built six years ago, in 2019, and mended in 2016, a decade ago.
 *
 * @example not ok
 * It was built three years ago, in 2019.
 * @message 1:14 Unexpected “three years ago” beside 2019: expected about 7, counted from 2026-01-08.
 *
 * @example not ok
 * It was closed on December 18, 2025, two months ago.
 * @message 1:37 Unexpected “two months ago” beside December 18, 2025: expected about 1, counted from 2026-01-08.
 */
export default {
  name: 'time-ago',
  severity: 'warning',
  check(prose) {
    const { words, data } = prose;
    if (!words) return [];
    const pattern = patternOf(words);
    const { numbers, dates } = factsOf(prose);
    const now = Date.parse(data.published.slice(0, 10)) / DAY;
    return [...prose.fields, ...prose.passages].flatMap((passage): Message[] => {
      const found = [...passage.text.matchAll(pattern)];
      if (!found.length) return [];
      return found.flatMap((match): Message[] => {
        const { n = '', unit = '' } = match.groups ?? {};
        const count = readCount(
          n,
          words,
          numbers.find((one) => one.passage === passage && one.start === match.index + match[0].indexOf(n))?.value,
        );
        const length = words.spans[unit.toLowerCase()];
        if (!count || !length) return [];
        const end = match.index + match[0].length;
        const [from, to] = [match.index - 30, end + 40];
        const near = passage.text.slice(end, to);
        const date = dates.find(
          (one) =>
            one.passage === passage &&
            one.year &&
            one.day &&
            one.start >= from &&
            one.start < to &&
            isBeside(passage.text, one, match.index, end),
        );
        const year =
          /^(?:,|\s[(–—-])?\s?(?:back )?(?:in|en|em|of|since)?\s?(?:\p{L}{3,10}\s)?(?<year>(?:1[5-9]|20)\d\d)(?!\d|%|\s?\p{Sc}|年)/iu.exec(
            near,
          ) ??
          /(?<![\d.,])(?<year>(?:1[5-9]|20)\d\d)(?:,|\s[(–—-])\s?(?:(?:almost|nearly|about|around|some|over|more than|just|only|exactly) )?$/u.exec(
            passage.text.slice(Math.max(0, from), match.index),
          );
        const written = date?.text ?? year?.groups?.['year'];
        if (!written) return [];
        // Without a day, anything from the first to the last of the year.
        const [first, last] = date
          ? [
              Date.UTC(date.year!, date.month! - 1, date.day) / DAY,
              Date.UTC(date.year!, date.month! - 1, date.day) / DAY,
            ]
          : [Date.UTC(Number(written), 0, 1) / DAY, Date.UTC(Number(written), 11, 31) / DAY];
        const [most, least] = [(now - first) / length, (now - last) / length];
        // In round figures, half a unit more or less; of ten and more, a tenth.
        const slack = Math.max(date ? 0.6 : 0.15, count >= 10 || length > 400 ? count * 0.12 : 0);
        if (count >= least - slack && count <= most + slack) return [];
        return [
          messageAt(
            passage.placeAt(match.index),
            `Unexpected “${match[0]}” beside ${written}: expected about ${Math.max(0, Math.round(date ? most : (most + least) / 2 + 0.45))}, counted from ${data.published.slice(0, 10)}.`,
          ),
        ];
      });
    });
  },
} satisfies Rule;

const DAY = 86_400_000;

/** Whether a date and what stands before or behind it are told in one breath. */
const isBeside = (text: string, date: { start: number; end: number }, start: number, end: number) =>
  /^[\s,(–—-]*(?:on|el|le|em|in)?[\s,(–—-]*$/u.test(
    date.start >= end ? text.slice(end, date.start) : text.slice(date.end, start),
  );

const patterns = new WeakMap<Words, RegExp>();

function patternOf(words: Words): RegExp {
  const made = patterns.get(words);
  if (made) return made;
  const number = `\\d{1,3}|an?|une?|uma?|${matcherOf(Object.keys(words.numbers)).source}(?:[ -]${matcherOf(Object.keys(words.numbers)).source})?`;
  const unit = Object.keys(words.spans)
    .sort((a, b) => b.length - a.length)
    .join('|');
  const source = words.ago
    .map((form) => form.replace('{n}', `(?<n>${number})`).replace('{unit}', `(?<unit>${unit})`))
    .join('|');
  const pattern = new RegExp(words.isUnspaced ? source : `(?<![\\p{L}\\p{N}.-])(?:${source})(?!\\p{L})`, 'giu');
  patterns.set(words, pattern);
  return pattern;
}

function readCount(text: string, { numbers }: Words, value: number | undefined): number {
  if (value !== undefined) return value;
  if (/^\d+$/.test(text)) return Number(text);
  const parts = text
    .toLowerCase()
    .split(/[\s-]/)
    .map((part) => numbers[part] ?? (/^(?:an?|une?|uma?)$/.test(part) ? 1 : 0));
  return parts.reduce((sum, part) => sum + part, 0);
}
