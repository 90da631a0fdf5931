import { dateFormat } from '../../strings/intl.ts';

/** Names of months, long and short, in a language and in English, with their numbers from 1. */
function monthsOf(lang: string): Map<string, number> {
  const months = new Map<string, number>();
  for (const language of ['en', lang]) {
    for (let month = 0; month < 12; month += 1) {
      for (const form of ['long', 'short'] as const) {
        const name = dateFormat(language, { month: form, timeZone: 'UTC' }).format(new Date(Date.UTC(2026, month, 1)));
        months.set(name.toLowerCase().replace(/\.$/, ''), month + 1);
      }
    }
  }
  return months.set('sept', 9);
}

const two = (number: number) => String(number).padStart(2, '0');

/** A date that is all of a text, as `YYYY`, `YYYY-MM` or `YYYY-MM-DD`; `undefined` for other words. */
export function dateIn(text: string, lang: string): string | undefined {
  const words = text
    .trim()
    .replace(/[.:]$/, '')
    .replace(/^(?:on|in|el|en)\s+/i, '');
  if (/^\d{4}(-\d{2}(-\d{2})?)?$/.test(words)) return words;
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
  if (!year || parts.length > 3 || parts.some((part) => !/^\d+$/.test(part) && !months.has(part))) return undefined;
  const day = numbers.find((number) => number <= 31);
  if (!month) return parts.length === 1 ? String(year) : undefined;
  return day ? `${year}-${two(month)}-${two(day)}` : `${year}-${two(month)}`;
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

/** A date of another system as a story has it: a day, or a moment with its zone; `undefined` when it is neither. */
export function dateOrMomentOf(value: string | undefined, lang: string): string | undefined {
  const given = value?.trim() ?? '';
  if (/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2})?(\.\d+)?(Z|[+-]\d{2}:?\d{2})$/.test(given))
    return given.replace(/\.\d+/, '').replace(/([+-]\d{2})(\d{2})$/, '$1:$2');
  const [day] = /^\d{4}-\d{2}-\d{2}/.exec(given) ?? [];
  return day ?? publishedIn(given, lang);
}
