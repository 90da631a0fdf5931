import { describe, expect, test } from 'vitest';
import { check, newsdesk, storyOf } from '../support/desk.ts';

/** Where each rule begins to speak: the last story of which it says nothing, and the first of which it does. */

const many = (count: number, word = 'word') => Array.from({ length: count }, () => word).join(' ');
const speaks = (rule: string, body: string, above = '', more = {}) =>
  check(storyOf(above, body), rule, more).length > 0;

/** A word that no reader takes at once. */
const hard = 'internationalization';

const day = (date: string) => ({ today: date });

test.each<
  [
    rule: string,
    silent: [body: string, above?: string, more?: object],
    told: [body: string, above?: string, more?: object],
  ]
>([
  ['sentence-length', [`${many(50)}.`], [`${many(51)}.`]],
  ['headline-length', ['A.', `headline: ${'a'.repeat(110)}`], ['A.', `headline: ${'a'.repeat(111)}`]],
  // Signs are counted as readers see them: a flag is not four.
  ['headline-length', ['A.', `headline: ${'𝒜'.repeat(110)}`], ['A.', `headline: ${'𝒜'.repeat(111)}`]],
  ['description-length', ['A.', `description: ${'a'.repeat(300)}`], ['A.', `description: ${'a'.repeat(301)}`]],
  ['citation-run', [many(4, 'A.\n\n')], [many(5, 'A.\n\n')]],
  ['nut-graf', [`<WhyItMatters>\n${many(60)}\n</WhyItMatters>`], [`<WhyItMatters>\n${many(61)}\n</WhyItMatters>`]],
  [
    'single-source',
    [many(150), 'sources: { a: { outlet: reuters } }'],
    [many(151), 'sources: { a: { outlet: reuters } }'],
  ],
  ['single-source', [many(40), 'sources: {}'], [many(41), 'sources: {}']],
  [
    'single-source',
    [many(151), 'sources: { a: { by: jane-doe, outlet: reuters }, b: { outlet: reuters } }'],
    [many(151), 'sources: { a: { outlet: reuters }, b: { outlet: reuters } }'],
  ],
  [
    'single-source',
    [many(151), 'sources: { a: { name: A }, b: { name: B } }'],
    [many(151), 'sources: { a: { by: jane-doe, outlet: reuters }, b: { by: jane-doe } }'],
  ],
  ...['[there](https://example.org/)', '[there](http://example.org/)', '[there][a]\n\n[a]: https://example.org/'].map(
    (link): [string, [string, string], [string, string]] => [
      'single-source',
      [`${many(41)} ${link}`, 'sources: {}'],
      [`${many(41)} [there](/go?to=https://example.org/)\n\n![A](/a.png)`, 'sources: {}'],
    ],
  ),
  ['reading-ease', [`${many(49, hard)}.`], [`${many(50, hard)}.`]],
  ['reading-ease', [`## ${many(60, hard)}\n\nShort.`], [`${many(25, hard)}.\n\n${many(25, hard)}.`]],
  ['reading-ease', [`> ${many(60, hard)}.`], [`${many(50, hard)}. – –`]],
  ['reading-ease', [`${many(49, hard)} – – .`], [`${many(50, hard)}.`]],
  ['reading-ease', [`${many(50, hard)}.`, 'lang: sw'], [`${many(50, hard)}.`, 'lang: en-GB']],
  [
    'unknown-old',
    ['<WhatWeDontKnow>\n- A.\n</WhatWeDontKnow>', 'published: 2025-10-12', day('2026-01-10')],
    ['<WhatWeDontKnow>\n- A.\n</WhatWeDontKnow>', 'published: 2025-10-11', day('2026-01-10')],
  ],
  [
    'source-old',
    ['It finds, <Source id="a" /> says.', 'sources: { a: { name: A, kind: study, published: 2021 } }'],
    ['It finds, <Source id="a" /> says.', 'sources: { a: { name: A, kind: study, published: 2020 } }'],
  ],
  [
    'step-passed',
    ['<WhatsNext>\n<Step date="2026-01-10">A.</Step>\n</WhatsNext>', '', day('2026-01-10')],
    ['<WhatsNext>\n<Step date="2026-01-09">A.</Step>\n</WhatsNext>', '', day('2026-01-10')],
  ],
  [
    'step-passed',
    ['<WhatsNext>\n<Step date="2026">A.</Step>\n</WhatsNext>', '', day('2026-12-31')],
    ['<WhatsNext>\n<Step date="2025">A.</Step>\n</WhatsNext>', '', day('2026-01-01')],
  ],
  ['quotation-speaker', ['“Two words.”'], ['“These are three.”']],
  ['acronym-expanded', ['The AB.CD and a X here, FARCING too, FARC.'], ['The FARC and the FARC here.']],
])('%s', (rule, silent, told) => {
  expect(speaks(rule, ...silent)).toBe(false);
  expect(speaks(rule, ...told)).toBe(true);
});

