import type { ElementContent, Root } from 'hast';
import { h } from 'hastscript';
import { describe, expect, test } from 'vitest';
import { readStory } from '../../src/document/read.ts';
import { toHtml } from '../../src/renderings/html.ts';
import { picturesIn } from '../../src/renderings/pictures.ts';
import { toPlain } from '../../src/renderings/plain.ts';
import type { PlainForm } from '../../src/renderings/plain.ts';
import { toSource } from '../../src/renderings/source.ts';
import { claimsOf, tellingOf } from '../../src/renderings/telling.ts';
import { contextWith, versionOf } from '../../src/renderings/version.ts';
import { noteSchema } from '../../src/schema/note.ts';
import { storySchema } from '../../src/schema/story.ts';
import { statementsIn } from '../../src/stories/statements.ts';
import { noteOf } from '../../src/stories/story.ts';
import type { Text } from '../../src/stories/story.ts';
import { componentNames, contracts, load } from '../support/newsroom.ts';
import { optionsWith, plainFacts, registriesIn, storyWith } from '../support/stories.ts';

const plains = Object.fromEntries(
  await Promise.all(componentNames.map(async (name) => [name, await load<PlainForm>(name, 'plain.ts')] as const)),
);

const above = {
  sources: { wire: { outlet: 'reuters', url: 'https://reuters.example/a' }, speech: { by: 'gustavo-petro' } },
};

const treeOf = (body: string) =>
  readStory(`---\nheadline: A\nsources: ${JSON.stringify(above.sources)}\n---\n${body}\n`, storySchema, contracts, {
    programs: true,
  }).tree!;

/** Made in each test, so that a mutant of it is tried by these tests only. */
const contextIn = () =>
  contextWith(
    { plains, treeOf: () => ({ type: 'root', children: [] }), timeZone: 'America/New_York' },
    storyWith({ above }),
  );
const plainOf = (body: string) => toPlain(treeOf(body), plains, contextIn());
const htmlOf = (body: string) => toHtml(plainOf(body)).replace(/\s*\n\s*/g, '');

describe('a story in plain HTML', () => {
  test.each([
    [
      'has its paragraphs and their markup',
      'A *call*\nof **an hour**.',
      '<p>A <em>call</em>of <strong>an hour</strong>.</p>',
    ],
    [
      'keeps links and what they lead to',
      '[a](https://a.example/ "A")',
      '<p><a href="https://a.example/" title="A">a</a></p>',
    ],
    ['keeps tags of a writer, without classes', 'CO<sub class="x">2</sub>', '<p>CO<sub>2</sub></p>'],
    ['drops a box of a writer, and keeps what is in it', '<div>\nText.\n</div>', '<p>Text.</p>'],
    ['has the inside of what it does not know', '<Ours>\nText.\n</Ours>', '<p>Text.</p>'],
    ['drops comments', 'Text.{/* no */}', '<p>Text.</p>'],
    ['has sections without ids', '## The call\n\nText.', '<section><h2>The call</h2><p>Text.</p></section>'],
    [
      'names sources in the sentence',
      'So <Source id="wire" />.',
      '<p>So <a href="https://reuters.example/a">Reuters</a>.</p>',
    ],
  ])('%s', (_, body, html) => expect(htmlOf(body)).toBe(html));

  test('has nothing that was only there for the page', () => {
    const columns = h('div', { className: ['columns'] }, [h('p', { id: 'a', ariaLabelledBy: ['b'] }, 'Text.')]);
    const tree: Root = {
      type: 'root',
      children: [columns, h('span', { className: ['line'] }, 'A line.'), h('b', { className: ['x'] }, 'B')],
    };
    expect(toHtml(toPlain(tree, plains, contextIn()))).toBe('<p>Text.</p>A line.<b>B</b>');
  });
});

