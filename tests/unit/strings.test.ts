import { afterEach, describe, expect, test } from 'vitest';
import { faultsOf, phrasesIn, stringsOf } from '../../src/strings/message-format.ts';
import { languageOfStrings, languages, stringsFor, useStrings } from '../../src/strings/index.ts';
import { directionOf } from '../../src/strings/intl.ts';
import en from '../../src/strings/en.ts';
import { fill, plural } from '../../src/strings/strings.ts';
import type { Plural } from '../../src/strings/strings.ts';

/** Every phrase with its path. A plural is one phrase, in all its forms. */
function phrasesOf(strings: object, path = ''): [string, string | Plural][] {
  return Object.entries(strings as Record<string, string | Plural>).flatMap(
    ([key, value]): [string, string | Plural][] => {
      if (typeof value === 'string' || ('other' in value && Object.keys(value).every((rule) => rules.has(rule))))
        return [[`${path}${key}`, value]];
      return phrasesOf(value, `${path}${key}.`);
    },
  );
}

const rules = new Set(['zero', 'one', 'two', 'few', 'many', 'other']);
const namesIn = (phrase: string) => [...new Set(phrase.match(/\{\w+\}/g))].sort();
const formsOf = (phrase: string | Plural) => (typeof phrase === 'string' ? [phrase] : Object.values(phrase));

describe.each([...languages])('the words in %s', (lang, strings) => {
  const phrases = new Map(phrasesOf(strings));

  test('are those of English, with the same gaps to fill', () => {
    const english = phrasesOf(en);
    expect([...phrases.keys()].sort()).toEqual(english.map(([path]) => path).sort());
    for (const [path, phrase] of english) {
      const expected = namesIn(formsOf(phrase).join());
      const forms = formsOf(phrases.get(path)!);
      // A form for one or two may say the number in words.
      expect(namesIn(forms.at(-1)!), path).toEqual(expected);
      for (const form of forms) expect(expected, path).toEqual(expect.arrayContaining(namesIn(form)));
      expect(forms.join('').trim(), path).not.toBe('');
    }
  });

  test('have a form for every number up to a thousand', () => {
    const categories = new Set(Array.from({ length: 1001 }, (_, count) => new Intl.PluralRules(lang).select(count)));
    // Some languages have one more, for parts of a number.
    const all: string[] = new Intl.PluralRules(lang).resolvedOptions().pluralCategories;
    for (const [path, phrase] of phrases) {
      if (typeof phrase === 'string') continue;
      expect(Object.keys(phrase), path).toEqual(expect.arrayContaining([...categories]));
      expect(all, path).toEqual(expect.arrayContaining(Object.keys(phrase)));
    }
  });
});

test('a number in a phrase is in the signs and the plural of its language', () => {
  expect(plural(languages.get('ar')!.sourceCount, 2, 'ar')).toBe('مصدران');
  expect(plural(languages.get('ar')!.sourceCount, 9, 'ar-EG')).toBe('٩ مصادر');
  expect(plural(en.sourceCount, 1, 'en')).toBe('1 source');
  expect(fill('{name} {other}', { name: 'A' })).toBe('A {other}');
});

test.each([
  ['ar', 'rtl'],
  ['fa-IR', 'rtl'],
  ['pa-Arab', 'rtl'],
  ['pa', 'ltr'],
  ['ja', 'ltr'],
])('%s is written %s', (lang, direction) => expect(directionOf(lang)).toBe(direction));

