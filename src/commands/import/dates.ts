import { dateFormat } from '../../strings/intl.ts';

/** Names of months, long and short, in a language and in English, with their numbers from 1. */
function monthsOf(lang: string): Map<string, number> {
  const known = monthNames.get(lang);
  if (known) return known;
  const months = new Map<string, number>();
  monthNames.set(lang, months);
  for (const language of ['en', lang]) {
    for (let month = 0; month < 12; month += 1) {
      for (const form of ['long', 'short'] as const) {
        const name = dateFormat(`${language}-u-ca-gregory`, { month: form, timeZone: 'UTC' }).format(
          new Date(Date.UTC(2026, month, 1)),
        );
        months.set(name.toLowerCase().replace(/\.$/, ''), month + 1);
      }
    }
  }
  return months.set('sept', 9);
}

const monthNames = new Map<string, Map<string, number>>();

const two = (number: number) => String(number).padStart(2, '0');

/** Whether a day is in the calendar; months are counted from 1. */
function inCalendar(year: number, month = 1, day = 1): boolean {
  const date = new Date(Date.UTC(year, month - 1, day));
  return year > 999 && date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
}

/** A date that is all of a text, as `YYYY`, `YYYY-MM` or `YYYY-MM-DD`; `undefined` for other words. */
export function dateIn(text: string, lang: string): string | undefined {
  const words = text
    .trim()
    .replace(/[.:]$/, '')
    .replace(/^(?:on|in|el|en)\s+/i, '');
  if (/^\d{4}(-\d{2}(-\d{2})?)?$/.test(words)) {
    const [year = 0, month, day] = words.split('-').map(Number);
    return inCalendar(year, month, day) ? words : undefined;
  }
  const parts = words
    .toLowerCase()
    .replace(/(\d)(?:st|nd|rd|th)\b/g, '$1')
    .replace(/\b(?:de|del)\b|[.,]/g, ' ')
    .split(/\s+/)
    .filter(Boolean);
  const months = monthsOf(lang);
  const month = parts.map((part) => months.get(part)).find(Boolean);
  const numbers = parts.filter((part) => /^\d+$/.test(part)).map(Number);
  const year = numbers.find((number) => number > 1000);
  const others = numbers.filter((number) => number !== year);
  if (!year || numbers.length + (month ? 1 : 0) !== parts.length || others.length > (month ? 1 : 0)) return undefined;
  const [day] = others;
  if (!inCalendar(year, month, day)) return undefined;
  if (!month) return String(year);
  return day === undefined ? `${year}-${two(month)}` : `${year}-${two(month)}-${two(day)}`;
}

/** A line that says when a text was published: a date, maybe with a word before it and a time behind. */
export function publishedIn(line: string, lang: string): string | undefined {
  const [, words = ''] =
    /^(?:(?:published|updated|posted|publicado|fecha|date)\s*(?:on|el)?\s*:?\s*)?(.+?)(?:,?\s+(?:at\s+|a las\s+)?\d{1,2}[:.]\d{2}.*)?$/i.exec(
      line.trim().replace(/^(?:mon|tues|wednes|thurs|fri|satur|sun)day,?\s+/i, ''),
    ) ?? [];
  const date = dateIn(words, lang);
  return date && date.length === 10 ? date : undefined;
}

/**
 * A date of another system as a story has it: a day, or a moment with its zone; `undefined` when it is neither.
 * Read are ISO 8601, RFC 822 as feeds have it (“Tue, 06 Jan 2026 14:00:00 GMT”), and a day in words.
 */
export function dateOrMomentOf(value: string | undefined, lang: string): string | undefined {
  const given = value?.trim() ?? '';
  const [, day, time, zone] =
    /^(\d{4}-\d{2}-\d{2})(?:[T ](\d{2}:\d{2}(?::\d{2})?)(?:\.\d+)?\s*(Z|[+-]\d{2}:?\d{2})?)?/.exec(given) ?? [];
  if (day) {
    if (!dateIn(day, lang)) return undefined;
    // A time without its zone could be of the day before or after.
    return time && zone ? `${day}T${time}${zone.replace(/([+-]\d{2})(\d{2})$/, '$1:$2')}` : day;
  }
  const isInternet =
    /^(?:[a-z]{3},\s*)?\d{1,2}\s+[a-z]{3}\s+\d{4}\s+\d{2}:\d{2}(?::\d{2})?\s+(?:[+-]\d{4}|[a-z]{1,4})$/i;
  if (isInternet.test(given) && !Number.isNaN(Date.parse(given)))
    return new Date(given).toISOString().replace('.000', '');
  return publishedIn(given, lang) ?? publishedIn(given.replace(/\s+\d{2}:\d{2}.*$/, ''), lang);
}
