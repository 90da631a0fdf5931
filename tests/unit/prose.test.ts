import { describe, expect, test } from 'vitest';
import { applyRules, rulesWith, unknownSettings } from '../../src/desk/desk.ts';
import { factsOf, isSummary } from '../../src/desk/facts/facts.ts';
import { familyNameOf, mentionsOf } from '../../src/desk/people.ts';
import * as prose from '../../src/desk/prose.ts';
import type { Passage, Prose } from '../../src/desk/prose.ts';
import { wordsFor } from '../../src/desk/words/index.ts';
import { isError } from '../../src/document/message.ts';
import { readStory } from '../../src/document/read.ts';
import { storySchema } from '../../src/schema/story.ts';
import { newsdesk, storyOf } from '../support/desk.ts';
import { contracts } from '../support/newsroom.ts';

/** A story as the desk has it; its text begins in the line behind its frontmatter. */
function read(body: string, above = '', more = {}): Prose {
  const reading = readStory(storyOf(above, body), storySchema, contracts);
  expect(reading.messages.filter(isError)).toEqual([]);
  return prose.proseOf(reading, storySchema.parse(reading.data), { ...newsdesk, ...more })!;
}

const lineOfBody = (above = '') => storyOf(above, '').split('\n').length - 1;
const at = (passage: Passage, word: string, above = '') => {
  const { line, column } = passage.placeAt(passage.text.indexOf(word));
  return `${line - lineOfBody(above) + 1}:${column}`;
};

