import { localesByMarks } from './cldr.ts';

/** An opening mark and the one that closes it. */
export type MarkPair = readonly [open: string, close: string];

/** The quotation marks of a language. */
export interface QuotationMarks {
  /** Around a quotation. */
  outer: MarkPair;
  /** Around a quotation within one. */
  inner: MarkPair;
  /** All pairs that readers of the language take for quotation marks, these two among them. */
  pairs: readonly MarkPair[];
}

/** Typed in any language: what a keyboard has, and the English and the French form. */
const everywhere = '“” ‘’ «» ‹› "" \'\'';

const pointedInwards = '»« ›‹';
const pointedForwards = '»» ››';
const lowFirst = '„“ „” ‚‘ ‚’';
const sameMark = '”” ’’';
const corners = '「」 『』 ｢｣ ﹁﹂ ﹃﹄ 〝〞 〝〟 ＂＂';

/**
 * Forms beside the one that the CLDR has for a language, which names only one. After the table of
 * languages in Wikipedia’s “Quotation mark”, and the rules of spelling that it cites.
 */
const others: Record<string, string> = {
  af: lowFirst,
  be: lowFirst,
  bg: lowFirst,
  bs: `${lowFirst} ${pointedInwards}`,
  cs: `${lowFirst} ${pointedInwards}`,
  da: `${pointedInwards} ${sameMark} ${lowFirst}`,
  de: `${lowFirst} ${pointedInwards}`,
  el: `${lowFirst} ‟”`,
  et: lowFirst,
  fi: `${pointedForwards} ${pointedInwards}`,
  he: `${lowFirst} ”“ ״״ ׳׳`,
  hr: `${lowFirst} ${pointedInwards}`,
  hu: `${lowFirst} ${pointedInwards}`,
  is: lowFirst,
  ja: corners,
  ka: lowFirst,
  ko: corners,
  lt: lowFirst,
  lv: lowFirst,
  mk: lowFirst,
  nb: `${lowFirst} ${sameMark}`,
  nl: `${lowFirst} ${sameMark}`,
  nn: `${lowFirst} ${sameMark}`,
  no: `${lowFirst} ${sameMark}`,
  pl: `${lowFirst} ${pointedInwards}`,
  ro: lowFirst,
  ru: lowFirst,
  sk: `${lowFirst} ${pointedInwards}`,
  sl: `${lowFirst} ${pointedInwards}`,
  sq: lowFirst,
  sr: `${lowFirst} ${pointedInwards}`,
  sv: `${pointedForwards} ${pointedInwards}`,
  uk: lowFirst,
  yi: `${lowFirst} ”“ ״״ ׳׳`,
  yue: corners,
  zh: corners,
};

const marksByLocale = new Map(
  Object.entries(localesByMarks).flatMap(([marks, locales]) => locales.split(' ').map((locale) => [locale, marks])),
);

const known = new Map<string, QuotationMarks>();

/** The quotation marks of a language tag, such as `de` or `pt-PT`; English ones where the language is not known. */
export function quotationMarksOf(lang: string): QuotationMarks {
  const made = known.get(lang) ?? makeMarks(lang);
  known.set(lang, made);
  return made;
}

function makeMarks(lang: string): QuotationMarks {
  const names = localesOf(lang);
  const found = names.map((name) => marksByLocale.get(name)).find(Boolean) ?? '“ ” ‘ ’';
  const [open = '', close = '', innerOpen = '', innerClose = ''] = found.split(' ');
  const outer: MarkPair = [open, close];
  const inner: MarkPair = [innerOpen, innerClose];
  const more = `${others[names.at(-1) ?? ''] ?? ''} ${everywhere}`.trim().split(' ');
  return { outer, inner, pairs: [outer, inner, ...more.map(([one = '', two = '']): MarkPair => [one, two])] };
}

/** The names under which a table may have a language, the narrowest first: for `zh-TW` also `zh-Hant`. */
function localesOf(lang: string): string[] {
  let locale: Intl.Locale;
  try {
    locale = new Intl.Locale(lang).maximize();
  } catch {
    return ['en'];
  }
  const { language, script, region } = locale;
  return [`${language}-${script}-${region}`, `${language}-${script}`, `${language}-${region}`, language];
}

/**
 * The marks to type or print around words, outer and inner: those of the language; in French, as it is set
 * anywhere but in Switzerland, with narrow spaces that do not break (U+202F).
 */
export function typedMarks(lang: string): [outer: MarkPair, inner: MarkPair] {
  const { outer, inner } = quotationMarksOf(lang);
  const isSpaced = /^fr(?!-CH)\b/i.test(lang);
  const spaced = ([open, close]: MarkPair): MarkPair =>
    isSpaced && open === '«' ? [`${open}\u202F`, `\u202F${close}`] : [open, close];
  return [spaced(outer), spaced(inner)];
}

/** A sign that is a quotation mark in some language (Unicode’s property Quotation_Mark), or one of Hebrew. */
export const isQuotationMark = (sign: string): boolean => /^[\p{Quotation_Mark}״׳]$/u.test(sign);

/** A text with straight marks for those of any language: which of them it has is no matter of words. */
export const withStraightMarks = (text: string): string =>
  text.replace(/[‘’‚‛‹›׳＇]/g, "'").replace(/(?!')[\p{Quotation_Mark}״]/gu, '"');
