import type { Nodes } from 'mdast';
import { isTag } from '../../document/normalise.ts';
import { propsOf } from '../../document/props.ts';
import type { Passage } from '../prose.ts';

/** A date in a text, as far as it is known. */
export interface DateFact {
  passage: Passage;
  start: number;
  end: number;
  text: string;
  year?: number | undefined;
  /** From 1. */
  month?: number | undefined;
  day?: number | undefined;
  /** From 0, Sunday. */
  weekday?: number | undefined;
  /** The weekday as it is written. */
  weekdayText?: string | undefined;
}

interface Calendar {
  pattern: RegExp;
  /** Whether it writes the month before the day: 1/20/2026. */
  isMonthFirst: boolean;
  months: Map<string, number>;
  weekdays: Map<string, number>;
  behind: RegExp;
}

const calendars = new Map<string, Calendar>();
const escaped = (text: string) => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');

/** The names of months and weekdays as the CLDR has them for a language, and how dates are made of them. */
function calendarOf(lang: string): Calendar {
  const made = calendars.get(lang);
  if (made) return made;
  const names = (part: 'month' | 'weekday', count: number, first: number) => {
    const found = new Map<string, number>();
    for (let index = 0; index < count; index += 1) {
      const date = part === 'month' ? new Date(Date.UTC(2024, index, 15)) : new Date(Date.UTC(2024, 8, 1 + index));
      for (const style of ['long', 'short'] as const) {
        for (const day of [{}, { day: 'numeric' }] as const) {
          const options = {
            [part]: style,
            timeZone: 'UTC',
            ...day,
            calendar: 'gregory',
            numberingSystem: 'latn',
          } as const;
          const value = new Intl.DateTimeFormat(lang, options)
            .formatToParts(date)
            .find(({ type }) => type === part)?.value;
          const name = value?.replace(/\.$/, '') ?? '';
          for (const one of [name, name.charAt(0).toUpperCase() + name.slice(1)])
            if (name.length > 2 || part === 'weekday') found.set(one, index + first);
        }
      }
    }
    return found;
  };
  const months = names('month', 12, 1);
  const weekdays = names('weekday', 7, 0);
  if (lang.startsWith('en'))
    for (const [name, value] of [
      ['Sept', 9],
      ['Febuary', 2],
    ] as const)
      months.set(name, value);
  if (lang.startsWith('en'))
    for (const [name, value] of [
      ['Tues', 2],
      ['Weds', 3],
      ['Thur', 4],
      ['Thurs', 4],
    ] as const)
      weekdays.set(name, value);
  const either = (known: Map<string, number>) =>
    [...known.keys()]
      .sort((a, b) => b.length - a.length)
      .map(escaped)
      .join('|');
  const month = `(?:${either(months)})(?!\\p{L})\\.?`;
  const weekday = `(?:${either(weekdays)})(?!\\p{L})`;
  const day = '\\d{1,2}(?:st|nd|rd|th|er|º)?';
  const to = '\\s*(?:[-–—]|to|through|and|y|et|e|a|au)\\s*';
  const year = '(?:1[5-9]|20|21)\\d\\d(?![\\p{L}\\p{N}])';
  const lead = `(?:(?<weekday>${weekday})\\.?(?:,\\s*|\\s*\\(|\\s+)(?:the\\s+|le\\s+|el\\s+|dia\\s+|día\\s+)?)?`;
  const monthFirst = `(?<m1>${month})\\s+(?:the\\s+)?(?<d1>${day})(?![\\d:%]|[.,]\\d)(?:${to}(?<d2>${day})(?!\\p{N}|[\\s-]\\p{Ll}{3,}(?<!of)\\b))?(?:(?:,\\s*|\\s+)(?<y1>${year}))?`;
  const dayFirst = `(?<d3>${day})(?:${to}(?<d4>${day}))?\\s+(?:of\\s+|de\\s+|do\\s+|from\\s+)?(?<m2>${month})(?:,?\\s+(?:de[l]?\\s+)?(?<y2>${year}))?`;
  const eastern =
    '(?:(?<y3>\\d{4})年)?(?<m3>\\d{1,2})月(?<d5>\\d{1,2})日(?:[（(](?<weekday2>[日月火水木金土])(?:曜日?)?[）)])?';
  const numeric =
    '(?<y4>\\d{4})-(?<m4>\\d{2})-(?<d6>\\d{2})(?![\\d-])|(?<a>\\d{1,2})[/.](?<b>\\d{1,2})[/.](?<y5>(?:19|20)\\d\\d)';
  const pattern = /^(ja|zh)/.test(lang)
    ? new RegExp(`${eastern}|(?<![\\p{N}/.-])(?:${numeric})(?!\\p{N})`, 'gu')
    : new RegExp(`(?<![\\p{L}\\p{N}/.,-])(?:${lead}(?:${monthFirst}|${dayFirst})|${numeric})(?![\\p{L}\\p{N}])`, 'gu');
  const behind = new RegExp(
    `^(?:,?\\s*\\((?:an?\\s+)?|,\\s+(?:an?|un|une|um|uma)\\s+|,?\\s+(?:which\\s+)?(?:is|was|fell on|falls on)\\s+(?:an?\\s+)?)(?<weekday>${weekday})(?=[),.;\\s])`,
    'u',
  );
  const inNumbers = new Intl.DateTimeFormat(lang, { dateStyle: 'short' }).formatToParts();
  const isMonthFirst = inNumbers.find(({ type }) => type === 'month' || type === 'day')?.type === 'month';
  const calendar = { pattern, isMonthFirst, months, weekdays, behind };
  calendars.set(lang, calendar);
  return calendar;
}