describe('the passages of a story', () => {
  const sources =
    'sources:\n  wire: { outlet: reuters }\n  jane: { by: jane-doe, kind: speech }\n  paper: { name: The Paper, kind: other }\n  bare: { outlet: nowhere, kind: document }';
  const story = read(
    `## A heading, 1

It is *very* old, \`x = 1\`, said <Source id="wire" />.
The <Source id="jane" />, the <Source id="paper">Paper</Source> and <Source id="bare" /> agree.\\
A [link](https://example.org/b) leads.

- One “quoted” line
- Two

| A | B |
|---|---|
| c d | e |

> Others said so.

<WhyItMatters title="Why it counts">
It matters.
</WhyItMatters>

<Officials>
<Statement by="jane-doe" source="jane" on="the old bridge">“It is old.”</Statement>
</Officials>

<InNumbers>
<Number value="12" unit="boats a day" source="wire">A busy river.</Number>
</InNumbers>`,
    sources,
  );
  const textsOf = (passages: readonly Passage[]) => passages.map(({ text }) => text);

  test('are runs of words, as a reader sees them', () =>
    expect(textsOf(story.passages)).toEqual([
      'A heading, 1',
      'It is very old, x = 1, said Reuters.\nThe Jane Doe, the Paper and bare agree.\nA link leads.',
      'One “quoted” line',
      'Two',
      'A',
      'B',
      'c d',
      'e',
      'Others said so.',
      'It matters.',
      '“It is old.”',
      'A busy river.',
    ]));

  test('know what they are, and what stands in them', () => {
    const [heading, first, item] = story.passages;
    expect(story.passages.map(({ isHeading, hasLink }) => [isHeading, hasLink])).toEqual(
      story.passages.map((passage) => [passage === heading, passage === first]),
    );
    expect(first?.citations.map(({ source, start, end }) => [source, first.text.slice(start, end)])).toEqual([
      ['wire', 'Reuters'],
      ['jane', 'Jane Doe'],
      ['paper', 'Paper'],
      ['bare', 'bare'],
    ]);
    expect(first?.code.map(({ start, end }) => first.text.slice(start, end))).toEqual(['x = 1']);
    expect(prose.isCode(first!, first!.text.indexOf('x'))).toBe(true);
    expect(prose.isCode(first!, first!.text.indexOf(', said'))).toBe(false);
    expect(item?.quotations.map(({ text }) => text)).toEqual(['quoted']);
    expect(first?.sentences.map(({ text }) => text)).toEqual([
      'It is very old, x = 1, said Reuters.\n',
      'The Jane Doe, the Paper and bare agree.\n',
      'A link leads.',
    ]);
    expect(story.passages.at(-2)?.ancestors.map((node) => ('name' in node ? node.name : node.type))).toEqual([
      'Officials',
      'div',
      'div',
      'Statement',
    ]);
    expect(item?.ancestors.map(({ type }) => type)).toEqual(['list', 'listItem']);
  });

  test('know where each of their words stands in the file', () => {
    const [heading, first, item] = story.passages as [Passage, Passage, Passage];
    expect([at(heading, 'A', sources), at(heading, '1', sources)]).toEqual(['1:4', '1:15']);
    expect([at(first, 'very', sources), at(first, 'x =', sources), at(first, 'Reuters', sources)]).toEqual([
      '3:8',
      '3:19',
      '3:33',
    ]);
    expect([at(first, 'Paper', sources), at(first, 'agree', sources), at(first, 'leads', sources)]).toEqual([
      '4:50',
      '4:90',
      '5:33',
    ]);
    expect(at(item, 'line', sources)).toBe('7:16');
  });

  test('have beside them what stands above the story and on tags', () => {
    expect(
      story.fields.map(({ field, text, isHeading, hasLink, citations, code, ancestors }) => [
        field,
        text,
        isHeading,
        hasLink,
        citations.length,
        code.length,
        ancestors.length,
      ]),
    ).toEqual([
      ['headline', 'The council votes on a bridge', true, false, 0, 0, 0],
      ['description', 'A sentence about it.', false, false, 0, 0, 0],
      ['title', 'Why it counts', true, false, 0, 0, 1],
      ['on', 'the old bridge', false, false, 0, 0, 4],
      ['value', '12', false, false, 0, 0, 2],
      ['unit', 'boats a day', false, false, 0, 0, 2],
    ]);
    expect(story.fields.slice(0, 3).map(({ placeAt }) => placeAt(5))).toMatchObject([
      { line: 2, column: 11 },
      { line: 3, column: 14 },
      { column: 15 },
    ]);
    expect(story.fields[0]?.node).toEqual({ type: 'text', value: 'The council votes on a bridge' });
    expect(story.fields[0]?.sentences).toEqual([{ start: 0, end: 29, text: 'The council votes on a bridge' }]);
  });

  test('are in all nodes of the text, in their order', () => {
    expect(story.nodes[0]).toBe(story.tree);
    expect(story.nodes.filter(({ type }) => type === 'tableCell')).toHaveLength(4);
    expect(story.nodes.map(({ type }) => type).slice(1, 5)).toEqual(['heading', 'text', 'paragraph', 'text']);
  });

  test('with an escape or on several lines, words are found in what was typed', () => {
    const [passage] = read('One \\* two \\* three.\nFour five\nsix.').passages as [Passage];
    expect([
      at(passage, 'two'),
      at(passage, 'three'),
      at(passage, 'Four'),
      at(passage, 'five'),
      at(passage, 'six'),
    ]).toEqual(['1:8', '1:15', '2:1', '2:6', '3:1']);
  });

  test('of a text that could not be read there are none', () => {
    const reading = readStory(storyOf('', '<Source id="x">'), storySchema, contracts);
    expect(prose.proseOf(reading, storySchema.parse(reading.data), newsdesk)).toBeUndefined();
  });
});

describe('the words of a language, with the newsroom’s own', () => {
  const own = { loaded: ['shiny'], allowed: ['slammed'], headlines: 'title' as const, acronyms: ['FARC'] };
  test('are those of the story’s language, as near as there are some', () => {
    expect(read('A.').words).toBe(wordsFor('en'));
    expect(read('A.', '', { words: { en: {} } }).words).toBe(wordsFor('en'));
    const mine = read('A.', '', { words: { en: own } });
    expect(mine.words?.loaded).toEqual([...wordsFor('en')!.loaded, 'shiny']);
    expect(mine.words?.acronyms).toContain('FARC');
    expect(mine.words?.hedges).toBe(wordsFor('en')?.hedges);
    expect([mine.allowed, mine.headlines, mine.lang, mine.today]).toEqual([['slammed'], 'title', 'en', '2026-01-10']);
    expect(read('A.').allowed).toEqual([]);
    expect(read('A.', 'lang: es-CO', { words: { es: own } }).allowed).toEqual(['slammed']);
    expect(read('A.', 'lang: es-CO', { words: { es: own, 'es-CO': {} } }).allowed).toEqual([]);
    expect(read('A.', 'lang: fi', { words: { fi: own } }).words).toBeUndefined();
  });

  test('are joined once for all stories', () => {
    const words = { en: own };
    expect(read('A.', '', { words }).words).toBe(read('B.', '', { words }).words);
    expect(read('A.', '', { words }).words).not.toBe(read('B.', '', { words: { en: { ...own } } }).words);
  });
});

