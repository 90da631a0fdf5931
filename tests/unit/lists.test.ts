import { describe, expect, test, vi } from 'vitest';
import { frontOf } from '../../src/stories/front.ts';
import type { Front } from '../../src/stories/front.ts';
import { nextOf } from '../../src/stories/next.ts';
import { relatedTo } from '../../src/stories/related.ts';
import { paginate } from '../../src/stories/pagination.ts';
import { groupStories } from '../../src/stories/groups.ts';
import type { Registries, Story } from '../../src/stories/story.ts';
import { onceEach, withTranslations } from '../../src/stories/translations.ts';

/** A story with what lists look at. */
const story = (
  id: string,
  published: string,
  {
    topics = [],
    people = [],
    notes = [],
    facts = {},
    ...more
  }: { topics?: string[]; people?: string[]; notes?: string[] } & Partial<
    Pick<Story, 'lang' | 'pinned' | 'translationOf' | 'picture' | 'sources' | 'corrections'>
  > & { facts?: object } = {},
): Story =>
  ({
    id,
    published,
    headline: id,
    description: id,
    lang: 'en',
    topics: topics.map((topic) => ({ id: topic, name: topic })),
    authors: [],
    sources: [],
    corrections: [],
    people: Object.fromEntries(people.map((person) => [person, { name: person, roles: [] }])),
    document: { notes, steps: [], unknowns: 0, ...facts },
    ...more,
  }) as unknown as Story;

const any = { get: (name: string) => ({ name }) } as never;
const registries = { topics: any, people: any, authors: any, outlets: any, terms: any } as Registries;
const ids = (stories: readonly { id: string }[]) => stories.map(({ id }) => id);
const days = (count: number, make: (day: string, number: number) => Story) =>
  Array.from({ length: count }, (_, index) =>
    make(new Date(Date.UTC(2026, 0, 1 + index)).toISOString().slice(0, 10), index + 1),
  ).reverse();

describe('pages of a list', () => {
  const list = (count: number) => Array.from({ length: count }, (_, index) => count - index);

  test.each([
    [0, [[]]],
    [1, [[1]]],
    [5, [[5, 4, 3, 2, 1]]],
    [
      6,
      [
        [6, 5, 4],
        [3, 2, 1],
      ],
    ],
    [
      8,
      [
        [8, 7, 6, 5, 4],
        [3, 2, 1],
      ],
    ],
    [
      9,
      [
        [9, 8, 7],
        [6, 5, 4],
        [3, 2, 1],
      ],
    ],
  ])('of %i items, three a page', (count, expected) => {
    const sheets = paginate(list(count), 3);
    expect(sheets.map(({ items }) => items)).toEqual(expected);
    expect(sheets.map(({ number }) => number)).toEqual([
      undefined,
      ...expected.slice(1).map((_, index) => expected.length - 1 - index),
    ]);
    expect(sheets.map(({ older }) => older)).toEqual(
      expected.map((_, index) => (index === expected.length - 1 ? undefined : expected.length - 1 - index)),
    );
  });

  test('with a number stay as they are, whatever is put before them', () => {
    const known = new Map<number, string>();
    for (let count = 0; count < 100; count += 1) {
      for (const { number, ...sheet } of paginate(list(count), 7).slice(1)) {
        const before = known.get(number!);
        if (before) expect(JSON.stringify(sheet)).toBe(before);
        known.set(number!, JSON.stringify(sheet));
      }
    }
    expect(known.size).toBe(13);
  });
});

