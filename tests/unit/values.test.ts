import { describe, expect, test } from 'vitest';
import { z } from 'astro/zod';
import { errorAt } from '../../src/document/message.ts';
import type { RuleId } from '../../src/document/rule-ids.ts';
import { isMissing, isWordsAt, checkValue, wantedBy } from '../../src/document/values.ts';
import type { ValueKind } from '../../src/document/values.ts';
import { storySchema } from '../../src/schema/story.ts';

/** The mistakes of a value, each with where it is, its rule and the nearest right answer. */
function wrong(schema: z.ZodType, value: unknown, kind: Partial<ValueKind> = {}) {
  const places: string[] = [];
  const placeOf = (path: readonly (string | number)[], at: 'key' | 'value') => {
    places.push(`${path.join('.')}@${at}`);
    return { line: places.length, column: 1 };
  };
  return checkValue(schema, value, { noun: 'key', placeOf, ...kind }).map(({ line, reason, ruleId, expected, path }) =>
    [
      places[line - 1],
      reason,
      ruleId,
      ...(expected ?? []),
      ...(places[line - 1]!.startsWith(path.join('.')) ? [] : ['elsewhere']),
    ].join(' | '),
  );
}

const schema = z.strictObject({
  name: z.string(),
  kind: z.enum(['agency', 'newspaper']).optional(),
  count: z.number().min(2).max(5).optional(),
  short: z.string().max(3, 'at most three letters').optional(),
  tags: z.array(z.string()).optional(),
  few: z.array(z.string()).min(2).max(3).optional(),
  isOpen: z.boolean().optional(),
  place: z.strictObject({ town: z.string(), country: z.string().optional() }).optional(),
  people: z
    .record(z.string().regex(/^[a-z-]+$/, 'an id of small letters'), z.strictObject({ role: z.string() }))
    .optional(),
  either: z.union([z.string(), z.number()]).optional(),
});
const name = { name: 'A' };

