import { languageOfStrings } from './index.ts';
import { directionOf } from './intl.ts';

/** What marks words in another language than the page’s, for its element; nothing where it is the same. */
export const foreign = (lang: string, ofPage: string): { lang?: string; dir?: 'ltr' | 'rtl' } =>
  lang === ofPage ? {} : { lang, ...(directionOf(lang) !== directionOf(ofPage) && { dir: directionOf(lang) }) };

/** The same for the words around a text, where nobody has words in its language. @param lang of the page. */
export const foreignStrings = (lang: string): ReturnType<typeof foreign> => foreign(languageOfStrings(lang), lang);