test('a statement has a source of its own speaker, as far as that is sure', () => {
  const people = new Map([
    ...newsdesk.registries.people,
    ['john-roe', { name: 'John Roe', roles: [] }],
    ['office', { name: 'The Office', institution: true, roles: [] }],
  ]);
  const outlets = new Map([
    ['x', { name: 'X', kind: 'platform' as const }],
    ['post', { name: 'The Post', kind: 'newspaper' as const }],
  ]);
  const says = (by: string, source: string) =>
    check(
      storyOf(
        `sources: { a: ${source} }`,
        `<Officials>\n<Statement by="${by}" source="a">“Yes.”</Statement>\n</Officials>`,
      ),
      'statement-source',
      { registries: { ...newsdesk.registries, people, outlets } },
    ).map(({ reason }) => reason);
  expect(says('john-roe', '{ by: jane-doe, outlet: x }')).toEqual([
    'Unexpected source “a” for words of John Roe: it is by Jane Doe. Expected one of the speaker’s own, or one that reports others.',
  ]);
  expect(says('john-roe', '{ by: jane-doe, outlet: post }')).toEqual([]);
  expect(says('john-roe', '{ by: jane-doe, outlet: post, kind: interview }')).toHaveLength(1);
  expect(says('john-roe', '{ by: office, outlet: x }')).toEqual([]);
  expect(says('office', '{ by: jane-doe, outlet: x }')).toEqual([]);
  expect(says('jane-doe', '{ by: jane-doe, outlet: x }')).toEqual([]);
});

describe('whose words they are', () => {
  const hidden: [rule: string, words: string][] = [
    ['words-that-rot', 'The council votes tomorrow.'],
    ['loaded-words', 'The council slammed the door.'],
    ['hedges', 'Some say so.'],
  ];
  test.each(hidden)('%s leaves others’ alone', (rule, words) => {
    expect(speaks(rule, words)).toBe(true);
    expect(speaks(rule, `> ${words}`)).toBe(false);
    expect(speaks(rule, `“${words}”, she said.`)).toBe(false);
    expect(speaks(rule, `She said “yes.” ${words}`)).toBe(true);
  });

  test('a number or a quotation has an owner in a heading, a badge, a component that has one, or who says it', () => {
    const number = 'It costs $5 million.';
    expect(speaks('number-source', number)).toBe(true);
    for (const owned of [
      `## ${number}`,
      `${number} <Source id="reuters" />`,
      `> ${number}`,
      `She said: ${number}`,
      `<Perspectives>\n<Perspective of="Reuters" source="reuters">\n${number}\n</Perspective>\n</Perspectives>`,
    ])
      expect([owned, speaks('number-source', owned)]).toEqual([owned, false]);
  });

  test.each(['$5', '€ 5 million', '5 %', '5%', '5 billion', '1,000', '1\u00A0000', '12.000.000'])(
    '%s is a number',
    (number) => expect(speaks('number-source', `It is ${number} now.`)).toBe(true),
  );
  test.each(['5', '2026', 'January 20', '5 people', '1,0'])('%s is none that needs a source', (number) =>
    expect(speaks('number-source', `It is ${number} now.`)).toBe(false),
  );
});

