import { describe, expect, test } from 'vitest';
import { checkValue } from '../../src/document/values.ts';
import { isText, schemas } from '../../src/schema/index.ts';
import type { CollectionName } from '../../src/schema/index.ts';
import { jsonSchemaOf } from '../../src/schema/json.ts';
import { publishedCorrectionsSchema, versionSchema } from '../../src/schema/ledger.ts';
import { licenceSchema, mayChange, maySpread } from '../../src/schema/licence.ts';
import { pictureProps } from '../../src/schema/references.ts';
import { sourceSchema } from '../../src/schema/source.ts';
import { inLanguage } from '../../src/schema/translations.ts';
import { trustSchema } from '../../src/schema/trust.ts';
import { picture, storyFile, webAddress } from '../../src/schema/fields.ts';
import { z } from 'astro/zod';

/** What a newsroom writes above its texts and in its registries, and what it is told of mistakes there. */

const said = (schema: z.ZodType, value: unknown) =>
  checkValue(schema, value, { noun: 'key', placeOf: () => ({ line: 1, column: 1 }) }).map(({ reason }) => reason);

/** What was expected of each key, from messages such as “Unexpected 5 for “name”: expected the name.” */
const expectedIn = (schema: z.ZodType, value: unknown) =>
  said(schema, value).map(
    (reason) => /(?:key|for|in) “([\w.]+)”: expected (.*)\.$/.exec(reason)?.slice(1).join(': ') ?? reason,
  );

const story = { headline: 'A', description: 'B.', published: '2026-01-08', authors: ['desk'] };
const date = 'a date such as 2026-01-08 or 2026-01-08T14:00:00-05:00';
const partial = 'a date such as 2026-01-08, 2026-01 or 2026';
const web = 'a web address such as https://example.org/page';
const tag = 'a language tag such as en or es-CO';
const languages = 'languages, each with words below it';