describe('what a story tells of itself', () => {
  test('is its nut graf and how it was reported, in words, without addresses', () => {
    const body =
      '<WhyItMatters title="Why">\nThe **pact** is at\nrisk, says <Source id="wire" />.\n</WhyItMatters>\n\n' +
      '<Process>\nWe read the [log](https://a.example/).\n</Process>\n\n' +
      '<Process>\nA second one.\n</Process>';
    expect(tellingOf(treeOf(body), plains, contextIn())).toEqual({
      abstract: 'The pact is at risk, says Reuters.',
      backstory: 'We read the log.',
    });
    expect(tellingOf(treeOf('Text.'), plains, contextIn())).toEqual({});
  });

  test('is each claim, with what was found of it', () => {
    const body =
      '<Claim status="false">\n“It lasted *two* hours.”\n</Claim>\n\nText.\n\n<Claim status="confirmed">\nThey met.\n</Claim>';
    expect(claimsOf(treeOf(body), plains, contextIn())).toEqual([
      { words: '“It lasted two hours.”', status: 'false' },
      { words: 'They met.', status: 'confirmed' },
    ]);
    expect(claimsOf(treeOf('Text.'), plains, contextIn())).toEqual([]);
  });

  test('is who said what, in order', () => {
    const body =
      '<Officials>\n<Statement by="gustavo-petro" source="speech" on="work">\n“Work is dignity.”\n</Statement>\n' +
      '<Statement by="donald-trump" source="wire">\nHe thanked him.\n</Statement>\n</Officials>';
    const said = statementsIn(treeOf(body));
    expect(said.map(({ by, props }) => [by, props['source'], props['on']])).toEqual([
      ['gustavo-petro', 'speech', 'work'],
      ['donald-trump', 'wire', undefined],
    ]);
    expect(
      said.map(({ words }) => toHtml(toPlain({ type: 'root', children: words }, plains, contextIn())).trim()),
    ).toEqual(['<p>“Work is dignity.”</p>', '<p>He thanked him.</p>']);
  });

  test('is its pictures, in order: those without a credit are the newsroom’s', () => {
    const body =
      'A ![A clock](clock.png).\n\n<Figure src="visa.jpg" alt="A visa" credit="Photo: A" rights="licensed">\nWords.\n</Figure>';
    expect(picturesIn(treeOf(body))).toEqual([
      { src: 'clock.png', alt: 'A clock', rights: 'ours' },
      { src: 'visa.jpg', alt: 'A visa', credit: 'Photo: A', rights: 'licensed' },
    ]);
    expect(picturesIn({ type: 'root', children: [h('img', { src: 'a.png' })] })).toMatchObject([{ alt: '' }]);
  });

  test('is what the ledger keeps: its words, a paragraph each, under the writer’s date', () => {
    const story = storyWith({ above: { ...above, updated: '2026-01-09' } });
    expect(versionOf(story, plainOf('A <Source id="wire" />.\n\n## The call\n\nThey spoke.\n\n- one\n- two'))).toEqual({
      date: '2026-01-09',
      headline: 'Trump and Petro plan to meet',
      description: 'They stepped back from threats.',
      text: ['A Reuters.', 'The call', 'They spoke.', '- one\n- two'],
    });
    expect(versionOf(storyWith(), plainOf(''))).toMatchObject({ date: '2026-01-08', text: [] });
  });
});