test.each([
  ['Dr. Doe came. She left.', ['Dr. Doe came. ', 'She left.']],
  ['The U.S. is big. It is.', ['The U.S. is big. ', 'It is.']],
  ['Jane A. Doe came.', ['Jane A. Doe came.']],
  ['It costs 3.5 million. No.', ['It costs 3.5 million. ', 'No.']],
  ['He met Dr.', ['He met Dr.']],
  ['', []],
])('the sentences of “%s”', (text, sentences) =>
  expect(prose.sentencesIn(text, 'en', wordsFor('en')).map((span) => span.text)).toEqual(sentences),
);

test('what a passage is asked', () => {
  const [first, quote, post] = read(
    'It is “very old”, he said. It stays.\n\n> Others say so.\n\n<SocialPost source="jane">\nPosted words.\n</SocialPost>',
  ).passages as [Passage, Passage, Passage];
  expect([first, quote, post].map(prose.isOthersWords)).toEqual([false, true, true]);
  expect([prose.isIn(post, 'post'), prose.isIn(post, 'quotation', 'post'), prose.isIn(first, 'post')]).toEqual([
    true,
    true,
    false,
  ]);
  const [mark, end] = [first.text.indexOf('“'), first.text.indexOf('”')];
  expect([mark - 1, mark, end, end + 1].map((offset) => prose.isQuoted(first, offset))).toEqual([
    false,
    true,
    true,
    false,
  ]);
  expect(prose.withoutQuotations(first)).toBe('It is , he said. It stays.');
  const second = first.text.indexOf('It stays');
  expect(
    [
      [0, 3],
      [0, second - 1],
      [0, second],
      [second, second + 2],
      [second - 1, second],
    ].map(([one, other]) => prose.areInOneSentence(first, one!, other!)),
  ).toEqual([true, true, false, true, false]);
  const found = [
    ...prose.matchesIn(
      read('Old bridge. “Old bridge”, he said. An old boat.\n\n> Old bridge.', '', {
        words: { en: { allowed: ['old boat'] } },
      }),
      /old (?:bridge|boat)/gi,
    ),
  ];
  expect(found.map(({ match, place }) => `${place.line - lineOfBody() + 1}:${place.column} ${match[0]}`)).toEqual([
    '1:1 Old bridge',
  ]);
});

test('the people of the newsroom, by their whole name or the family’s', () => {
  const people = new Map([
    ['jane-doe', { name: 'Jane Doe', roles: [] }],
    ['doe-office', { name: 'Office of Jane', institution: true, roles: [] }],
    ['dot', { name: '·', roles: [] }],
    ['jane-doe-smith', { name: 'Jane Doe Smith', roles: [] }],
  ]);
  const story = read('A.', '', { registries: { ...newsdesk.registries, people } });
  const named = (text: string) =>
    mentionsOf(story, { text } as Passage).map(({ id, start, end }) => `${id} ${text.slice(start, end)}`);
  expect(named('Jane Doe met JANE DOE SMITH; doe left with Smith, not Doering or Janet')).toEqual([
    'jane-doe Jane Doe',
    'jane-doe-smith JANE DOE SMITH',
    'jane-doe doe',
    'jane-doe-smith Smith',
  ]);
  expect(named('The Office of Jane and the office of Jan')).toEqual(['doe-office Office of Jane']);
  expect(named('Doe-Smith, Doe’s, Doe2')).toEqual(['jane-doe Doe', 'jane-doe-smith Smith', 'jane-doe Doe']);
  expect([' Gustavo  Petro ', 'Petro', 'Luiz Inácio Lula da Silva'].map(familyNameOf)).toEqual([
    'Petro',
    'Petro',
    'Silva',
  ]);
});