describe('words in the format of translators', () => {
  test('are phrases with names, and one plural each where they count', () => {
    const german = stringsOf(
      {
        by: 'Von {names}',
        sourceCount: '{count, plural, one {# Quelle} other {# Quellen}}',
        search: { none: 'Nichts.' },
      },
      en,
    );
    expect(german.by).toBe('Von {names}');
    expect(german.sourceCount).toEqual({ one: '{count} Quelle', other: '{count} Quellen' });
    // What is not translated yet is in the language behind it.
    expect([german.search.none, german.search.more, german.topics]).toEqual(['Nichts.', 'Show more', 'Topics']);
    expect(stringsOf({ sourceCount: '出典{count}件' }, en).sourceCount).toEqual({ other: '出典{count}件' });
  });

  test.each([
    [{ by: 'Von {names' }, 'Unexpected phrase for “by”: expected ICU MessageFormat (EXPECT_ARGUMENT_CLOSING_BRACE).'],
    [
      { search: { none: '{count, number}' } },
      'Unexpected format in “search.none”: expected words, {names} and one plural.',
    ],
  ])('tell where a phrase is not right: %j', (words, message) => expect(() => stringsOf(words, en)).toThrow(message));

  test('tell what no phrase is called', () => {
    const words = { by: 'A {names}', byy: 'B', search: { titel: 'C', none: ' ' }, kinds: 'D', sourceCount: {} };
    expect(faultsOf(words, en)).toEqual([
      {
        path: ['byy'],
        rule: 'key-known',
        reason: 'Unknown key “byy”: expected a phrase that there is.',
        nearest: 'by',
      },
      {
        path: ['search', 'titel'],
        rule: 'key-known',
        reason: 'Unknown key “search.titel”: expected a phrase that there is.',
        nearest: 'title',
      },
      { path: ['search', 'none'], rule: 'value-valid', reason: 'Missing words for “search.none”: expected a phrase.' },
      { path: ['kinds'], rule: 'value-valid', reason: 'Unexpected phrase: expected a group.' },
      { path: ['sourceCount'], rule: 'value-valid', reason: 'Unexpected group: expected a phrase.' },
    ]);
  });

  test('tell of names that are not filled, and of those that got lost', () => {
    const words = { by: '{who}', updated: 'Now', sourceCount: '{count, plural, one {# x} other {x}}', read: '{' };
    expect(faultsOf(words, en)).toEqual([
      {
        path: ['by'],
        rule: 'value-valid',
        reason: 'Unknown name {who} in “by”: expected {names}.',
        nearest: '{names}',
      },
      { path: ['updated'], rule: 'value-valid', reason: 'Missing {date} in “updated”: expected {date}.' },
      { path: ['sourceCount'], rule: 'value-valid', reason: 'Missing {count} in “sourceCount”: expected {count}.' },
      {
        path: ['read'],
        rule: 'value-valid',
        reason: 'Unexpected phrase for “read”: expected ICU MessageFormat (EXPECT_ARGUMENT_CLOSING_BRACE).',
      },
    ]);
  });

  test('are all known by their paths', () => {
    expect(phrasesIn(en)).toEqual(expect.arrayContaining(['by', 'search.none', 'kindCounts.other', 'kinds.other']));
  });
});

describe('a newsroom’s own words', () => {
  afterEach(() => useStrings({}));

  test('count before ours, those for a region before those for its language', () => {
    useStrings({ es: { sources: 'Documentos', by: 'De {names}' }, 'es-CO': { by: 'Escribe {names}' } });
    expect([stringsFor('es').sources, stringsFor('es').by]).toEqual(['Documentos', 'De {names}']);
    expect([stringsFor('es-CO').sources, stringsFor('es-CO').by]).toEqual(['Documentos', 'Escribe {names}']);
    expect(stringsFor('es-MX').topics).toBe(languages.get('es')!.topics);
    useStrings({});
    expect(stringsFor('es').sources).toBe(languages.get('es')!.sources);
  });

  test('add a language; what they lack is in the nearest', () => {
    useStrings({ gl: { sources: 'Fontes' } });
    expect([stringsFor('gl').sources, stringsFor('gl').topics]).toEqual(['Fontes', languages.get('es')!.topics]);
    expect([languageOfStrings('gl'), languageOfStrings('ca'), languageOfStrings('es-CO')]).toEqual([
      'gl',
      'es',
      'es-CO',
    ]);
  });

  test.each([
    ['nn', 'nb'],
    ['ca', 'es'],
    ['be', 'ru'],
    ['lb-LU', 'de'],
    ['sk', 'cs'],
    ['zh-TW', 'zh'],
    ['sw', 'en'],
  ])('the nearest to %s is %s', (lang, near) => {
    expect(languageOfStrings(lang)).toBe(lang === 'zh-TW' ? lang : near);
    expect(stringsFor(lang)).toBe(stringsFor(near));
  });

  test('words of the other direction are isolated, and what joins them is not', () => {
    expect(stringsFor('yi').published).toBe('\u2068Published {date}\u2069');
    expect([stringsFor('yi').comma, stringsFor('yi').quoted]).toEqual([en.comma, en.quoted]);
    expect(stringsFor('yi').sourceCount.other).toBe('\u2068{count} sources\u2069');
  });
});
