import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { noteSchema } from '../../src/schema/note.ts';
import { policySchema } from '../../src/schema/policy.ts';
import { facets, searchRecordOf } from '../../src/stories/search.ts';
import { noteOf, policyOf } from '../../src/stories/story.ts';
import { familyOf } from '../../src/stories/mark.ts';
import { teaserOf } from '../../src/stories/teaser.ts';
import { optionsWith, plainFacts, registriesIn, storyWith } from '../support/stories.ts';

beforeEach(() => void vi.stubEnv('NUTGRAF_NOW', '2026-01-10T12:00:00Z'));
afterEach(() => void vi.unstubAllEnvs());

const document = { ...plainFacts, digest: 'abc' };

describe('a story', () => {
  test('of the least that a writer writes has nothing that nobody wrote', () => {
    expect(storyWith()).toEqual({
      id: 'a-call',
      lang: 'en',
      label: 'explainer',
      headline: 'Trump and Petro plan to meet',
      description: 'They stepped back from threats.',
      published: '2026-01-08',
      authors: [{ id: 'ana-diaz', name: 'Ana Díaz', url: 'https://news.example/ana' }],
      topics: [],
      sources: [],
      people: {},
      terms: {},
      notes: {},
      corrections: [],
      readingTime: 2,
      document,
    });
  });

  test('keeps what its writer set', () => {
    const above = {
      label: 'analysis',
      lang: 'es',
      pinned: '2026-02-01',
      translationOf: 'the-call',
      updated: '2026-01-09',
      licence: { name: 'CC BY 4.0' },
    };
    expect(storyWith({ above })).toMatchObject(above);
  });

  test('has its people, topics and terms with their words in its language, in its order', () => {
    const above = { lang: 'es', authors: ['world-desk', 'ana-diaz'], topics: ['trade', 'colombia'] };
    const facts = { people: ['gustavo-petro'], terms: ['tariff'] };
    expect(storyWith({ above, facts })).toMatchObject({
      authors: [{ id: 'world-desk', name: 'La mesa internacional' }, { id: 'ana-diaz' }],
      topics: [
        { id: 'trade', name: 'Comercio' },
        { id: 'colombia', name: 'Colombia' },
      ],
      people: { 'gustavo-petro': { roles: [{ title: 'presidente de Colombia' }] } },
      terms: { tariff: { definition: 'A tax on imports.' } },
    });
  });

  test('leaves out what is in no registry: the writer was told of it', () => {
    const story = storyWith({
      above: {
        authors: ['nobody', 'ana-diaz'],
        topics: ['nothing'],
        sources: { a: { outlet: 'nowhere' } },
        firstPublished: { outlet: 'nowhere', headline: 'A' },
      },
      facts: { people: ['nobody'], terms: ['nothing'], notes: ['nothing'] },
    });
    expect(story.authors.map(({ id }) => id)).toEqual(['ana-diaz']);
    expect(story).toMatchObject({ topics: [], people: {}, terms: {}, notes: {}, sources: [{ id: 'a', name: 'a' }] });
    expect(story.sources[0]).not.toHaveProperty('outlet');
    expect(story).not.toHaveProperty('firstPublished');
  });

  test('names whoever published it first', () => {
    const firstPublished = { outlet: 'el-tiempo', headline: 'Petro y Trump', url: 'https://eltiempo.example/a' };
    expect(storyWith({ above: { firstPublished } }).firstPublished).toEqual({
      outlet: { name: 'El Tiempo', kind: 'newspaper', url: 'https://eltiempo.example/' },
      headline: 'Petro y Trump',
      url: 'https://eltiempo.example/a',
    });
  });

  test('has the licence of the newsroom where it has none of its own', () => {
    const settings = { licence: { name: 'CC BY-ND 4.0' } };
    expect(storyWith({ settings }).licence).toEqual({ name: 'CC BY-ND 4.0' });
    expect(storyWith({ settings, above: { licence: { name: 'MIT' } } }).licence).toEqual({ name: 'MIT' });
  });

  test('has the language of the newsroom where it has none of its own', () =>
    expect(storyWith({ settings: { lang: 'es' } }).lang).toBe('es'));

  test.each<[object, string | undefined]>([
    [{}, undefined],
    [{ updated: '2026-01-09' }, '2026-01-09'],
    // A note that readers were told of later is the last change.
    [{ updated: '2026-01-09', corrections: [{ date: '2026-01-10', kind: 'update', now: 'A.' }] }, '2026-01-10'],
    [
      {
        corrections: [{ date: '2026-01-09T01:00:00+09:00', kind: 'update', now: 'A.' }],
        updated: '2026-01-08T17:00:00Z',
      },
      '2026-01-08T17:00:00Z',
    ],
  ])('with %j was changed %s', (above, updated) => {
    expect(storyWith({ above }).updated).toBe(updated);
  });

  test.each([
    [{ draft: true }, 'draft'],
    [{ published: '2026-02-01' }, 'scheduled'],
  ])('with %j is held: %s', (above, status) => expect(storyWith({ above }).status).toBe(status));

  test.each([
    [0, 1],
    [329, 1],
    [330, 2],
    [2200, 10],
  ])('of %i words takes %i minutes', (words, minutes) =>
    expect(storyWith({ facts: { words } }).readingTime).toBe(minutes),
  );

  test('brings the notes that it uses, and no others', () => {
    const note = noteOf(
      'locks',
      { ...noteSchema.parse({ title: 'Locks', published: '2025-05-01' }), document },
      registriesIn('en'),
      optionsWith(),
    );
    const notes = new Map([
      ['locks', note],
      ['other', note],
    ]);
    expect(storyWith({ facts: { notes: ['locks'] }, notes }).notes).toEqual({ locks: note });
  });
});

