import { describe, expect, test } from 'vitest';
import { z } from 'astro/zod';
import { defineContract } from '../../src/document/contract.ts';
import { toJson } from '../../src/document/message.ts';
import { checkReferences, readRecord, readStory } from '../../src/document/read.ts';
import type { Reading } from '../../src/document/read.ts';
import { text } from '../../src/schema/fields.ts';
import { outletSchema } from '../../src/schema/outlet.ts';
import { storySchema } from '../../src/schema/story.ts';
import { contracts } from './contracts.ts';

const above = 'headline: A\ndescription: B.\npublished: 2026-01-08\nauthors: [desk]';
const story = (body: string, more = '') => `---\n${above}\n${more}---\n${body}`;
const sources = 'sources:\n  a: { outlet: reuters }\n  b: { by: jane }\n';
const read = (contents: string, programs = true) => readStory(contents, storySchema, contracts, { programs });
const echo = defineContract({
  name: 'Echo',
  purpose: 'A test.',
  example: '',
  place: 'part',
  holds: 'flow',
  repeats: true,
  props: z.object({}),
});
const open = defineContract({
  name: 'Open',
  purpose: 'What is open.',
  place: 'section',
  role: 'unknowns',
  holds: 'list',
  props: z.object({}),
  example: '',
});
const coming = defineContract({
  name: 'Coming',
  purpose: 'What is to come.',
  place: 'part',
  role: 'step',
  holds: 'flow',
  props: z.object({ date: z.string().optional(), when: z.string().optional() }),
  example: '',
});
const withOpen = new Map([...contracts, ['Open', open], ['Coming', coming]]) as typeof contracts;
const withEcho = new Map([...contracts, ['Echo', echo]]);
const rulesOf = ({ messages }: Reading) =>
  messages.map(toJson).map(({ rule, severity, line }) => `${line} ${severity} ${rule}`);

describe('readStory', () => {
  test('gives data, facts and tree of a story', () => {
    const reading = read(
      story(
        'A <Cite id="a" />, <Cite id="b" />.\n\n![c](d.png)\n\n<Quotes>\n<Quote by="jane">Text.</Quote>\n</Quotes>',
        sources,
      ),
    );
    expect(reading.messages).toEqual([]);
    expect(reading.data).toMatchObject({ headline: 'A', published: '2026-01-08' });
    expect(reading.facts).toEqual({
      kind: 'document',
      citations: [
        { source: 'a', paragraph: 1 },
        { source: 'b', paragraph: 1 },
      ],
      components: ['Cite', 'Quote', 'Quotes'],
      roles: ['badge', 'statement'],
      people: ['jane'],
      notes: [],
      terms: [],
      images: ['d.png'],
      files: [],
      steps: [],
      unknowns: 0,
      tables: false,
      code: false,
      words: 2,
    });
    expect(reading.references).toEqual([
      { to: 'authors', id: 'desk', line: 5, column: 11 },
      { to: 'outlets', id: 'reuters', line: 7, column: 16 },
      { to: 'people', id: 'jane', line: 8, column: 12 },
      { to: 'people', id: 'jane', line: 15, column: 8 },
    ]);
    expect(reading.tree?.children).not.toHaveLength(0);
  });

  test('tells what is still to come and what is not known, for pages that read no story', () => {
    const { steps, unknowns } = readStory(
      story(
        [
          '<Open>',
          '- One?\n- Two, says <Cite id="a" />?\n',
          '</Open>\n',
          '<Coming date="2035" when="By *2035*">\nThe **latest** year, says <Cite id="a" />. <Cite id="b" />\n\nMore.\n</Coming>',
          '<Coming>\nSome day.\n</Coming>',
        ].join('\n'),
        sources,
      ),
      storySchema,
      withOpen,
    ).facts!;
    expect(steps).toEqual([
      { date: '2035', when: 'By *2035*', words: 'The latest year, says {a}. {b}' },
      { words: 'Some day.' },
    ]);
    expect(unknowns).toBe(2);
  });

  test('has the picture above a story among its pictures, at its place', () => {
    const above = 'picture: { file: dawn.jpg, alt: A dawn, credit: Jane Doe, rights: ours }\n';
    const { messages, pictures, facts } = read(story('![c](d.png)', above));
    expect(messages).toEqual([]);
    expect(facts?.images).toEqual(['dawn.jpg', 'd.png']);
    expect(pictures?.[0]).toMatchObject({ src: 'dawn.jpg', line: 6, column: 18 });
  });

  test.each([
    ['picture: { file: dawn.jpg, credit: Jane Doe, rights: ours }', 'Missing key “picture.alt”'],
    ['picture: { file: dawn.jpg, alt: A dawn, rights: ours }', 'Missing key “picture.credit”'],
    ['picture: { file: dawn.jpg, alt: A dawn, credit: A, rights: mine }', 'Unexpected “mine”'],
    ['picture: { file: ../dawn.jpg, alt: A dawn, credit: A, rights: ours }', 'Unexpected “../dawn.jpg”'],
    ['picture: { file: a.jpg, alt: A, credit: A, rights: ours, focus: left }', 'a point such as 50% 30%'],
  ])('%s is told', (above, reason) =>
    expect(
      read(story('Words.', `${above}\n`))
        .messages.map(({ message }) => message)
        .join(),
    ).toContain(reason),
  );

  test.each([
    ['One two.', 2],
    ['One two.\n\n<Echo>Three four.</Echo>', 2],
    ['One two.\n\n<Echo>\nThree.\n\n<Aside>Four.</Aside>\n</Echo>', 2],
    ['One two.\n\n<Aside>\nThree.\n\n<Echo>Four.</Echo>\n</Aside>', 3],
    ['One two.\n\n<Echo>Three.</Echo>\n\nFour.', 3],
  ])('does not count words that are said again: %j', (body, words) =>
    expect(readStory(story(body), storySchema, withEcho).facts?.words).toBe(words),
  );

  test('warns of a source that is never cited', () => {
    expect(rulesOf(read(story('A <Cite id="a" />.', sources)))).toEqual(['8 warning source-cited']);
  });

  test.each([
    ['after a mistake above', story('Text.', `${sources}colour: red\n`), ['9 error key-known']],
    ['after a mistake below', story('A <Cite />.', sources), ['10 error prop-required']],
    ['where the text cannot be read', story('A <Cite', sources), ['10 error mdx-syntax']],
    ['in a program', story('A {1 + 1}.', sources), []],
  ])('does not warn %s', (_, contents, expected) => expect(rulesOf(read(contents))).toEqual(expected));

  test.each([
    ['YAML cannot be read', `---\nsources: [\n---\nA <Cite id="a" />.`, ['2 error yaml-syntax']],
    ['they are no group', story('A <Cite id="a" />.', 'sources: [a]\n'), ['6 error value-valid']],
    [
      'their key is misspelt',
      story('A <Cite id="a" />.', 'source:\n  a: { outlet: reuters }\n'),
      ['6 error key-known'],
    ],
  ])('does not fault citations when %s', (_, contents, expected) => expect(rulesOf(read(contents))).toEqual(expected));

  test('faults a citation of nothing, in a program too', () => {
    expect(rulesOf(read(story('A <Cite id="c" /> {1 + 1}.')))).toEqual(['7 error source-exists']);
  });

  test('faults a program only where none are wanted', () => {
    const contents = story('import A from "./a.astro"\n\n<A />');
    expect(read(contents)).toMatchObject({ messages: [], facts: { kind: 'program' } });
    expect(read(contents, false).messages.map(toJson)).toEqual([
      {
        file: '',
        line: 7,
        column: 1,
        severity: 'error',
        reason: 'Unexpected code, “import”: expected only text and components.',
        rule: 'program',
      },
    ]);
  });

  test('places are those of the file, whatever its line ends', () => {
    const contents = story('\nText.\n\nA <Cite ids="a" />.', 'updated: soon\n');
    const placesOf = (text: string) => read(text).messages.map(({ line, column }) => `${line}:${column}`);
    expect(placesOf(contents)).toEqual(['6:10', '11:9']);
    expect(placesOf(contents.replaceAll('\n', '\r\n'))).toEqual(['6:10', '11:9']);
    expect(placesOf(`\uFEFF${contents}`)).toEqual(['6:10', '11:9']);
  });
});

