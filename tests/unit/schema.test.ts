import { z } from 'astro/zod';
import { describe, expect, test } from 'vitest';
import { dateOrMoment, language, partialDate, picture, reference, text, webAddress } from '../../src/schema/fields.ts';
import { nearest } from '../../src/schema/nearest.ts';
import { roleOn } from '../../src/schema/person.ts';
import { anyOf, cut } from '../../src/document/message.ts';
import { checkValue } from '../../src/document/values.ts';
import { referencesIn } from '../../src/schema/references.ts';
import { sourceSchema } from '../../src/schema/source.ts';

describe('nearest', () => {
  test.each([
    ['headlin', ['lang', 'headline'], 'headline'],
    ['reuter', ['reuters-call', 'trump-post'], 'reuters-call'],
    ['reuters-call', ['reuters', 'afp'], 'reuters'],
    ['REUTERS', ['reuters'], 'reuters'],
    ['reutres', ['reuters', 'router'], 'reuters'],
    ['presidency', ['residents', 'presidency-of-colombia'], 'presidency-of-colombia'],
    // The same letters in another order, though half of them are elsewhere.
    ['bimp', ['bipm'], 'bipm'],
    // Two in five changed, and no more.
    ['abcde', ['abcxy'], 'abcxy'],
    ['abcd', ['abxy'], undefined],
    // The nearest, wherever it stands; of two as near, the first.
    ['reuters', ['reuters', 'router'], 'reuters'],
    ['headlin', ['headlins', 'headline'], 'headlins'],
    // A short word is in nearly every long one.
    ['id', ['video'], undefined],
    ['weather', ['cities', 'police'], undefined],
    ['any', [], undefined],
  ])('%s of %j is %s', (word, candidates, best) => expect(nearest(word, candidates)).toBe(best));
});

describe('fields', () => {
  const said = (schema: z.ZodType, value: unknown) => schema.safeParse(value).error?.issues[0]?.message;
  const any = 'a date such as 2026-01-08 or 2026-01-08T14:00:00-05:00';
  const partial = 'a date such as 2026-01-08, 2026-01 or 2026';
  const calendar = 'a day that is in the calendar';
  const zone = (value: string) => `a time with its zone, such as ${value}Z or ${value}-05:00`;

  test.each([
    [dateOrMoment(), '2026-01-08', undefined],
    [dateOrMoment(), '2024-02-29', undefined],
    [dateOrMoment(), '2026-01-08T14:00:00-05:00', undefined],
    [dateOrMoment(), '2026-01-08T14:00Z', undefined],
    [dateOrMoment(), '2026-02-29', calendar],
    [dateOrMoment(), '2026-13-01', calendar],
    [dateOrMoment(), '2026-02-30T14:00:00Z', calendar],
    [dateOrMoment(), '2026-01-08T14:00', zone('2026-01-08T14:00')],
    [dateOrMoment(), '2026-01-08T14:00:30', zone('2026-01-08T14:00:30')],
    [dateOrMoment(), '2026-01-08T25:00:00Z', 'a time of day from 00:00 to 23:59'],
    [dateOrMoment(), '2026-01-08T14:00:00+25:00', any],
    [dateOrMoment(), '2026-01-08 14:00', any],
    [dateOrMoment(), '2026-1-8', any],
    [dateOrMoment(), 'on 2026-02-30', any],
    [dateOrMoment(), '2026', any],
    [dateOrMoment(), 2026, any],
    [partialDate(), '2026', undefined],
    [partialDate(), '2026-01', undefined],
    [partialDate(), '2026-01-08', undefined],
    [partialDate(), '2026-00', partial],
    [partialDate(), '2026-13', partial],
    [partialDate(), 'spring', partial],
    [text('the headline'), 'A', undefined],
    [text('the headline'), ' \n', 'the headline'],
    [text('the headline'), 5, 'the headline'],
    [text(), '', 'text'],
    [picture(), 'a/../map.png', 'the name of a picture beside the story'],
    [picture(), 'a/..', 'the name of a picture beside the story'],
    [picture(), 'map..png', undefined],
    [webAddress(), 'http://example.org/', undefined],
    [webAddress(), 'xhttp://example.org/', 'a web address such as https://example.org/page'],
    [webAddress(), 'httpsx://example.org/', 'a web address such as https://example.org/page'],
    [webAddress(), 'https://example.org/a?b#c', undefined],
    [webAddress(), 'example.org', 'a web address such as https://example.org/page'],
    [webAddress(), 'ftp://example.org', 'a web address such as https://example.org/page'],
    [webAddress(), 'javascript:alert(1)', 'a web address such as https://example.org/page'],
    [language(), 'es-CO', undefined],
    [language(), 'zh-Hant-TW', undefined],
    [language(), 'English', 'a language tag such as en or es-CO'],
    [language(), 'en-', 'a language tag such as en or es-CO'],
    [language(), 'en_GB', 'a language tag such as en or es-CO'],
  ])('%# %j: %s', (schema, value, expected) => expect(said(schema, value)).toBe(expected));

  test('text is kept without the space around it', () => expect(text().parse(' A ')).toBe('A'));
});