describe('the facts of a story', () => {
  test('are read once; a number in a date is none', () => {
    const story = read('On January 20, 2026, 12 people met. By 2019 there were 40.', 'headline: Two boats in 2026');
    const { numbers, dates, names, quotes } = factsOf(story);
    expect(numbers.map(({ text }) => text)).toEqual(['Two', '2026', '12', '2019', '40']);
    expect(dates.map(({ text }) => text)).toEqual(['January 20, 2026']);
    expect([names.map(({ text }) => text), quotes]).toEqual([['January'], []]);
    expect(factsOf(story).numbers).toBe(numbers);
  });

  test('are few in a language that nobody has described, or that has no capitals', () => {
    const { numbers, names } = factsOf(read('Vuonna 2026 oli 12 siltaa, sanoi Jane Doe.', 'lang: fi'));
    expect([numbers, names]).toEqual([[], []]);
    expect(factsOf(read('Jane Doe は12人。', 'lang: ja')).names).toEqual([]);
  });

  test('of a summary are known as such', () => {
    const { fields, passages } = read('<KeyPoints>\n- A point.\n</KeyPoints>\n\nA line.');
    expect([...fields, ...passages].map((one) => [one.text, isSummary(one)])).toEqual([
      ['The council votes on a bridge', true],
      ['A sentence about it.', true],
      ['A point.', true],
      ['A line.', false],
    ]);
  });
});

describe('the desk', () => {
  const story = (above = '') => read('The council votes tomorrow.', above);
  const told = (...args: Parameters<typeof applyRules>) =>
    applyRules(...args)
      .filter(({ ruleId }) => /rot|rule/.test(ruleId))
      .map(({ ruleId, fatal, line, column, reason, expected }) => [ruleId, fatal, line, column, reason, expected?.[0]]);
  const reason = 'Unexpected “tomorrow”: expected the date, for readers of any day.';

  test('counts a rule as the newsroom says', () => {
    const line = lineOfBody();
    expect(told(story())).toEqual([['words-that-rot', false, line, 19, reason, undefined]]);
    expect(told(story(), { 'words-that-rot': 'error' })).toEqual([
      ['words-that-rot', true, line, 19, reason, undefined],
    ]);
    expect(told(story(), { 'words-that-rot': 'warning' })).toEqual(told(story()));
    expect(told(story(), { 'words-that-rot': 'off' })).toEqual([]);
  });

  test('leaves out what a story allows itself, and tells of a rule that is none, where it stands', () => {
    expect(told(story('allow: { words-that-rot: It is a diary. }'))).toEqual([]);
    const above = 'allow: { word-that-rot: It is a diary. }';
    const lines = storyOf(above, '').split('\n');
    const line = lines.findIndex((text) => text.startsWith('allow')) + 1;
    expect(told(story(above))).toContainEqual([
      'rule-exists',
      true,
      line,
      10,
      'Unknown rule “word-that-rot”: expected one of the desk’s rules.',
      'words-that-rot',
    ]);
  });

  test('asks a newsroom’s own rule, in place of ours of its name', () => {
    const own = { name: 'words-that-rot', severity: 'error' as const, check: () => [] };
    expect(told(story(), {}, rulesWith([own]))).toEqual([]);
    expect(rulesWith([own])).toHaveLength(rulesWith([]).length);
    expect(rulesWith([{ ...own, name: 'mine' }])).toHaveLength(rulesWith([]).length + 1);
  });

  test('knows settings for rules that are none', () => {
    expect(unknownSettings({ 'words-that-rot': 'off' })).toEqual([]);
    expect(unknownSettings({ 'words-that-rots': 'off', x: 'off' })).toEqual([
      { name: 'words-that-rots', suggestion: 'words-that-rot' },
      { name: 'x', suggestion: undefined },
    ]);
    expect(unknownSettings({ mine: 'off' }, rulesWith([{ name: 'mine', severity: 'off', check: () => [] }]))).toEqual(
      [],
    );
  });
});