describe('a program leaves out whole what it computes', () => {
  const code = 'import Sum from "./Sum.astro"\nexport const total = 1 + 2\n\n';
  const gap = '<nutgraf:computed></nutgraf:computed>';

  test.each([
    ['a paragraph', 'The total is {total} today.\n\nIt rained.', `${gap}<p>It rained.</p>`],
    ['what stands side by side, once', 'A {total}.\n\nB {total}.\n\nIt rained.', `${gap}<p>It rained.</p>`],
    ['a part of its own', 'One.\n\n<Sum of="x" />\n\nTwo.', `<p>One.</p>${gap}<p>Two.</p>`],
    ['words in a part of its own', 'One.\n\n<Sum>\nDo not\n</Sum>', `<p>One.</p>${gap}`],
    ['a list', 'One.\n\n- a\n- {total} b', `<p>One.</p>${gap}`],
    ['a quotation', '> He paid {total}.\n\nOne.', `${gap}<p>One.</p>`],
    ['a heading', '## All {total}\n\nOne.', `${gap}<p>One.</p>`],
    [
      'a part of a section',
      '<WhyItMatters>\nIt matters.\n\nIt matters {total} times.\n</WhyItMatters>',
      `<section><h2>Why it matters</h2><p>It matters.</p>${gap}</section>`,
    ],
    [
      'a section of nothing else',
      '<WhyItMatters>\nIt matters {total} times.\n</WhyItMatters>\n\nOne.',
      `${gap}<p>One.</p>`,
    ],
    [
      'what somebody said',
      '<Officials>\n<Statement by="gustavo-petro" source="speech">\n“I paid.”\n\n“Paid {total}.”\n</Statement>\n</Officials>',
      gap,
    ],
    ['a component with a prop to compute', '<PullQuote by={total}>\nWords.\n</PullQuote>\n\nOne.', `${gap}<p>One.</p>`],
    ['nothing of what is written out', 'A {"word"}, {5} of {/* five */} them.', '<p>A word, 5 of  them.</p>'],
  ])('%s', (_, body, html) => expect(htmlOf(code + body)).toBe(html));

  test('and its metadata say nothing of it', () => {
    const why = '<WhyItMatters>\nIt matters.\n\nIt matters {total} times.\n</WhyItMatters>';
    expect(tellingOf(treeOf(code + why), plains, contextIn())).toEqual({});
    const claim = '<Claim status="false">\nThey met {total} times.\n</Claim>';
    expect(claimsOf(treeOf(`${code}One.\n\n${claim}`), plains, contextIn())).toEqual([]);
    const said = '<Statement by="gustavo-petro" source="speech">\n“Paid {total}.”\n</Statement>';
    expect(statementsIn(treeOf(`${code}One.\n\n<Officials>\n${said}\n</Officials>`))).toEqual([]);
    expect(versionOf(storyWith(), plainOf(`${code}A {total}.\n\nB.`)).text).toEqual(['B.']);
  });
});

test('a text has its words in its language, and the notes that it uses in plain form', () => {
  const data = {
    ...noteSchema.parse({ title: 'Locks', published: '2025-05-01' }),
    document: { ...plainFacts, digest: '' },
  };
  const note = noteOf('locks', data, registriesIn('en'), optionsWith());
  const story = storyWith({ above: { lang: 'es' }, facts: { notes: ['locks'] }, notes: new Map([['locks', note]]) });
  const press = { plains, treeOf: ({ id }: Text) => treeOf(id === 'locks' ? 'A **lock**.' : 'No.'), timeZone: 'UTC' };
  const { notes, strings, timeZone } = contextWith(press, story);
  expect(Object.keys(notes)).toEqual(['locks']);
  expect(notes['locks']!.note.title).toBe('Locks');
  expect(toHtml({ type: 'root', children: notes['locks']!.content }).trim()).toBe('<p>A <strong>lock</strong>.</p>');
  expect([strings.sources, timeZone]).toEqual(['Fuentes', 'UTC']);
});

describe('HTML to be read as it stands', () => {
  const root = (...children: ElementContent[]): Root => ({ type: 'root', children });

  test('has each block on a line of its own, further in by its depth', () => {
    const list = h('ul', [h('li', 'One ', h('b', 'bold')), h('li', [h('p', 'Two'), h('p', 'Three')])]);
    expect(toSource(root(h('h2', 'The call'), { type: 'text', value: '\n' }, h('section', list), h('p', 'End.')))).toBe(
      [
        '<h2>The call</h2>',
        '<section>',
        '  <ul>',
        '    <li>One <b>bold</b></li>',
        '    <li>',
        '      <p>Two</p>',
        '      <p>Three</p>',
        '    </li>',
        '  </ul>',
        '</section>',
        '<p>End.</p>',
      ].join('\n'),
    );
  });

  test('keeps the space between words', () =>
    expect(toSource(root(h('p', ['A ', h('em', 'b'), ' ', h('em', 'c')])))).toBe('<p>A <em>b</em> <em>c</em></p>'));

  test('shows text that stands beside a block', () =>
    expect(toSource(root(h('div', ['Text ', h('p', 'one')])))).toBe('<div>\n  Text \n  <p>one</p>\n</div>'));

  test.each('div figure figcaption blockquote h1 h6 ol dl dt dd table caption thead tbody tr th td'.split(' '))(
    'takes %s for a block',
    (name) => expect(toSource(root(h('b', 'x'), h(name, 'y')))).toMatch(/^<b>x<\/b>\n</),
  );
  test.each(['span', 'h', 'pre1', 'address'])('takes %s for words', (name) =>
    expect(toSource(root(h('b', 'x'), h(name, 'y')))).not.toContain('\n'),
  );
});