describe('sources of a story', () => {
  const sources = {
    unused: { name: 'A law', kind: 'document' },
    post: { outlet: 'truth-social', by: 'donald-trump', url: 'https://truth.example/1', note: 'Deleted since.' },
    wire: { outlet: 'reuters', name: 'Reuters live' },
    speech: { by: 'gustavo-petro', kind: 'speech', lang: 'es' },
    aide: { name: 'An aide', quotedBy: 'afp' },
  };
  const cite = (source: string, where: object = { paragraph: 1 }) => ({ source, ...where });

  test('are numbered in the order of their first citation, those that are not cited last', () => {
    const citations = [cite('wire'), cite('speech'), cite('wire'), cite('post'), cite('aide')];
    const story = storyWith({ above: { sources }, facts: { citations } });
    expect(story.sources.map(({ number, id, name }) => [number, id, name])).toEqual([
      [1, 'wire', 'Reuters live'],
      [2, 'speech', 'Gustavo Petro'],
      [3, 'post', 'Truth Social'],
      [4, 'aide', 'An aide'],
      [5, 'unused', 'A law'],
    ]);
    expect(story.sources.map(({ citations: places }) => places.map(({ number }) => number))).toEqual([
      [1, 3],
      [2],
      [4],
      [5],
      [],
    ]);
  });

  test('have their outlets and people, and only what the writer said', () => {
    const { sources: all } = storyWith({ above: { sources } });
    expect(all.find(({ id }) => id === 'post')).toEqual({
      id: 'post',
      number: 2,
      name: 'Truth Social',
      kind: 'post',
      unnamed: false,
      citations: [],
      outlet: { id: 'truth-social', name: 'Truth Social', kind: 'platform' },
      person: { id: 'donald-trump', name: 'Donald Trump', roles: [] },
      url: 'https://truth.example/1',
      note: 'Deleted since.',
    });
    expect(all.find(({ id }) => id === 'aide')!.quotedBy).toEqual({ name: 'AFP', kind: 'agency' });
  });

  test.each<[string, object[], string[]]>([
    ['by their paragraph', [{ paragraph: 1 }, { paragraph: 12 }], ['Paragraph 1', 'Paragraph 12']],
    ['by the heading above', [{ heading: 'The call', paragraph: 3 }], ['The call']],
    [
      'by the section',
      [{ section: 'whyItMatters', heading: 'The call' }, { section: 'officials' }],
      ['Why it matters', 'Officials'],
    ],
    ['by the component', [{ component: 'Ours', paragraph: 1 }], ['Ours']],
    // The first paragraph, where nothing is known.
    ['at the beginning', [{}], ['Paragraph 1']],
    [
      'again in one place, with a number',
      [{ heading: 'The call' }, { heading: 'The call' }, { heading: 'The call' }],
      ['The call', 'The call (2)', 'The call (3)'],
    ],
  ])('are found %s', (_, wheres, places) => {
    const citations = wheres.map((where) => cite('wire', where));
    const story = storyWith({ above: { sources }, facts: { citations } });
    expect(story.sources[0]!.citations.map(({ place }) => place)).toEqual(places);
  });

  test('are counted apart in one place', () => {
    const citations = [cite('wire', { heading: 'The call' }), cite('post', { heading: 'The call' })];
    const story = storyWith({ above: { sources }, facts: { citations } });
    expect(story.sources.slice(0, 2).map(({ citations: [first] }) => first!.place)).toEqual(['The call', 'The call']);
  });
});

