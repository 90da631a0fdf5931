import { modulesIn } from '../folder.ts';
import en from './en.ts';
import type { Strings } from './strings.ts';

// Node, which runs the commands, has none.
const isInVite = (import.meta.env as object | undefined) !== undefined;

/** Every language that has a file here, called by its code: `es.ts`. */
export const languages: ReadonlyMap<string, Strings> = isInVite
  ? byCode(import.meta.glob<Strings>('./{??,???}.{js,ts}', { eager: true, import: 'default' }))
  : await modulesIn<Strings>(new URL('./', import.meta.url), /^[a-z]{2,3}$/);

function byCode(modules: Record<string, Strings>): Map<string, Strings> {
  return new Map(Object.entries(modules).map(([file, strings]) => [file.replace(/^\.\/|\.[jt]s$/g, ''), strings]));
}

/** The words of the interface in a language, or in English where they are not translated. */
export const stringsFor = (lang: string): Strings => languages.get(lang.split('-')[0] ?? '') ?? en;
