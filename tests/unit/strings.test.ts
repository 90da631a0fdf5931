import { describe, expect, test } from 'vitest';
import { languages } from '../../src/strings/index.ts';
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
    for (const [path, phrase] of phrases) {
      if (typeof phrase !== 'string') expect(Object.keys(phrase).sort(), path).toEqual([...categories].sort());
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