test('a note and a policy have their own titles, in the language of the newsroom unless they say', () => {
  const data = { title: 'How we correct', description: 'At once.', published: '2025-05-01', updated: '2025-06-01' };
  const options = optionsWith({ lang: 'es' });
  const policy = policyOf('errors', { ...policySchema.parse(data), document }, registriesIn('es'), options);
  expect(policy).toMatchObject({ id: 'errors', lang: 'es', ...data });
  const { description, ...ofNote } = data;
  const note = noteOf('n', { ...noteSchema.parse({ ...ofNote, lang: 'fr' }), document }, registriesIn('fr'), options);
  expect(note).toMatchObject({ id: 'n', lang: 'fr', ...ofNote });
});

test('a teaser has what a list shows, and its main topic', () => {
  expect(teaserOf(storyWith())).toEqual({
    id: 'a-call',
    headline: 'Trump and Petro plan to meet',
    description: 'They stepped back from threats.',
    lang: 'en',
    published: '2026-01-08',
    readingTime: 2,
    sources: 0,
    unnamed: 0,
    mark: { ...familyOf(undefined), seed: 'a-call', sources: 0, open: 0 },
  });
  expect(teaserOf(storyWith({ above: { topics: ['trade', 'colombia'], draft: true } }))).toMatchObject({
    status: 'draft',
    topic: { id: 'trade', name: 'Trade' },
  });
});

const correction = { date: '2026-02-01', kind: 'correction', was: 'Ten.', now: 'Nine.' };
const clarification = { date: '2026-02-02', kind: 'clarification', note: 'It is a part.' };
const withdrawal = { date: '2026-02-03', kind: 'withdrawal', withdraws: '2026-02-01', note: 'It was right.' };

test.each([
  [[correction], 'correction'],
  [[correction, clarification], undefined],
  [[correction, withdrawal], 'withdrawal'],
  [[], undefined],
])('a teaser of a story with the notes %j says %s', (corrections, corrected) => {
  const sources = {
    a: { outlet: 'reuters' },
    b: { name: 'An official', kind: 'person', unnamed: true, description: 'of the ministry', anonymity: 'talks go on' },
  };
  const teaser = teaserOf(storyWith({ above: { corrections, sources } }));
  expect(teaser.corrected).toBe(corrected);
  expect('corrected' in teaser).toBe(corrected !== undefined);
  expect(teaser).toMatchObject({ sources: 2, unnamed: 1, mark: { sources: 2 } });
});

test('a search finds a story by topic, people, outlets and year, each name once', () => {
  const above = {
    lang: 'es-CO',
    published: '2026-01-01T02:00:00Z',
    topics: ['trade'],
    sources: {
      a: { outlet: 'reuters', by: 'gustavo-petro' },
      b: { outlet: 'reuters' },
      c: { by: 'donald-trump', kind: 'speech' },
    },
  };
  expect(
    searchRecordOf(storyWith({ above, facts: { people: ['gustavo-petro'] } }), '/a-call/', 'America/Bogota'),
  ).toEqual({
    path: '/a-call/',
    date: '31 de diciembre de 2025',
    lang: 'es',
    facets: {
      topic: ['Comercio'],
      person: ['Gustavo Petro', 'Donald Trump'],
      outlet: ['Reuters'],
      year: ['2026'],
    },
  });
  expect(facets).toEqual(['topic', 'person', 'outlet', 'year']);
});
