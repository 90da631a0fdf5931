import { ar } from './ar.ts';
import { en } from './en.ts';
import { es } from './es.ts';
import { fr } from './fr.ts';
import { ja } from './ja.ts';
import { pt } from './pt.ts';
import type { Strings } from './strings.ts';

export const languages = { ar, en, es, fr, ja, pt } satisfies Record<string, Strings>;

/** The words of the interface in a language, or in English where they are not translated. */
export const stringsFor = (lang: string): Strings =>
  (languages as Record<string, Strings>)[lang.split('-')[0] ?? ''] ?? en;