describe('names', () => {
  test.each(['Jane Deo', 'Jané Doe', 'Jane Döe'])('%s is a slip', (name) =>
    expect(speaks('name-spelling', `They met ${name} there.`)).toBe(true),
  );
  test.each(['Jane Doe', 'Jane Doe’s', 'Jane Dole', 'Joan Deo', 'Jane Roe', 'Jane Doe Smith'])('%s is none', (name) =>
    expect(speaks('name-spelling', `They met ${name} there.`)).toBe(false),
  );

  test('with signs of a pattern are names all the same', () => {
    const people = new Map([
      ['jane', { name: 'Jane (Janey Doe+', roles: [{ title: 'Mayor', from: '2020', to: '2023' }] }],
    ]);
    const registries = { ...newsdesk.registries, people };
    for (const rule of ['role-on-date', 'accusation-response', 'name-spelling', 'acronym-expanded'])
      expect(
        () => check(storyOf('', 'Mayor Jane (Janey Doe+ was accused of fraud.'), rule, { registries }),
        rule,
      ).not.toThrow();
    expect(speaks('role-on-date', 'Mayor Jane (Janey Doe+ came.', '', { registries })).toBe(true);
  });

  test('have the role of the day, unless it says “former” or stands in a quotation', () => {
    expect(speaks('role-on-date', 'Mayor Jane Doe came.')).toBe(true);
    expect(speaks('role-on-date', 'Mayor Doe came.')).toBe(true);
    expect(speaks('role-on-date', 'Governor Jane Doe came.')).toBe(false);
    expect(speaks('role-on-date', 'Former Mayor Jane Doe came.')).toBe(false);
    expect(speaks('role-on-date', 'Ex-Mayor Jane Doe came.')).toBe(false);
    expect(speaks('role-on-date', '“Mayor Jane Doe came,” he said.')).toBe(false);
    expect(speaks('role-on-date', '> Mayor Jane Doe came.')).toBe(false);
    expect(speaks('role-on-date', 'Mayor Jane Doering came.')).toBe(false);
    expect(speaks('role-on-date', 'Mayor Jane Doe came.', 'published: 2022-01-01')).toBe(false);
  });
});

test('headings go down a level at a time, from the second', () => {
  const told = (body: string) => check(storyOf('', body), 'heading-levels').map(({ reason }) => reason);
  expect(told('## A\n\n### B\n\n#### C\n\n## D\n\n### E')).toEqual([]);
  expect(told('# A')).toEqual(['Unexpected heading with “#”: expected “##”; the headline is the first.']);
  expect(told('### A')).toEqual(['Unexpected heading with “###”: expected at most “##”.']);
  expect(told('## A\n\n#### B')).toEqual([
    'Unexpected heading with “####”: expected at most “###” after one with “##”.',
  ]);
  // What is wrong is told once: what follows is measured by it.
  expect(told('# A\n\n### B')).toHaveLength(1);
  expect(told('#### A\n\n##### B')).toHaveLength(1);
});

test('a question in the headline needs its answer in points', () => {
  const points = '<KeyPoints>\n- A.\n</KeyPoints>';
  for (const headline of ['Why?', '“Why?”', 'لماذا؟', 'なぜ？'])
    expect([headline, speaks('headline-question', 'A.', `headline: ${headline}`)]).toEqual([headline, true]);
  expect(speaks('headline-question', points, 'headline: Why?')).toBe(false);
  expect(speaks('headline-question', 'A.', 'headline: Why? It explains')).toBe(false);
});

test('words of a link say where it goes, whatever sign ends them', () => {
  for (const words of ['here', 'Here.', 'click here…'])
    expect([words, speaks('link-text', `[${words}](https://a.example/)`)]).toEqual([words, true]);
  expect(speaks('link-text', '[here][a]\n\n[a]: https://a.example/')).toBe(true);
  expect(speaks('link-text', '[the plan here](https://a.example/)')).toBe(false);
  expect(speaks('link-text', 'here')).toBe(false);
});

test('two badges of one source in one sentence are one too many, in two they are not', () => {
  const badge = '<Source id="reuters" />';
  expect(speaks('citation-twice', `A ${badge} and B ${badge}.`)).toBe(true);
  expect(speaks('citation-twice', `A ${badge}. Then B ${badge}.`)).toBe(false);
  expect(speaks('citation-twice', `A ${badge} and B <Source id="jane" />.`)).toBe(false);
});

