import { jsonIn, modulesIn } from '../folder.ts';
import en from './en.ts';
import { stringsOf } from './message-format.ts';
import type { WordsFile } from './message-format.ts';
import type { Strings } from './strings.ts';

// Node, which runs the commands, has none.
const isInVite = (import.meta.env as object | undefined) !== undefined;

/** Every language that has a file: `es.ts`, or `words/de.json` in the format of translators. */
export const languages: ReadonlyMap<string, Strings> = isInVite
  ? new Map([
      ...byCode(import.meta.glob<Strings>('./{??,???}.{js,ts}', { eager: true, import: 'default' })),
      ...translated(import.meta.glob<WordsFile>('./words/*.json', { eager: true, import: 'default' })),
    ])
  : new Map([
      ...(await modulesIn<Strings>(new URL('./', import.meta.url), /^[a-z]{2,3}$/)),
      ...translated(await jsonIn<WordsFile>(new URL('./words/', import.meta.url))),
    ]);

function translated(files: Record<string, WordsFile>): [string, Strings][] {
  return Object.entries(files).map(([file, words]) => [/([\w-]+)\.json$/.exec(file)?.[1] ?? '', stringsOf(words, en)]);
}

function byCode(modules: Record<string, Strings>): Map<string, Strings> {
  return new Map(Object.entries(modules).map(([file, strings]) => [file.replace(/^\.\/|\.[jt]s$/g, ''), strings]));
}

/** The words of the interface in a language, or in English where they are not translated. */
export const stringsFor = (lang: string): Strings => languages.get(lang.split('-')[0] ?? '') ?? en;
