import { localeFor } from './locale.ts';

/**
 * Formatters of the Unicode CLDR, each made once: making one takes a hundred times as long as using it.
 */

const made = new Map<string, unknown>();

function once<Formatter>(key: unknown[], make: () => Formatter): Formatter {
  const name = JSON.stringify(key);
  if (!made.has(name)) made.set(name, make());
  return made.get(name) as Formatter;
}

/** In the calendar and the digits that the newsroom chose. */
export const dateFormat = (lang: string, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat => {
  const locale = localeFor(lang);
  return once(['date', locale, options], () => new Intl.DateTimeFormat(locale, options));
};

/** In the digits that the newsroom chose. */
export const numberFormat = (lang: string, options: Intl.NumberFormatOptions = {}): Intl.NumberFormat => {
  const locale = localeFor(lang);
  return once(['number', locale, options], () => new Intl.NumberFormat(locale, options));
};

export const pluralRules = (lang: string): Intl.PluralRules => once(['plural', lang], () => new Intl.PluralRules(lang));

/** “a, b and c” as a conjunction, “a, b, c” as units. */
export const listFormat = (lang: string, type: 'conjunction' | 'unit'): Intl.ListFormat =>
  once(['list', lang, type], () => new Intl.ListFormat(lang, { type }));

/** What a language calls itself, as a link to it begins: “Español”. */
export function nameOfLanguage(lang: string): string {
  const name = once(['language', lang], () => new Intl.DisplayNames(lang, { type: 'language' })).of(lang) ?? lang;
  return name.slice(0, 1).toLocaleUpperCase(lang) + name.slice(1);
}
/** The names of languages in a language. */
export const languageNames = (lang: string): Intl.DisplayNames =>
  once(['languages', lang], () => new Intl.DisplayNames(lang, { type: 'language' }));

/** A language without its region: `es` of `es-CO`. */
export const baseOf = (lang: string): string => localeOf(lang).language;

const localeOf = (lang: string): Intl.Locale => once(['locale', lang], () => new Intl.Locale(lang));

/** The direction in which a language is written (ECMA-402; older engines have it as a property). */
export function directionOf(lang: string): 'ltr' | 'rtl' {
  const locale = localeOf(lang) as Intl.Locale & {
    getTextInfo?(): { direction?: string };
    textInfo?: { direction?: string };
  };
  return (locale.getTextInfo?.() ?? locale.textInfo)?.direction === 'rtl' ? 'rtl' : 'ltr';
}
