import { en } from './en.ts';
import type { Strings } from './strings.ts';

const languages: Record<string, Strings> = { en };

/** The words of the interface in a language, or in English where they are not translated. */
export const stringsFor = (lang: string): Strings => languages[lang] ?? languages[lang.split('-')[0] ?? ''] ?? en;
