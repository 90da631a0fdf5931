/** Quotation marks by language: outer and inner, opening and closing (Unicode CLDR, “delimiters”; French with its narrow spaces). */
const marks: Record<string, readonly [string, string, string, string]> = {
  en: ['“', '”', '‘', '’'],
  es: ['“', '”', '‘', '’'],
  pt: ['“', '”', '‘', '’'],
  fr: ['«\u202F', '\u202F»', '“', '”'],
  de: ['„', '“', '‚', '‘'],
  it: ['«', '»', '“', '”'],
  ar: ['”', '“', '’', '‘'],
  ja: ['「', '」', '『', '』'],
};

/** The quotation marks of a language; English ones where it is not known. */
export const quotesOf = (lang: string): readonly [string, string, string, string] =>
  marks[lang.split('-')[0] ?? ''] ?? marks['en']!;