describe('readRecord', () => {
  test('gives data without messages', () => {
    expect(readRecord('name: Reuters\nkind: agency\n', outletSchema)).toMatchObject({
      data: { name: 'Reuters', kind: 'agency' },
      messages: [],
    });
  });
  test.each([
    ['name: A: B', ['1 error yaml-syntax']],
    ['name: A\nname: B\nkind: agency', ['2 error key-once']],
    ['# nothing yet', ['1 error key-required', '1 error key-required']],
    ['\uFEFFname: A\nkind: paper', ['2 error value-valid']],
    ['Reuters', ['1 error value-valid']],
  ])('%j', (contents, expected) => expect(rulesOf(readRecord(contents, outletSchema))).toEqual(expected));

  test('takes any schema', () => expect(readRecord('a: 5', z.strictObject({ a: text() })).data).toEqual({ a: '5' }));
});

test('checkReferences names what is in no registry, with the nearest that is', () => {
  const reference = (to: 'outlets' | 'people' | 'authors' | 'topics', id: string) => ({ to, id, line: 1, column: 2 });
  const references = [
    reference('outlets', 'reuter'),
    reference('people', 'jane'),
    reference('authors', 'desk'),
    reference('topics', 'x'),
  ];
  const ids: Record<string, string[]> = { outlets: ['reuters'], people: ['jane'], authors: ['desk'], topics: ['jane'] };
  const messages = checkReferences([{ file: 'a.mdx', references }], (collection) => new Set(ids[collection]));
  expect(messages.map(toJson)).toEqual([
    {
      file: 'a.mdx',
      line: 1,
      column: 2,
      severity: 'error',
      reason: 'Unknown outlet “reuter”: expected the name of a file in outlets/.',
      suggestion: 'reuters',
      rule: 'outlet-exists',
    },
    {
      file: 'a.mdx',
      line: 1,
      column: 2,
      severity: 'error',
      reason: 'Unknown topic “x”: expected the name of a file in topics/.',
      rule: 'topic-exists',
    },
  ]);
});

test('a heading has an id of its own, and never that of what is on every page', () => {
  const body = ['Credit', 'Sources', 'R1', 'Site menu', 'T-shirts', 'Credit', 'Why'].map(
    (words) => `## ${words}\n\nWords.\n`,
  );
  const { anchors } = read(story(body.join('\n')));
  expect(anchors).toEqual(['credit-1', 'sources-1', 'r1-1', 'site-menu-1', 't-shirts', 'credit-2', 'why']);
});
