import { match } from '@formatjs/intl-localematcher';
import words from '#words';
import { modulesIn } from '../folder.ts';
import en from './en.ts';
import { baseOf, directionOf } from './intl.ts';
import { mapPhrases, stringsOf } from './message-format.ts';
import type { WordsFile } from './message-format.ts';
import type { Strings } from './strings.ts';

// Node, which runs the commands, has none.
const isInVite = (import.meta.env as object | undefined) !== undefined;

/** Every language that has a file: `es.ts`, or `words/de.json` in the format of translators. */
export const languages: ReadonlyMap<string, Strings> = new Map([
  ...(isInVite
    ? byCode(import.meta.glob<Strings>('./{??,???}.{js,ts}', { eager: true, import: 'default' }))
    : await modulesIn<Strings>(new URL('./', import.meta.url), /^[a-z]{2,3}$/)),
  ...Object.entries(words).map(([lang, file]): [string, Strings] => [lang, stringsOf(file, en)]),
]);

function byCode(modules: Record<string, Strings>): Map<string, Strings> {
  return new Map(Object.entries(modules).map(([file, strings]) => [file.replace(/^\.\/|\.[jt]s$/g, ''), strings]));
}

/** The words that a newsroom sets itself, by language: `es`, or `es-CO` for one region alone. */
export type OwnStrings = Readonly<Record<string, WordsFile>>;

/** Written into the code of pages by the integration; so a build’s threads have them, too. Not there in Node. */
declare const NUTGRAF_STRINGS: OwnStrings | undefined;

let own: OwnStrings = (typeof NUTGRAF_STRINGS === 'undefined' ? undefined : NUTGRAF_STRINGS) ?? {};
const known = new Map<string, Strings>();

/** Takes a newsroom’s own words before ours; whoever asks for a language from now on gets them. */
export function useStrings(strings: OwnStrings): void {
  own = strings;
  known.clear();
}

/**
 * The words of the interface in a language: the newsroom’s, then ours, then those of the nearest language that has
 * words (by the distances of the Unicode CLDR), English where none is near.
 */
export function stringsFor(lang: string): Strings {
  const strings = known.get(lang) ?? found(lang);
  known.set(lang, strings);
  return strings;
}

function found(lang: string): Strings {
  const near = nearestTo(lang);
  const ours = languages.get(near)!;
  const words = directionOf(near) === directionOf(lang) ? ours : isolated(ours);
  return ownFor(lang).reduce((base, file) => stringsOf(file, base), words);
}

/** A newsroom’s words for a language, then those for its region, which count more. */
const ownFor = (lang: string): WordsFile[] =>
  [...new Set([baseOf(lang), lang])].flatMap((code) => (own[code] ? [own[code]] : []));

const nearestTo = (lang: string): string =>
  languages.has(baseOf(lang)) ? baseOf(lang) : match([lang], [...languages.keys()], 'en');

/** The language that the words around a text are in: its own, where anybody has words in it. */
export const languageOfStrings = (lang: string): string =>
  ownFor(lang).length || languages.has(baseOf(lang)) ? lang : nearestTo(lang);

/** Phrases that keep their direction in a line of the other (Unicode UAX #9, isolates). What joins words has none. */
const isolated = (strings: Strings): Strings =>
  mapPhrases(strings, (phrase) => (/\p{L}/u.test(phrase.replace(/\{\w+\}/g, '')) ? `\u2068${phrase}\u2069` : phrase));
