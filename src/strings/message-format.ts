import { TYPE, parse } from '@formatjs/icu-messageformat-parser';
import type { MessageFormatElement } from '@formatjs/icu-messageformat-parser';
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

/** The paths in a file that no phrase has: `search.titel`. */
export function unknownIn(words: WordsFile, base: object, path = ''): string[] {
  return Object.entries(words).flatMap(([key, given]) => {
    const at = path ? `${path}.${key}` : key;
    const known = Object.hasOwn(base, key) ? (base as Record<string, string | object>)[key] : undefined;
    if (known === undefined) return [at];
    const isPhrase = typeof known === 'string' || isPlural(known);
    if (typeof given === 'string') return isPhrase ? [] : [at];
    return isPhrase ? [at] : unknownIn(given, known, at);
  });
}

/** The paths of all phrases. */
export const phrasesIn = (base: object, path = ''): string[] =>
  Object.entries(base as Record<string, string | object>).flatMap(([key, known]) => {
    const at = path ? `${path}.${key}` : key;
    return typeof known === 'string' || isPlural(known) ? [at] : phrasesIn(known, at);
  });

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
