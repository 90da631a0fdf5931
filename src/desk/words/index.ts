import { en } from './en.ts';
import type { Words } from './words.ts';

const languages: Record<string, Words> = { en };

/** The words of a language, of `es` for `es-CO`; `undefined` for one that nobody has described. */
export const wordsFor = (lang: string): Words | undefined => languages[lang] ?? languages[lang.split('-')[0] ?? ''];