const eastern = '日月火水木金土';

/** Every date of a text that has at least a month and a day, in its order. */
export function datesIn(passage: Passage, lang: string): DateFact[] {
  const { pattern, isMonthFirst, months, weekdays, behind } = calendarOf(lang);
  const { text } = passage;
  if (!/\d/.test(text)) return [];
  return [...text.matchAll(pattern)].flatMap((match): DateFact[] => {
    const found = match.groups ?? {};
    const [start, end] = [match.index, match.index + match[0].length];
    const after = behind.exec(text.slice(end, end + 40))?.groups?.['weekday'];
    const weekdayText = found['weekday'] ?? found['weekday2'] ?? after;
    const number = (name: string | undefined) => (name === undefined ? undefined : parseInt(name, 10));
    const year = number(found['y1'] ?? found['y2'] ?? found['y3'] ?? found['y4'] ?? found['y5']);
    const name = (found['m1'] ?? found['m2'])?.replace(/\.$/, '');
    let month = name === undefined ? number(found['m3'] ?? found['m4']) : months.get(name);
    let days = [found['d1'], found['d2'], found['d3'], found['d4'], found['d5'], found['d6']]
      .map(number)
      .filter((day) => day !== undefined);
    if (found['a']) {
      // Which of the two is the month, no text tells; where only one reading is a date, it is that one.
      const [a = 0, b = 0] = [number(found['a']), number(found['b'])];
      [month, days] = a <= 12 && (b > 12 || isMonthFirst) ? [a, [b]] : [b, [a]];
    }
    const weekday = weekdayText === undefined ? undefined : (weekdays.get(weekdayText) ?? eastern.indexOf(weekdayText));
    // The weekday before a span is that of its first day.
    return days.map((day, index) => ({
      passage,
      start,
      end,
      text: match[0].replace(/\.$/, ''),
      year,
      month,
      day,
      ...(index === 0 && { weekday, weekdayText }),
    }));
  });
}

/** How many days a month has; 0 where there is no such month. February of an unknown year has 29. */
export const daysIn = (month: number, year = 2024): number =>
  month < 1 || month > 12 ? 0 : new Date(Date.UTC(year, month, 0)).getUTCDate();

/** The weekday of a date, from 0, Sunday. */
export const weekdayOf = (year: number, month: number, day: number): number =>
  new Date(Date.UTC(year, month - 1, day)).getUTCDay();

/** Every year that a text names. */
export const yearsIn = (text: string): number[] =>
  [...text.matchAll(/(?<![\p{L}\p{N}$€£.,#/-])(?:1[5-9]|20)\d\d(?![\p{L}\p{N}%]|[.,]\d)/gu)].map(([year]) =>
    Number(year),
  );

/** Whether a component tells of something that has a date of its own, such as an <Event>; a post has one and a `by`. */
export const isDated = (node: Nodes): boolean =>
  isTag(node) && typeof propsOf(node).values['date'] === 'string' && propsOf(node).values['by'] === undefined;