describe('roleOn', () => {
  const roles = [
    { title: 'Governor', from: '2024-01-01' },
    { title: 'Mayor', from: '2020', to: '2023-12-31' },
    { title: 'Member', to: '2018' },
  ];
  test.each([
    ['2018-12-31', 'Member'],
    ['2019-01-01', undefined],
    ['2020', 'Mayor'],
    ['2020-03', 'Mayor'],
    ['2023-12-31T23:59:00-05:00', 'Mayor'],
    ['2024-01-01', 'Governor'],
    ['2030', 'Governor'],
  ])('on %s: %s', (day, title) => expect(roleOn({ name: 'Jane Doe', roles }, day)).toBe(title));

  test('on the day of a change it is the new one', () => {
    const person = {
      name: 'Jane Doe',
      roles: [
        { title: 'New', from: '2024-01-01' },
        { title: 'Old', to: '2024-01-01' },
      ],
    };
    expect(roleOn(person, '2024-01-01')).toBe('New');
  });
  test('a day known by its year is in every role of that year', () =>
    expect(
      roleOn({ name: 'Jane Doe', roles: [{ title: 'Mayor', from: '2024-05-01', to: '2024-06-01' }] }, '2024'),
    ).toBe('Mayor'));
  test('without roles it is none', () => expect(roleOn({ name: 'Jane Doe', roles: [] }, '2024')).toBeUndefined());
});

describe('checkValue', () => {
  const schema = z.strictObject({
    title: text('the title'),
    kind: z.enum(['agency', 'court']).optional(),
    count: z.number().min(2).max(3).optional(),
    tags: z.array(text('a tag'), 'a list of tags').min(1, 'at least one tag').optional(),
    part: z.strictObject({ name: text('a name') }).optional(),
    parts: z.record(z.string().regex(/^[a-z-]+$/, 'a plain id'), z.strictObject({ name: text('a name') })).optional(),
    either: z.union([z.number(), z.boolean()]).optional(),
    short: z.string().max(3).optional(),
    lists: z.array(z.number()).max(1).optional(),
  });
  const places = { key: { line: 1, column: 1 }, value: { line: 2, column: 1 } };
  const keys = 'title, kind, count, tags, part, parts, either, short or lists';
  const title = 'A';

  test.each<[unknown, string[]]>([
    [{ title }, []],
    [{}, ['key missing title: Missing key “title”: expected the title.']],
    [{ title: null }, ['key missing title: Missing value for “title”: expected the title.']],
    [{ title: '' }, ['value invalid title: Unexpected empty text for “title”: expected the title.']],
    [{ title: true }, ['value invalid title: Unexpected true for “title”: expected the title.']],
    [{ title: {} }, ['value invalid title: Unexpected group of keys for “title”: expected the title.']],
    [{ titel: 'A' }, [`key unknown titel: Unexpected key “titel”: expected ${keys}. → title`]],
    // What is there already was not meant.
    [{ title, titel: 'A' }, [`key unknown titel: Unexpected key “titel”: expected ${keys}.`]],
    [{ title, ['__proto__x']: 1 }, [`key unknown __proto__x: Unexpected key “__proto__x”: expected ${keys}.`]],
    [{ title, kind: 'curt' }, ['value invalid kind: Unexpected “curt” for “kind”: expected agency or court. → court']],
    [{ title, kind: 5 }, ['value invalid kind: Unexpected 5 for “kind”: expected agency or court.']],
    [{ title, count: '2' }, ['value invalid count: Unexpected “2” for “count”: expected a number.']],
    [{ title, count: 1 }, ['value invalid count: Unexpected 1 for “count”: expected at least 2.']],
    [{ title, count: 4 }, ['value invalid count: Unexpected 4 for “count”: expected at most 3.']],
    [{ title, tags: 'one' }, ['value invalid tags: Unexpected “one” for “tags”: expected a list of tags. → [one]']],
    [{ title, tags: [] }, ['value invalid tags: Unexpected empty list for “tags”: expected at least one tag.']],
    [{ title, tags: ['a', ['b']] }, ['value invalid tags.1: Unexpected list in “tags”: expected a tag.']],
    [{ title, tags: [null] }, ['key missing tags.0: Missing value in “tags”: expected a tag.']],
    [{ title, part: 'B' }, ['value invalid part: Unexpected “B” for “part”: expected a group such as { name: … }.']],
    [{ title, part: {} }, ['key missing part.name: Missing key “part.name”: expected a name.']],
    [{ title, part: { nam: 'B' } }, ['key unknown part.nam: Unexpected key “part.nam”: expected name. → name']],
    [
      { title, parts: { 'A B': { name: 'B' } } },
      ['key invalid parts.A B: Unexpected id “A B”: expected a plain id. → a-b'],
    ],
    [{ title, parts: [] }, ['value invalid parts: Unexpected empty list for “parts”: expected a group of keys.']],
    [
      { title, either: 'x' },
      ['value invalid either: Unexpected “x” for “either”: expected a number or true or false.'],
    ],
    [{ title, short: 'long' }, ['value invalid short: Unexpected “long” for “short”: expected at most 3 characters.']],
    [{ title, lists: [1, 2] }, ['value invalid lists: Unexpected list for “lists”: expected at most 1 in the list.']],
    ['text', ['value invalid : Unexpected “text”: expected lines such as “title: …”.']],
    [undefined, ['key missing : Missing keys: expected lines such as “title: …”.']],
  ])('%# %j', (value, expected) => {
    const kinds: Record<string, string> = {
      'key-known': 'unknown',
      'key-required': 'missing',
      'value-valid': 'invalid',
    };
    const said = checkValue(schema, value, { noun: 'key', placeOf: (_, at) => places[at] }).map(
      ({ line, ruleId, path, reason, expected: [nearest] = [] }) =>
        `${line === places.key.line ? 'key' : 'value'} ${kinds[ruleId]} ${path.join('.')}: ${reason}${nearest ? ` → ${nearest}` : ''}`,
    );
    expect(said).toEqual(expected);
  });

  test('a rule about a whole group faults the group, and not where a key in it was misspelt', () => {
    const reasons = (value: unknown) =>
      checkValue(z.strictObject({ wire: sourceSchema }), value, { noun: 'key', placeOf: () => places.key }).map(
        ({ reason }) => reason,
      );
    expect(reasons({ wire: {} })).toEqual(['Missing key in “wire”: expected an outlet, a person (“by”) or a name.']);
    expect(reasons({ wire: { outlt: 'reuters' } })).toEqual([expect.stringContaining('Unexpected key “wire.outlt”')]);
    expect(reasons({ wire: { colour: 'red' } })).toHaveLength(2);
  });

  test('says where a value belongs, and what it is called there', () => {
    const [problem] = checkValue(schema, {}, { noun: 'prop', where: ' on <Map>', placeOf: () => places.key });
    expect(problem?.reason).toBe('Missing prop “title” on <Map>: expected the title.');
  });
});