describe('a writer is told what is expected', () => {
  test.each<[CollectionName, string[]]>([
    [
      'explainers',
      ['headline: the headline', 'description: one sentence', `published: ${date}`, 'authors: a list of authors'],
    ],
    ['notes', ['title: a title', `published: ${date}`]],
    ['policies', ['title: a title', 'description: one sentence', `published: ${date}`]],
    ['pages', ['title: a title', 'description: one sentence', `published: ${date}`]],
    [
      'outlets',
      [
        'name: the name of the outlet',
        'kind: agency, newspaper, broadcaster, site, journal, official, court, company or platform',
      ],
    ],
    ['people', ['name: the name']],
    ['authors', ['name: the name']],
    ['topics', ['name: the name']],
    ['terms', ['name: the term', 'definition: a sentence or two']],
  ])('at the least, of %s', (name, expected) => expect(expectedIn(schemas[name], {})).toEqual(expected));

  test.each<[string, z.ZodType, Record<string, unknown>, string[]]>([
    [
      'a story',
      schemas.explainers,
      {
        ...story,
        label: 'opinion',
        lang: 'English',
        translationOf: '',
        updated: 'soon',
        draft: 'yes',
        pinned: 'a week',
        authors: [],
        topics: 'trade',
        sources: [],
        corrections: 'none',
        firstPublished: { outlet: '', headline: '', url: 'there' },
        licence: { name: '', url: 'there', republish: 'yes' },
        allow: { 'single-source': '' },
      },
      [
        'label: explainer, background, analysis or fact-check',
        `lang: ${tag}`,
        'translationOf: the id of one of the explainers',
        `updated: ${date}`,
        'draft: true or false',
        `pinned: ${date}`,
        'authors: at least one author',
        'topics: a list of topics',
        'sources: ids, each with a source below it',
        'corrections: a list of notes about changes',
        'firstPublished.outlet: the id of one of the outlets',
        'firstPublished.headline: the headline there',
        `firstPublished.url: ${web}`,
        'licence.name: the name of the licence',
        `licence.url: ${web}`,
        'licence.republish: true or false',
        'Unexpected empty text for “allow.single-source”: expected the reason why.',
      ],
    ],
    [
      'rules that do not hold',
      schemas.explainers,
      { ...story, allow: [], authors: [5], topics: [''] },
      [
        'authors: the id of one of the authors',
        'topics: the id of one of the topics',
        'allow: names of the desk’s rules, each with the reason why it does not hold here',
      ],
    ],
    [
      'a source',
      sourceSchema,
      {
        outlet: '',
        by: 5,
        name: '',
        kind: 'blog',
        title: '',
        author: '',
        description: '',
        unnamed: 'yes',
        anonymity: '',
        quotedBy: '',
        published: 'soon',
        accessed: 'today',
        pages: 12,
        lang: 'English',
        url: 'there',
        archived: 'there',
        note: '',
      },
      [
        'outlet: the id of one of the outlets',
        'by: the id of one of the people',
        'name: a name for the source',
        'kind: agency, newspaper, news, statement, document, court, data, study, interview, speech, person, post, briefing or other',
        'title: the title',
        'author: the names of its authors',
        'description: a few words',
        'unnamed: true or false',
        'anonymity: why the name is not published',
        'quotedBy: the id of one of the outlets',
        `published: ${partial}`,
        `accessed: ${date}`,
        'pages: pages such as 12 or 12–14',
        `lang: ${tag}`,
        `url: ${web}`,
        `archived: ${web}`,
        'note: a sentence',
      ],
    ],
    [
      'a note',
      schemas.notes,
      { title: 'A', lang: 'x', published: '2026-01-08', updated: 'soon', sources: { 'A B': { name: 'C' } } },
      [
        `lang: ${tag}`,
        `updated: ${date}`,
        'Unexpected id “A B”: expected an id of lower-case letters, digits and hyphens.',
      ],
    ],
    [
      'a policy',
      schemas.policies,
      { title: 'A', description: 'B.', lang: 'x', published: '2026-01-08', updated: 'soon', sources: 'none' },
      [`lang: ${tag}`, `updated: ${date}`, 'sources: ids, each with a source below it'],
    ],
    [
      'an outlet',
      schemas.outlets,
      { name: 'A', kind: 'paper', url: 'there', translations: { es: { name: '', title: 'A' } } },
      [
        'kind: agency, newspaper, broadcaster, site, journal, official, court, company or platform',
        `url: ${web}`,
        'translations.es.name: the name of the outlet',
        'translations.es.title: name or description',
      ],
    ],
    [
      'a person',
      schemas.people,
      {
        name: 'A',
        institution: 'yes',
        roles: [{ from: 'x', to: 'y', translations: { es: { title: '' } } }],
        translations: [],
      },
      [
        'institution: true or false',
        'roles.title: the title of the role',
        `roles.from: ${partial}`,
        `roles.to: ${partial}`,
        'roles.translations.es.title: the title of the role',
        `translations: ${languages}`,
      ],
    ],
    [
      'an author',
      schemas.authors,
      { name: 'A', desk: 'yes', url: 'there', translations: { es: { name: '' } } },
      ['desk: true or false', `url: ${web}`, 'translations.es.name: the name'],
    ],
    [
      'a topic',
      schemas.topics,
      { name: 'A', description: '', translations: { es: { name: '', description: '' } } },
      ['description: a sentence', 'translations.es.name: the name', 'translations.es.description: a sentence'],
    ],
    [
      'a term',
      schemas.terms,
      {
        name: 'A',
        definition: 'B.',
        from: '',
        url: 'there',
        translations: { es: { name: '', definition: '', from: '' } },
      },
      [
        'from: who defines it so',
        `url: ${web}`,
        'translations.es.name: the term',
        'translations.es.definition: a sentence or two',
        'translations.es.from: who defines it so',
      ],
    ],
    [
      'what is controlled',
      trustSchema,
      { social: 'none', contact: 'mail', vendor: ['there'] },
      ['social: a list of web addresses', `vendor: ${web}`, 'contact: a list of contacts'],
    ],
    ['a contact', trustSchema, { contact: [''] }, ['contact: an address, a telephone number or an e-mail address']],
    [
      'a version of a story',
      versionSchema,
      { date: 'x', headline: '', description: '', text: 'A' },
      [`date: ${date}`, 'headline: the headline', 'description: one sentence', 'text: a list of paragraphs'],
    ],
    [
      'its words',
      versionSchema,
      { date: '2026', headline: 'A', description: 'B', text: [5] },
      [`date: ${date}`, 'text: a paragraph'],
    ],
  ])('of %s', (_, schema, value, expected) => expect(expectedIn(schema, value)).toEqual(expected));
});