describe('related stories', () => {
  const related = (of: string, stories: Story[]) =>
    ids(
      relatedTo(
        stories.find(({ id }) => id === of)!,
        groupStories(stories, registries, 'en'),
        stories.length,
      ),
    );

  test('share what is rare before what is common', () => {
    const stories = [
      story('news', '2026-01-09', { topics: ['world'] }),
      story('other', '2026-01-08', { topics: ['world'] }),
      story('same-topic', '2026-01-07', { topics: ['world', 'canals'] }),
      story('same-note', '2025-01-01', { topics: ['world'], notes: ['locks'] }),
      story('this', '2026-01-05', { topics: ['world', 'canals'], notes: ['locks'], people: ['engineer'] }),
      story('same-person', '2024-01-01', { people: ['engineer'] }),
      story('nothing', '2026-01-10', { topics: ['music'] }),
    ];
    expect(related('this', stories)).toEqual(['same-topic', 'same-note', 'same-person']);
    expect(related('nothing', stories)).toEqual([]);
  });

  test('are of the same language, and the newest of equal ones', () => {
    const stories = [
      story('es', '2026-01-09', { topics: ['canals'], lang: 'es' }),
      ...['d', 'c', 'b', 'a'].map((id) => story(id, '2026-01-08', { topics: ['canals'] })),
      story('this', '2026-01-07', { topics: ['canals'] }),
    ];
    expect(related('this', stories)).toEqual(['a', 'b', 'c']);
  });

  test('of a long group are those next in time', () => {
    const stories = days(400, (day, number) => story(`s${number}`, day, { topics: ['world'] }));
    expect(related('s100', stories)).toEqual(['s150', 's149', 's148']);
  });
});

describe('the front page', () => {
  const stories = days(30, (day, number) =>
    story(`s${number}`, day, {
      topics: [number % 2 ? 'odd' : 'even', 'all'],
      ...([3, 5].includes(number) && { pinned: '2026-02-01' }),
    }),
  );

  const shown = ({ lead, row, topics, latest }: Front) => [
    ...(lead ? [lead] : []),
    ...row,
    ...topics.flatMap(({ stories: ofTopic }) => ofTopic),
    ...latest,
  ];

  test('has a lead, the next four, and by main topic what is not above', () => {
    const front = frontOf(
      stories.filter(({ pinned }) => !pinned),
      'UTC',
    );
    expect(front.lead!.id).toBe('s30');
    expect(ids(front.row)).toEqual(['s29', 's28', 's27', 's26']);
    expect(front.topics.map(({ id, count, stories: ofTopic }) => [id, count, ids(ofTopic)])).toEqual([
      ['odd', 13, ['s25', 's23', 's21']],
      ['even', 15, ['s24', 's22', 's20']],
    ]);
    expect(ids(front.latest)).toEqual(['s19', 's18', 's17', 's16', 's15', 's14']);
  });

  test('is led by what is pinned, until that day has passed', () => {
    vi.stubEnv('NUTGRAF_NOW', '2026-02-01T20:00:00Z');
    expect(frontOf(stories, 'UTC').lead!.id).toBe('s5');
    expect(frontOf(stories, 'Asia/Tokyo').lead!.id).toBe('s30');
    expect(ids(frontOf(stories, 'UTC').row).slice(0, 2)).toEqual(['s30', 's29']);
    vi.unstubAllEnvs();
  });

  test('is led by a picture of the last seven days, else by the newest', () => {
    const picture = { file: 'a.png' } as Story['picture'] & object;
    const withPicture = (id: string) => stories.map((one) => (one.id === id ? { ...one, picture } : one));
    expect(frontOf(withPicture('s23'), 'UTC').lead!.id).toBe('s23');
    expect(frontOf(withPicture('s22'), 'UTC').lead!.id).toBe('s30');
  });

  test('has no more than two of a topic in its row, where there are others', () => {
    const mixed = days(20, (day, number) => story(`s${number}`, day, { topics: [number > 10 ? 'war' : `t${number}`] }));
    expect(ids(frontOf(mixed, 'UTC').row)).toEqual(['s19', 's18', 's10', 's9']);
    expect(ids(frontOf(mixed.slice(0, 8), 'UTC').row)).toEqual(['s19', 's18', 's17', 's16']);
  });

  test.each([1, 3, 7, 60, 2000])('of %i stories shows none twice, and all while they are few', (number) => {
    const all = days(number, (day, at) => story(`s${at}`, day, { topics: [`t${at % 9}`] }));
    const front = frontOf(all, 'UTC');
    const found = ids(shown(front));
    expect(new Set(found).size).toBe(found.length);
    expect(found).toHaveLength(Math.min(number, 1 + 4 + 7 * 3 + 6));
    expect(front.topics.length).toBeLessThanOrEqual(7);
  });

  test('of a newsroom without stories is empty', () =>
    expect(frontOf([], 'UTC')).toEqual({ row: [], latest: [], topics: [] }));
});

