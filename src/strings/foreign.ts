import { directionOf } from './intl.ts';

/** What marks words in another language than the page’s, for its element; nothing where it is the same. */
export const foreign = (lang: string, ofPage: string): { lang?: string; dir?: 'ltr' | 'rtl' } =>
  lang === ofPage ? {} : { lang, ...(directionOf(lang) !== directionOf(ofPage) && { dir: directionOf(lang) }) };