describe('what belongs together', () => {
  const note = (more: object) => ({
    ...story,
    corrections: [{ date: '2026-01-10', kind: 'update', now: 'A', ...more }],
  });
  const source = (more: object) => ({ ...story, sources: { a: { name: 'A', ...more } } });

  test.each<[string, object, string[]]>([
    ['a correction says what was wrong', note({ kind: 'correction' }), ['corrections.was: what the story said']],
    ['a correction that does', note({ kind: 'correction', was: 'B' }), []],
    ['a clarification need not', note({ kind: 'clarification' }), []],
    ['a note says something', note({ now: undefined }), ['corrections.now: what the story says now, or a “note”']],
    ['a note in words of its own', note({ now: undefined, note: 'B.' }), []],
    [
      'a withdrawal says of what',
      note({ kind: 'withdrawal' }),
      ['corrections.withdraws: the date of the note that is taken back'],
    ],
    ['a withdrawal that does', note({ kind: 'withdrawal', withdraws: '2026-01-09' }), []],
    [
      'nothing else withdraws',
      note({ withdraws: '2026-01-09' }),
      ['corrections.withdraws: it only with “kind: withdrawal”'],
    ],
    [
      'a note is of a kind',
      note({ kind: 'erratum' }),
      ['corrections.kind: correction, clarification, update or withdrawal'],
    ],
    ['a note is serious or not', note({ severity: 'bad' }), ['corrections.severity: serious or minor']],
    [
      'a note has words',
      note({ was: '', now: '', note: '', withdraws: 'x' }),
      [
        'corrections.was: what the story said',
        'corrections.now: what the story says now',
        'corrections.note: a sentence or two',
        `corrections.withdraws: ${date}`,
      ],
    ],
    [
      'a source has a name',
      { ...story, sources: { a: { title: 'B' } } },
      ['sources.a: an outlet, a person (“by”) or a name'],
    ],
    ['an outlet is one', { ...story, sources: { a: { outlet: 'reuters' } } }, []],
    ['a person is one', { ...story, sources: { a: { by: 'jane' } } }, []],
    [
      'a source without a name in public says who it is and why',
      source({ unnamed: true }),
      [
        'sources.a.description: who the unnamed source is, as closely as can be said',
        'sources.a.anonymity: why the name is not published',
      ],
    ],
    ['an unnamed source that does', source({ unnamed: true, description: 'an aide', anonymity: 'fear' }), []],
    [
      'only an unnamed source has a reason',
      source({ anonymity: 'fear' }),
      ['sources.a.unnamed: “unnamed: true” beside “anonymity”'],
    ],
  ])('%s', (_, value, expected) => {
    expect(expectedIn(schemas.explainers, value)).toEqual(expected);
  });

  test.each(['a', 'a1', 'trump-post', '2026-report-2'])('“%s” is the id of a source', (id) =>
    expect(said(schemas.explainers, { ...story, sources: { [id]: { name: 'A' } } })).toEqual([]),
  );
  test.each(['A', 'a_b', '-a', 'a-', 'a--b', 'a b', 'é'])('“%s” is no id of a source', (id) =>
    expect(said(schemas.explainers, { ...story, sources: { [id]: { name: 'A' } } })).toHaveLength(1),
  );
});

test('what a writer leaves out is filled in', () => {
  expect(schemas.explainers.parse(story)).toEqual({
    ...story,
    label: 'explainer',
    topics: [],
    sources: {},
    corrections: [],
  });
  expect(schemas.people.parse({ name: 'A' })).toEqual({ name: 'A', roles: [] });
  expect(trustSchema.parse({})).toEqual({
    belongto: [],
    member: [],
    control: [],
    controlledby: [],
    social: [],
    vendor: [],
    customer: [],
    disclosure: [],
    contact: [],
  });
  const [note] = publishedCorrectionsSchema.parse([{ date: '2026-01-10', kind: 'update', now: 'A' }]);
  expect(note!.severity).toBe('minor');
});

test('no key is taken that nobody knows', () => {
  for (const name of Object.keys(schemas) as CollectionName[])
    expect(said(schemas[name], { colour: 'red' }), name).toContainEqual(
      expect.stringContaining('Unexpected key “colour”'),
    );
  for (const schema of [trustSchema, versionSchema, licenceSchema])
    expect(said(schema, { colour: 'red' })).toContainEqual(expect.stringContaining('Unexpected key “colour”'));
});

test('an editor shows what each key is for, in a sentence', () => {
  const told: string[] = [];
  const walk = (node: unknown, path: string) => {
    if (typeof node !== 'object' || node === null) return;
    for (const [key, value] of Object.entries((node as { properties?: object }).properties ?? {})) {
      const { description } = value as { description?: string };
      // Words of another language are those of the key itself.
      if (!path.includes('translations')) told.push(`${path}.${key}: ${description ?? ''}`);
    }
    for (const [key, value] of Object.entries(node)) walk(value, `${path}.${key}`);
  };
  for (const name of Object.keys(schemas) as CollectionName[]) walk(jsonSchemaOf(name), name);
  walk(z.toJSONSchema(trustSchema, { io: 'input' }), 'trust');
  expect(told.length).toBeGreaterThan(100);
  expect(told.filter((line) => !/: (\p{Lu}|the ).{8,}[.…}]$/u.test(line))).toEqual([]);
});