describe('what is next', () => {
  const withSteps = (id: string, steps: object[], more: object = {}) =>
    story(id, '2026-01-08', { facts: { steps }, ...more });
  const next = (...stories: Story[]) => nextOf(stories, 'UTC').map(({ date, when, words }) => [date ?? when, words]);

  test('has the nearest dates of all stories, then what has none; a year is to come until it is over', () => {
    vi.stubEnv('NUTGRAF_NOW', '2026-06-10');
    expect(
      next(
        withSteps('a', [
          { date: '2035', words: 'Far.' },
          { when: 'No date set', words: 'Some day.' },
        ]),
        withSteps('b', [
          { date: '2026-06-09', words: 'Gone.' },
          { date: '2026-06-10', words: 'Today.' },
        ]),
        withSteps('c', [{ date: '2026', words: 'This year.' }]),
      ),
    ).toEqual([
      ['2026', 'This year.'],
      ['2026-06-10', 'Today.'],
      ['2035', 'Far.'],
      ['No date set', 'Some day.'],
    ]);
    vi.unstubAllEnvs();
  });

  test('has two of a story at most, six in all, and nothing without a date of a story that is old', () => {
    vi.stubEnv('NUTGRAF_NOW', '2026-06-10');
    const steps = ['2027-01', '2027-02', '2027-03'].map((date) => ({ date, words: date }));
    expect(next(withSteps('a', steps))).toHaveLength(2);
    expect(next(...['a', 'b', 'c', 'd'].map((id) => withSteps(id, steps)))).toHaveLength(6);
    expect(next(withSteps('a', [{ when: 'Soon', words: 'Old.' }], { published: '2025-09-01' }))).toEqual([]);
    vi.unstubAllEnvs();
  });

  test('names the sources that stand in a sentence, and leaves out those after it', () => {
    vi.stubEnv('NUTGRAF_NOW', '2026-06-10');
    const sources = [{ id: 'wire', name: 'Reuters' }] as unknown as Story['sources'];
    const words = 'It votes, according to {wire}. {wire} {wire}';
    expect(next(withSteps('a', [{ date: '2027', words }], { sources }))).toEqual([
      ['2027', 'It votes, according to Reuters.'],
    ]);
    vi.unstubAllEnvs();
  });
});

test('a list has each story once: in its own language, else the original', () => {
  const all = withTranslations([
    story('uno', '2026-01-04', { lang: 'es', translationOf: 'one' }),
    story('one', '2026-01-03'),
    story('deux', '2026-01-02', { lang: 'fr', translationOf: 'dos' }),
    story('dos', '2026-01-01', { lang: 'es' }),
  ]);
  expect(ids(onceEach(all, 'en'))).toEqual(['one', 'dos']);
  expect(ids(onceEach(all, 'es'))).toEqual(['uno', 'dos']);
  expect(ids(onceEach([all[0]!], 'en'))).toEqual(['uno']);
  expect(
    groupStories(all, registries, 'en')
      .months.get('2026-01')!
      .stories.map(({ id }) => id),
  ).toEqual(['one', 'dos']);
});