describe('what is wrong with a value', () => {
  test.each<[value: unknown, ...messages: string[]]>([
    [name],
    [{}, 'name@key | Missing key “name”: expected text. | key-required'],
    [{ name: null }, 'name@key | Missing value for “name”: expected text. | key-required'],
    [{ name: 3 }, 'name@value | Unexpected 3 for “name”: expected text. | value-valid'],
    [{ name: true }, 'name@value | Unexpected true for “name”: expected text. | value-valid'],
    [{ name: [] }, 'name@value | Unexpected empty list for “name”: expected text. | value-valid'],
    [{ name: ['a'] }, 'name@value | Unexpected list for “name”: expected text. | value-valid'],
    [{ name: { a: 1 } }, 'name@value | Unexpected group of keys for “name”: expected text. | value-valid'],
    [
      { ...name, kind: 'agancy' },
      'kind@value | Unexpected “agancy” for “kind”: expected agency or newspaper. | value-valid | agency',
    ],
    [
      { ...name, kind: ' ' },
      'kind@value | Unexpected empty text for “kind”: expected agency or newspaper. | value-valid',
    ],
    [{ ...name, count: 1 }, 'count@value | Unexpected 1 for “count”: expected at least 2. | value-valid'],
    [{ ...name, count: 6 }, 'count@value | Unexpected 6 for “count”: expected at most 5. | value-valid'],
    [{ ...name, count: '3' }, 'count@value | Unexpected “3” for “count”: expected a number. | value-valid'],
    [
      { ...name, short: 'four' },
      'short@value | Unexpected “four” for “short”: expected at most three letters. | value-valid',
    ],
    [{ ...name, tags: 'one' }, 'tags@value | Unexpected “one” for “tags”: expected a list. | value-valid | [one]'],
    [{ ...name, tags: ['a', 2] }, 'tags.1@value | Unexpected 2 in “tags”: expected text. | value-valid'],
    [{ ...name, few: ['a'] }, 'few@value | Unexpected list for “few”: expected at least 2 in the list. | value-valid'],
    [
      { ...name, few: ['a', 'b', 'c', 'd'] },
      'few@value | Unexpected list for “few”: expected at most 3 in the list. | value-valid',
    ],
    [{ ...name, isOpen: 'yes' }, 'isOpen@value | Unexpected “yes” for “isOpen”: expected true or false. | value-valid'],
    [
      { ...name, place: 'Lima' },
      'place@value | Unexpected “Lima” for “place”: expected a group such as { town: … }. | value-valid',
    ],
    [{ ...name, place: {} }, 'place.town@key | Missing key “place.town”: expected text. | key-required'],
    [
      { ...name, place: { twon: 'Lima' } },
      'place.twon@key | Unexpected key “place.twon”: expected town or country. | key-known | town',
    ],
    [
      { ...name, place: { town: 'Lima', xyz: 1 } },
      'place.xyz@key | Unexpected key “place.xyz”: expected town or country. | key-known',
    ],
    [
      { ...name, people: { 'Jane Doe': { role: 'a' } } },
      'people.Jane Doe@key | Unexpected id “Jane Doe”: expected an id of small letters. | value-valid | jane-doe',
    ],
    [
      { ...name, people: { jane: {} } },
      'people.jane.role@key | Missing key “people.jane.role”: expected text. | key-required',
    ],
    [
      { ...name, either: true },
      'either@value | Unexpected true for “either”: expected text or a number. | value-valid',
    ],
    // A key in line with the one that it belongs to.
    [
      { ...name, place: null, town: 'Lima' },
      'town@key | Unexpected “town” in line with “place”: expected spaces before it, as it belongs to “place”. | value-valid',
    ],
    [
      { ...name, people: null, jane: { role: 'a' } },
      'jane@key | Unexpected “jane” in line with “people”: expected spaces before it, as it belongs to “people”. | value-valid',
    ],
    [
      { ...name, people: null, jane: 'a' },
      'jane@key | Unexpected key “jane”: expected name, kind, count, short, tags, few, isOpen, place, people or either. | key-known',
      'people@key | Missing value for “people”: expected a group of keys. | key-required',
    ],
    ['text', '@value | Unexpected “text”: expected lines such as “name: …”. | value-valid'],
    [undefined, '@key | Missing keys: expected lines such as “name: …”. | key-required'],
    [null, '@key | Missing value: expected lines such as “name: …”. | key-required'],
  ])('%j', (value, ...messages) => expect(wrong(schema, value).sort()).toEqual(messages.sort()));

  test('a misspelt key is not missing as well, and only unused ones are near', () => {
    expect(wrong(schema, { nmae: 'A' })).toEqual([
      'nmae@key | Unexpected key “nmae”: expected name, kind, count, short, tags, few, isOpen, place, people or either. | key-known | name',
    ]);
    expect(wrong(schema, { name: 'A', nmae: 'B' })).toEqual([
      'nmae@key | Unexpected key “nmae”: expected name, kind, count, short, tags, few, isOpen, place, people or either. | key-known',
    ]);
  });

  test('of a component it is a prop, of a newsroom a setting', () => {
    const on = { noun: 'prop', where: ' on <Fact>' } as const;
    expect(wrong(schema, { nam: 'A' }, on)[0]).toMatch(
      /^nam@key \| Unexpected prop “nam” on <Fact>: expected name, .*\. \| prop-known \| name$/,
    );
    expect(wrong(schema, {}, on)).toEqual(['name@key | Missing prop “name” on <Fact>: expected text. | prop-required']);
    expect(wrong(schema, { name: 1 }, on)).toEqual([
      'name@value | Unexpected 1 for “name” on <Fact>: expected text. | prop-valid',
    ]);
    expect(wrong(schema, {}, { noun: 'setting' })).toEqual([
      'name@key | Missing setting “name”: expected text. | key-required',
    ]);
    expect(wrong(z.strictObject({}), { a: 1 }, on)).toEqual([
      'a@key | Unexpected prop “a” on <Fact>: expected no props. | prop-known',
    ]);
  });

  test('a rule that asks for one of several keys tells that one is missing', () => {
    const one = z.object({ a: z.string().optional() }).refine(({ a }) => a, 'a or b');
    expect(wrong(one, {})).toEqual(['@key | Missing key: expected a or b. | key-required']);
    expect(wrong(z.object({ in: one }), { in: {} })).toEqual([
      'in@key | Missing key in “in”: expected a or b. | key-required',
    ]);
    const list = z.array(z.string()).refine((items) => items.length, 'one at least');
    expect(wrong(z.object({ in: list }), { in: [] })).toEqual([
      'in@value | Unexpected empty list for “in”: expected one at least. | value-valid',
    ]);
  });

  test('a rule may name the nearest right answer', () => {
    const shout = z
      .string()
      .superRefine((text, { addIssue }) =>
        addIssue({ code: 'custom', message: 'small letters', params: { suggestion: text.toLowerCase() } }),
      );
    expect(wrong(z.object({ a: shout }), { a: 'A' })).toEqual([
      'a@value | Unexpected “A” for “a”: expected small letters. | value-valid | a',
    ]);
  });

  test('no password is told, and no more than 60 characters', () => {
    const number = z.object({ a: z.number() });
    expect(wrong(number, { a: 'https://me:secret@example.org/x' })[0]).toContain('“https://…@example.org/x”');
    expect(wrong(number, { a: 'x'.repeat(61) })[0]).toContain(`“${'x'.repeat(59)}…”`);
    expect(wrong(number, { a: 'x'.repeat(60) })[0]).toContain(`“${'x'.repeat(60)}”`);
  });

  test('of a thousand mistakes a hundred are told', () => {
    const found = wrong(z.object({ a: z.array(z.number()) }), { a: Array.from({ length: 1101 }, () => 'x') });
    expect(found).toHaveLength(101);
    expect(found.at(-1)).toBe(
      '@key | Unexpected 1,001 more mistakes: expected these 100 to be mended first. | value-valid',
    );
    expect(wrong(z.object({ a: z.array(z.number()) }), { a: Array.from({ length: 100 }, () => 'x') })).toHaveLength(
      100,
    );
  });
});

test('what is missing is told from what is wrong by its rule', () => {
  const ask = (ruleId: RuleId) => isMissing(errorAt({ line: 1, column: 1 }, ruleId, ''));
  expect([ask('key-required'), ask('prop-required'), ask('key-known')]).toEqual([true, true, false]);
});

test('what stands at a path is words for readers, or not', () => {
  const at = (...path: (string | number)[]) => isWordsAt(storySchema, path);
  expect([
    at('headline'),
    at('description'),
    at('published'),
    at('topics', 0),
    at('sources', 'a', 'name'),
    at('sources', 'a', 'outlet'),
    at('corrections', 0, 'was'),
    at('nothing'),
    at('picture', 'file'),
  ]).toEqual([true, true, false, false, true, false, true, false, false]);
});

test('what a schema wants, in words', () => {
  expect(
    [
      z.string(),
      z.number(),
      z.boolean(),
      z.array(z.string()),
      z.enum(['a', 'b', 'c']),
      z.string('an id'),
      z.unknown(),
      z.union([z.string(), z.array(z.string())]),
      z.date(),
    ].map(wantedBy),
  ).toEqual([
    'text',
    'a number',
    'true or false',
    'a list',
    'a, b or c',
    'an id',
    'any value',
    'text or a list',
    'a group of keys',
  ]);
});