test('an editor asks only for the keys that a writer cannot do without', () => {
  expect(jsonSchemaOf('people')).toMatchObject({ required: ['name'] });
  expect(jsonSchemaOf('explainers')).toMatchObject({ required: ['headline', 'description', 'published', 'authors'] });
});

test('stories, notes, policies and pages are texts; the registries are not', () => {
  const names = Object.keys(schemas) as CollectionName[];
  expect(names.filter(isText)).toEqual(['explainers', 'notes', 'policies', 'pages']);
  expect(names.filter((name) => !isText(name))).toEqual(['outlets', 'people', 'authors', 'topics', 'terms']);
});

test.each([
  [{ name: 'CC BY 4.0' }, true, true],
  [{ name: 'CC-BY-SA 4.0' }, true, true],
  [{ name: 'CC0' }, true, true],
  [{ name: 'Creative Commons Attribution' }, true, true],
  [{ name: 'CC BY-ND 4.0' }, true, false],
  [{ name: 'cc by-nc-nd 4.0' }, true, false],
  [{ name: 'Creative Commons Attribution-NoDerivatives' }, true, false],
  [{ name: 'Ours', url: 'https://creativecommons.org/licenses/by/4.0/' }, true, true],
  [{ name: 'Ours', url: 'http://creativecommons.org/licenses/by-nd/4.0/' }, true, false],
  [{ name: 'Ours', url: 'https://creativecommons.org/licenses/by-nc-nd/4.0/' }, true, false],
  [{ name: 'Ours', url: 'https://a.example/?https://creativecommons.org/licenses/by/4.0/' }, false, false],
  [{ name: 'Not CC BY' }, false, false],
  [{ name: 'ACC BYLAW' }, false, false],
  [{ name: 'MIT', republish: true }, true, false],
  [{ name: 'CC BY 4.0', republish: false }, false, true],
])('under %j others may republish: %s, and change the words: %s', (licence, spread, change) =>
  expect([maySpread(licence), mayChange(licence)]).toEqual([spread, change]),
);

describe('a file beside a story', () => {
  const isIn = (path: string) => storyFile(['csv', 'json']).safeParse(path).success;
  test.each(['a.csv', 'data/a.JSON', './a.csv', 'a..b.csv', ' a.csv '])('is %s', (path) =>
    expect(isIn(path)).toBe(true),
  );
  test.each([
    'a.xlsx',
    'a.csv.txt',
    'acsv',
    '',
    '/a.csv',
    '\\a.csv',
    '../a.csv',
    'a/../../b.csv',
    'a\\..\\b.csv',
    'C:a.csv',
  ])('is not “%s”', (path) => expect(isIn(path)).toBe(false));
  test('is told of with what it may be', () => {
    const file = z.strictObject({ file: storyFile(['csv', 'json']), image: picture() });
    expect(expectedIn(file, { file: '', image: '' })).toEqual([
      'file: the name of a .csv or .json file beside the story',
      'image: the name of a picture beside the story',
    ]);
    expect(expectedIn(file, { file: 'a.txt', image: '../b.jpg' })).toEqual([
      'file: the name of a .csv or .json file beside the story',
      'image: the name of a picture beside the story',
    ]);
    expect(pictureProps(file, { file: 'a.csv', image: 'b.jpg' })).toEqual([{ src: 'b.jpg', path: ['image'] }]);
  });
  test.each(['https://exa mple.org/', 'https://exa_mple.org/', 'https://'])('is no address: %s', (url) =>
    expect(webAddress().safeParse(url).success).toBe(false),
  );
});

test('an entry has its words in a language, else those of the wider region, else its own', () => {
  const entry = {
    name: 'Presidency',
    count: 2,
    roles: [{ title: 'President', translations: { es: { title: 'presidente' } } }],
    translations: { es: { name: 'Presidencia' }, 'es-CO': { name: 'Presidencia de la República' } },
  };
  expect(inLanguage(entry, 'es-CO')).toMatchObject({
    name: 'Presidencia de la República',
    roles: [{ title: 'presidente' }],
  });
  expect(inLanguage(entry, 'es-MX')).toMatchObject({ name: 'Presidencia', roles: [{ title: 'presidente' }] });
  expect(inLanguage(entry, 'fr')).toEqual({ name: 'Presidency', count: 2, roles: [{ title: 'President' }] });
  expect(inLanguage(null, 'fr')).toBeNull();
});