describe('groups', () => {
  const cited = (outlet?: string, person?: string) => ({
    ...(outlet && { outlet: { id: outlet } }),
    ...(person && { person: { id: person } }),
  });
  const stories = [
    { ...story('b', '2026-01-02', { people: ['petro'] }), authors: [{ id: 'ana' }], sources: [cited('reuters')] },
    {
      ...story('a', '2025-12-31', { notes: ['locks'] }),
      authors: [{ id: 'ana' }, { id: 'tom' }],
      sources: [cited('reuters', 'petro'), cited('reuters'), cited('afp'), cited()],
    },
  ] as unknown as Story[];
  const groupsOf = () => groupStories(stories, registries, 'en');
  const idsIn = (group: ReadonlyMap<string, { stories: Story[] }>) =>
    Object.fromEntries([...group].map(([id, one]) => [id, ids(one.stories)]));

  test('hold each story once, by author, outlet, person, note and month', () => {
    const groups = groupsOf();
    expect(idsIn(groups.authors)).toEqual({ ana: ['b', 'a'], tom: ['a'] });
    expect(idsIn(groups.outlets)).toEqual({ reuters: ['b', 'a'], afp: ['a'] });
    // Who wrote what is cited appears in a story as well as who speaks in it.
    expect(idsIn(groups.people)).toEqual({ petro: ['b', 'a'] });
    expect(idsIn(groups.notes)).toEqual({ locks: ['a'] });
    expect(idsIn(groups.months)).toEqual({ '2026-01': ['b'], '2025-12': ['a'] });
  });

  test('are told by their entry, notes and months by their id', () => {
    const groups = groupsOf();
    expect(groups.authors.get('ana')).toMatchObject({ id: 'ana', entry: { name: 'ana' } });
    expect(groups.outlets.get('afp')).toMatchObject({ id: 'afp', entry: { name: 'afp' } });
    expect(groups.months.get('2026-01')).toMatchObject({ id: '2026-01', entry: '2026-01' });
  });

  test('are not there for what is in no registry', () => {
    const unknown = { ...registries, authors: new Map([['tom', { name: 'Tom' }]]) };
    expect([...groupStories(stories, unknown, 'en').authors.keys()]).toEqual(['tom']);
  });
});

test('a story that nothing is shared with has no related ones, whatever is in no group', () => {
  const none = { topics: new Map(), people: new Map(), notes: new Map() };
  const alone = story('this', '2026-01-05', { topics: ['canals'], people: ['engineer'], notes: ['locks'] });
  expect(relatedTo(alone, none, 1)).toEqual([]);
});

test('of groups up to a hundred stories all are compared, of longer ones the fifty on each side', () => {
  const near = (count: number) => {
    const stories = days(count, (day, number) => story(`s${number}`, day, { topics: ['world'] }));
    return ids(relatedTo(stories.at(-1)!, groupStories(stories, registries, 'en'), count, count));
  };
  expect(near(100)).toHaveLength(99);
  expect(near(101)).toEqual(Array.from({ length: 50 }, (_, index) => `s${51 - index}`));
});

test('a story in several languages tells of itself in each, the original first, then by language', () => {
  const all = withTranslations([
    story('un', '2026-01-05', { lang: 'fr', translationOf: 'one' }),
    story('uno', '2026-01-04', { lang: 'es', translationOf: 'one' }),
    story('one', '2026-01-03'),
    story('alone', '2026-01-02'),
  ]);
  const translations = [
    { id: 'one', lang: 'en', published: '2026-01-03', headline: 'one' },
    { id: 'uno', lang: 'es', published: '2026-01-04', headline: 'uno' },
    { id: 'un', lang: 'fr', published: '2026-01-05', headline: 'un' },
  ];
  expect(all.map(({ translations: told }) => told)).toEqual([translations, translations, translations, undefined]);
  // One whose original is not there yet stands alone.
  expect(withTranslations([story('uno', '2026-01-04', { lang: 'es', translationOf: 'one' })])[0]).not.toHaveProperty(
    'translations',
  );
});

test('a list in a language that a story does not have shows the original, wherever it stands', () => {
  const all = withTranslations([
    story('un', '2026-01-05', { lang: 'fr', translationOf: 'one' }),
    story('uno', '2026-01-04', { lang: 'es', translationOf: 'one' }),
    story('one', '2026-01-03'),
  ]);
  expect(ids(onceEach(all, 'pt'))).toEqual(['one']);
  expect(ids(onceEach(all, 'fr'))).toEqual(['un']);
});
