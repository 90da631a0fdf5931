import { modulesIn } from '../../folder.ts';
import type { Words } from './words.ts';

/** Every language that has a file here, called by its code: `es.ts`. */
const languages = await modulesIn<Words>(new URL('./', import.meta.url), /^[a-z]{2,3}(-[a-z0-9]+)*$/);

/** The words of a language, of `es` for `es-CO`; `undefined` for one that nobody has described. */
export const wordsFor = (lang: string): Words | undefined =>
  languages.get(lang.toLowerCase()) ?? languages.get(lang.split('-')[0] ?? '');