describe('an accusation', () => {
  const told = (body: string) => check(storyOf('', body), 'accusation-response').map(({ column }) => column);
  test('is told of once, at the name', () => {
    expect(told('She was right. The court accused Jane Doe of fraud.\n\nIt accused Doe again.')).toEqual([34]);
  });
  test('is not one where its maker is named, where it is answered, or of an institution', () => {
    expect(told('Jane Doe accused the court.')).toEqual([]);
    expect(told('The court accused Jane Doe of fraud. Doe denied it.')).toEqual([]);
    const institution = new Map([['jane-doe', { name: 'Jane Doe', institution: true, roles: [] }]]);
    const registries = { ...newsdesk.registries, people: institution };
    expect(speaks('accusation-response', 'The court accused Jane Doe of fraud.', '', { registries })).toBe(false);
  });
});

test.each([
  ['es', 'El consejo vota mañana por la mañana y esta semana.', 'words-that-rot'],
  ['fr', 'La réunion a eu lieu le lundi 20 janvier 2026.', 'weekday-date'],
  ['pt', 'A ponte custa 3 milhões de euros.', 'number-source'],
  ['ar', 'اجتمع المجلس في الأسبوع الماضي.', 'words-that-rot'],
  ['ja', '会議は2026年1月20日（月曜日）に開かれる。', 'weekday-date'],
])('the desk knows %s', (lang, body, rule) => {
  expect(speaks(rule, body, `lang: ${lang}`)).toBe(true);
});

test('how hard a text is to read is told in figures, of its words, its sentences and what is heard of them', () => {
  const told = (body: string) =>
    check(storyOf('', body), 'reading-ease').map(({ reason, line, column }) => [
      reason.match(/\d+/)?.[0],
      line,
      column,
    ]);
  // A silent e is not heard, and a sentence more makes a text easier.
  expect(told(`${many(12, 'the wide table makes a note of it')}.`)).toEqual([['14', 2, 1]]);
  expect(told(many(3, `${many(4, 'the wide table makes a note of it')}. It is a late state of affairs.`))).toEqual([]);
  expect(told(many(9, 'Political opposition considered several municipal alternatives.'))).toEqual([['0', 2, 1]]);
});

describe('headlines in the style that a newsroom has chosen', () => {
  const told = (headline: string, headlines: 'sentence' | 'title', lang = 'en') =>
    check(storyOf(`headline: ${JSON.stringify(headline)}\nlang: ${lang}`, 'A.'), 'headline-style', {
      words: { [lang]: { headlines } },
    }).map(({ reason }) => reason);
  const low = (word: string) => [
    `Unexpected “${word}” in the headline: expected capitals, as in “Every Word of Weight”.`,
  ];
  const capitals = ['Unexpected capitals in the headline: expected them as in a sentence, for names alone.'];

  test.each<[string, string[]]>([
    ['The Council Votes on a Bridge', []],
    ['The Council Votes on a bridge', low('bridge')],
    ['The Council votes With a Bridge', low('votes')],
    ['The Council Votes: yes for a Bridge', []],
    ['The Council Votes – yes for a Bridge', []],
    ['The “yes” of the Council', []],
    ['The Council Votes for the eBay Bridge', low('eBay')],
    ['What It’s About', []],
    ['What They’ve said-So', low('said-So')],
    ['The Council Is in the Old Hall of New York', []],
    ['The cat and the dog ran', []],
  ])('every word of weight: %s', (headline, messages) => expect(told(headline, 'title')).toEqual(messages));

  test.each<[string, string[]]>([
    ['The council votes on a bridge', []],
    ['The Council Votes on a Bridge', capitals],
    ['The Council Votes with Every Bridge here', capitals],
    ['The Council Votes on bridges', []],
    ['The Council Votes', []],
    ['The Council Votes Soon', capitals],
    ['The Council: Votes, Bridges and Money', capitals],
    ['The Council Says Votes, Bridges and Money', capitals],
    ['Votes on the bridge In All The Two New Ways', []],
  ])('as in a sentence: %s', (headline, messages) => expect(told(headline, 'sentence')).toEqual(messages));

  test('also in a language of which the desk has no words', () => {
    expect(told('Baraza Linapiga Kura Sasa Leo', 'sentence', 'sw')).toEqual(capitals);
    expect(told('Baraza linapiga Kura', 'title', 'sw')).toEqual(low('linapiga'));
  });
});
