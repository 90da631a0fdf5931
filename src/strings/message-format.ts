import { TYPE, parse } from '@formatjs/icu-messageformat-parser';
import type { MessageFormatElement } from '@formatjs/icu-messageformat-parser';
import { nearest } from '../schema/nearest.ts';
import type { Plural, Strings } from './strings.ts';

/**
 * The words of a language as translators’ programs keep them: JSON of phrases in ICU MessageFormat
 * (unicode-org.github.io,
 * “Formatting Messages”), where a phrase that depends on a number has its plural forms in it.
 */
export interface WordsFile {
  [key: string]: string | WordsFile;
}

/**
 * The words of a language, in the shape of those that it is held against; a word that the file has not is one of these.
 *
 * @param words the file, whole or in part.
 * @throws a sentence about the first phrase that is not right.
 */
export const stringsOf = (words: WordsFile, base: Strings): Strings => merged(words, base, '') as Strings;

function merged(words: WordsFile, base: object, path: string): object {
  return Object.fromEntries(
    Object.entries(base as Record<string, string | Plural | object>).map(([key, known]) => {
      const given = words[key];
      const at = path ? `${path}.${key}` : key;
      if (given === undefined) return [key, known];
      if (typeof given !== 'string') return [key, merged(given, known as object, at)];
      return [key, typeof known === 'string' ? phraseOf(given, at) : formsOf(given, at)];
    }),
  );
}

/** What is wrong with a phrase of a file, and where in it: `['search', 'titel']`. */
export interface PhraseFault {
  path: string[];
  rule: 'key-known' | 'value-valid';
  reason: string;
  nearest?: string | undefined;
}

const rule = 'value-valid';

/** What is wrong with a file of words: unknown keys, phrases that cannot be read, names that are not filled. */
export function faultsOf(words: WordsFile, base: object, path: string[] = []): PhraseFault[] {
  return Object.entries(words).flatMap(([key, given]): PhraseFault[] => {
    const at = [...path, key];
    const known = Object.hasOwn(base, key) ? (base as Record<string, string | Plural>)[key] : undefined;
    if (known === undefined) {
      const name = nearest(key, Object.keys(base));
      return [
        {
          path: at,
          rule: 'key-known',
          reason: `Unknown key “${at.join('.')}”: expected a phrase that there is.`,
          nearest: name,
        },
      ];
    }
    const isPhrase = typeof known === 'string' || isPlural(known);
    // What was read from a file may be empty.
    if ((given as unknown) === null || (typeof given === 'string' && !given.trim()))
      return [{ path: at, rule, reason: `Missing words for “${at.join('.')}”: expected a phrase.` }];
    if (isPhrase !== (typeof given === 'string'))
      return [
        {
          path: at,
          rule,
          reason: `Unexpected ${isPhrase ? 'group' : 'phrase'}: expected a ${isPhrase ? 'phrase' : 'group'}.`,
        },
      ];
    return typeof given === 'string' ? phraseFaults(given, known, at) : faultsOf(given, known as Plural, at);
  });
}

function phraseFaults(given: string, known: string | Plural, path: string[]): PhraseFault[] {
  const at = path.join('.');
  try {
    const names = namesIn(typeof known === 'string' ? phraseOf(given, at) : formsOf(given, at).other);
    const expected = namesIn(typeof known === 'string' ? known : known.other);
    const missing = expected.find((name) => !names.includes(name));
    const unknown = names.find((name) => !expected.includes(name));
    const are = expected.join(', ') || 'no name in braces';
    if (unknown)
      return [{ path, rule, reason: `Unknown name ${unknown} in “${at}”: expected ${are}.`, nearest: missing }];
    return missing ? [{ path, rule, reason: `Missing ${missing} in “${at}”: expected ${are}.` }] : [];
  } catch (error) {
    return [{ path, rule, reason: (error as Error).message }];
  }
}

const namesIn = (phrase: string): string[] => [...new Set(phrase.match(/\{\w+\}/g))];

/** The paths of all phrases. */
export const phrasesIn = (base: object, path = ''): string[] =>
  Object.entries(base as Record<string, string | object>).flatMap(([key, known]) => {
    const at = path ? `${path}.${key}` : key;
    return typeof known === 'string' || isPlural(known) ? [at] : phrasesIn(known, at);
  });

/** The same phrases, each made into another; a plural’s in all its forms. */
export const mapPhrases = <Words extends object>(words: Words, change: (phrase: string) => string): Words =>
  // The keys stay, and with them the type.
  Object.fromEntries(
    Object.entries(words as Record<string, string | object>).map(([key, one]) => [
      key,
      typeof one === 'string' ? change(one) : mapPhrases(one, change),
    ]),
  ) as Words;

const rules = new Set(['zero', 'one', 'two', 'few', 'many', 'other']);

/** The group “other” of sources is no form: it has forms. */
const isPlural = (value: object): boolean =>
  Object.entries(value).every(([key, one]) => rules.has(key) && typeof one === 'string') && 'other' in value;

const elementsOf = (phrase: string, at: string): MessageFormatElement[] => {
  try {
    return parse(phrase, { ignoreTag: true, requiresOtherClause: true });
  } catch (error) {
    throw new Error(`Unexpected phrase for “${at}”: expected ICU MessageFormat (${(error as Error).message}).`, {
      cause: error,
    });
  }
};

/** A phrase without forms, in the signs of our own. */
const phraseOf = (phrase: string, at: string): string =>
  elementsOf(phrase, at)
    .map((one) => written(one, at))
    .join('');

function formsOf(phrase: string, at: string): Plural {
  const elements = elementsOf(phrase, at);
  const [plural] = elements;
  // A language without plurals has one phrase for every number.
  if (elements.length > 1 || plural?.type !== TYPE.plural) return { other: phraseOf(phrase, at) };
  const forms = Object.entries(plural.options).map(([rule, { value }]) => [
    rule,
    value.map((one) => written(one, at)).join(''),
  ]);
  // The parser has refused a phrase without the form “other”.
  return Object.fromEntries(forms) as Plural;
}

function written(element: MessageFormatElement, at: string): string {
  if (element.type === TYPE.literal) return element.value;
  if (element.type === TYPE.argument) return `{${element.value}}`;
  if (element.type === TYPE.pound) return '{count}';
  throw new Error(`Unexpected format in “${at}”: expected words, {names} and one plural.`);
}