test.each([
  [[], 'nothing'],
  [['a'], 'a'],
  [['a', 'b'], 'a or b'],
  [['a', 'b', 'c'], 'a, b or c'],
])('anyOf %j is “%s”', (names, words) => expect(anyOf(names)).toBe(words));

test('cut keeps sixty signs', () => {
  expect(cut('a'.repeat(60))).toBe('a'.repeat(60));
  expect(cut('a'.repeat(61))).toBe(`${'a'.repeat(59)}…`);
});

describe('referencesIn', () => {
  const source = z.strictObject({ outlet: reference('outlets').optional(), title: text() });
  const schema = z.strictObject({
    authors: z.array(reference('authors')).min(1),
    topics: z.array(reference('topics')).default([]),
    sources: z
      .record(
        z.string(),
        source.refine(() => true),
      )
      .default({}),
    title: text().optional(),
  });
  test.each<[string, unknown, unknown[]]>([
    [
      'in lists',
      { authors: ['desk', 'jane'] },
      [
        ['authors', 'desk', 'authors.0'],
        ['authors', 'jane', 'authors.1'],
      ],
    ],
    [
      'in groups under any id',
      { sources: { wire: { outlet: 'reuters' }, constructor: { outlet: 'afp' } } },
      [
        ['outlets', 'reuters', 'sources.wire.outlet'],
        ['outlets', 'afp', 'sources.constructor.outlet'],
      ],
    ],
    ['not in what is no reference', { title: 'desk' }, []],
    [
      'not in a value of another shape',
      { authors: 'desk', topics: [5, null, ['a']], sources: [{ outlet: 'afp' }] },
      [['outlets', 'afp', 'sources.0.outlet']],
    ],
    ['not in an empty id', { authors: ['', ' '] }, []],
    ['not in keys that every object has', JSON.parse('{ "__proto__": { "outlet": "a" }, "toString": "b" }'), []],
    ['not in nothing', undefined, []],
  ])('%s', (_, value, expected) => {
    expect(referencesIn(schema, value).map(({ to, id, path }) => [to, id, path.join('.')])).toEqual(expected);
  });
});
