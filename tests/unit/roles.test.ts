import { z } from 'astro/zod';
import type { Root } from 'hast';
import { describe, expect, test } from 'vitest';
import { applyRules, rules } from '../../src/desk/desk.ts';
import { proseOf } from '../../src/desk/prose.ts';
import { defineContract } from '../../src/document/contract.ts';
import type { Contract, Contracts } from '../../src/document/contract.ts';
import { isError } from '../../src/document/message.ts';
import { readStory } from '../../src/document/read.ts';
import { roleProps } from '../../src/document/role.ts';
import type { Role } from '../../src/document/role.ts';
import { optionsSchema } from '../../src/options.ts';
import { contentsOf } from '../../src/stories/contents.ts';
import { picturesIn } from '../../src/renderings/pictures.ts';
import { claimsOf, tellingOf } from '../../src/renderings/telling.ts';
import { storySchema } from '../../src/schema/story.ts';
import { statementsIn } from '../../src/stories/statements.ts';
import { storyOf } from '../../src/stories/story.ts';
import type { Registries, StoryContext } from '../../src/stories/story.ts';
import en from '../../src/strings/en.ts';

/** A newsroom’s own components, of which no code of ours knows the name. */
const own = (name: string, role: Role | undefined, more: Partial<Contract> = {}): Contract =>
  defineContract({
    name,
    purpose: 'A test.',
    place: 'section',
    holds: 'flow',
    props: role && role in roleProps ? roleProps[role as keyof typeof roleProps] : z.object({}),
    example: '',
    ...(role && { role }),
    ...more,
  });

const contracts: Contracts = new Map(
  [
    own('Plain', undefined),
    own('Stakes', 'nutGraf', { heading: 'whyItMatters' }),
    own('Legwork', 'backstory'),
    own('Verdict', 'claim'),
    own('Said', 'statement'),
    own('Reply', 'response'),
    own('Letter', 'quotation'),
    own('Camp', 'view'),
    own('Sums', 'figures'),
    own('Photo', 'picture'),
    own('Ahead', 'step'),
    own('Open', 'unknowns'),
    own('Short', 'points'),
    own('Asked', 'questions'),
    own('Cite', 'badge', { place: 'inline', holds: 'words' }),
  ].map((contract) => [contract.name, contract]),
);

const registries: Registries = {
  outlets: new Map([['wire', { name: 'The Wire', kind: 'agency' }]]),
  people: new Map([['jane-doe', { name: 'Jane Doe', roles: [] }]]),
  authors: new Map(),
  topics: new Map(),
  terms: new Map(),
};

const options = optionsSchema.parse({ name: 'The Example' });

const above = {
  headline: 'Will the bridge be built?',
  description: 'A sentence.',
  published: '2025-01-08',
  authors: ['desk'],
  sources: { wire: { outlet: 'wire' }, speech: { by: 'jane-doe', kind: 'speech' } },
};

function read(body: string) {
  const reading = readStory(`---\n${JSON.stringify(above)}\n---\n${body}\n`, storySchema, contracts);
  expect(reading.messages.filter(isError)).toEqual([]);
  return reading;
}

const treeOf = (body: string): Root => read(body).tree!;

/** What one rule of the desk says of a story. */
function asked(rule: string, body: string): string[] {
  const prose = proseOf(read(body), storySchema.parse(above), {
    lang: 'en',
    today: '2026-01-10',
    registries,
  });
  const only = Object.fromEntries(rules.map(({ name, severity }) => [name, name === rule ? severity : 'off']));
  return applyRules(prose!, only).map(({ reason }) => reason);
}

const context = {} as StoryContext;

describe('the desk treats a newsroom’s own component by its role', () => {
  test.each([
    ['words-that-rot', 'Plain', 'Letter', 'We vote tomorrow.'],
    ['number-source', 'Plain', 'Letter', 'It costs $3 million.'],
    ['number-source', 'Plain', 'Sums source="wire"', 'It costs $3 million.'],
    ['number-source', 'Plain', 'Short', 'It costs $3 million.'],
    ['number-source', 'Plain', 'Asked', 'It costs $3 million.'],
    ['number-source', 'Plain', 'Camp', 'It costs $3 million.'],
    ['number-source', 'Plain', 'Verdict status="false"', 'It costs $3 million.'],
    ['quotation-speaker', 'Plain', 'Said by="jane-doe" source="speech"', '“The bridge will be built.”'],
    ['quotation-speaker', 'Plain', 'Reply by="jane-doe"', '“The bridge will be built.”'],
    ['quotation-speaker', 'Plain', 'Camp', '“The bridge will be built.”'],
    ['headline-question', 'Plain', 'Short', 'Yes.'],
    ['nut-graf', 'Plain', 'Stakes', 'It is the only way across.'],
  ])('%s asks in <%s>, and not in <%s>', (rule, plain, component, words) => {
    expect(asked(rule, `<${plain}>\n${words}\n</${plain}>`)).toHaveLength(1);
    expect(asked(rule, `<${component}>\n${words}\n</${component.split(' ')[0]!}>`)).toEqual([]);
  });

  test.each(['Said by="jane-doe" source="speech"', 'Reply by="jane-doe"'])('takes <%s> for an answer', (component) => {
    const accusation = 'The council accused Jane Doe of fraud.';
    const answer = `<${component}>\nNo.\n</${component.split(' ')[0]!}>`;
    expect(asked('accusation-response', `${accusation}\n\n<Plain>\nNo.\n</Plain>`)).toHaveLength(1);
    expect(asked('accusation-response', `${accusation}\n\n${answer}`)).toEqual([]);
  });

  test('reads a badge as the name of its source', () => {
    expect(asked('number-source', 'It costs $3 million.')).toHaveLength(1);
    expect(asked('number-source', 'It costs $3 million <Cite id="wire" />.')).toEqual([]);
  });

  test('names the component that the writer typed', () => {
    expect(asked('step-passed', '<Ahead date="2025-12-01">\nThe vote.\n</Ahead>')).toEqual([
      'Unexpected date 2025-12-01 on <Ahead>, which has passed: expected what came of it, or a later date.',
    ]);
    expect(asked('unknown-old', '<Open>\nThe cost.\n</Open>')[0]).toMatch(/^Unexpected <Open> of 367 days ago/);
  });
});

test('messages tell a writer to type the newsroom’s own component', () => {
  const plain =
    '<Plain>\n“We vote on it in March.” It costs $3 million.\n</Plain>\n\nOne.\n\nTwo.\n\nThree.\n\nFour.\n\nFive.';
  const accusation = 'The council accused Jane Doe of fraud.';
  expect(read('One <Cite id="wire" />.').messages.map(({ reason }) => reason)).toEqual([
    'Unused source “speech”: expected a <Cite id="speech" /> in the story.',
  ]);
  expect(readStory(`---\n${JSON.stringify(above)}\n---\nI <3 you\n`, storySchema, contracts).messages).toMatchObject([
    { reason: 'Unexpected “<”: expected a tag such as <Cite id="…" />, or “\\<” for the sign itself.' },
  ]);
  expect([
    ...asked('number-source', plain),
    ...asked('quotation-speaker', plain),
    ...asked('citation-run', plain),
  ]).toEqual([
    'Unexpected number “$3 million” without a source: expected a <Cite id="…" />, or who says so, in the same paragraph.',
    'Unexpected quotation without a speaker: expected who said it, or a <Cite id="…" />, in the same paragraph.',
    'Unexpected run of 5 paragraphs without a source: expected a <Cite id="…" /> in one of them.',
  ]);
  expect([
    ...asked('headline-question', plain),
    ...asked('nut-graf', plain),
    ...asked('accusation-response', accusation),
  ]).toEqual([
    'Unexpected question in the headline: expected its answer in <Short>, or a headline that says it.',
    'Missing nut graf: expected <Stakes>, with why the story matters in at most 60 words.',
    'Unexpected accusation of Jane Doe without an answer: expected <Reply by="jane-doe">, or the answer in words.',
  ]);
  expect(asked('nut-graf', `<Stakes>\n${'word '.repeat(61)}\n</Stakes>`)).toEqual([
    'Unexpected 61 words in <Stakes>: expected at most 60.',
  ]);
});

describe('outputs treat it by its role', () => {
  test('why it matters and how it was reported go into metadata, from the first that tells it', () => {
    const body =
      '<Stakes>\nIt is *the* way.\n</Stakes>\n\n<Legwork>\nWe asked.\n</Legwork>\n\n<Stakes>\nMore.\n</Stakes>';
    expect(tellingOf(treeOf(body), {}, context)).toEqual({ abstract: 'It is the way.', backstory: 'We asked.' });
    expect(tellingOf(treeOf('<Plain>\nWords.\n</Plain>'), {}, context)).toEqual({});
  });

  test('a claim is reviewed, with its status', () => {
    expect(claimsOf(treeOf('<Verdict status="disputed">\nIt holds.\n</Verdict>'), {}, context)).toEqual([
      { words: 'It holds.', status: 'disputed' },
    ]);
  });

  test('a statement is its speaker’s', () => {
    const { tree, facts } = read('<Said by="jane-doe" source="speech">\n“Yes.”\n</Said>\n\n<Plain>\nWords.\n</Plain>');
    expect(statementsIn(tree!)).toMatchObject([{ by: 'jane-doe', props: { source: 'speech' } }]);
    expect(facts?.roles).toEqual(['statement']);
  });

  test('a statement all in quotation marks is a quote, and a mark that leaves that open gets a message', () => {
    const said = (words: string) => `<Said by="jane-doe" source="speech">\n${words}\n</Said>`;
    expect(
      statementsIn(treeOf(`${said('“Yes.”')}\n\n${said('She agrees.')}`)).map(({ props }) => props['quote']),
    ).toEqual([true, false]);
    const contents = `---\n${JSON.stringify(above)}\n---\n${said('“Yes.')}\n`;
    expect(readStory(contents, storySchema, contracts).messages).toMatchObject([
      { ruleId: 'words-valid', reason: 'Unexpected “ without ”: expected both around words as they were said.' },
    ]);
  });

  test('a picture has its rights', () => {
    const photo = { src: 'bridge.jpg', alt: 'A bridge', credit: 'Jane Doe', rights: 'no-copies' };
    const props = Object.entries(photo).map(([name, value]) => `${name}="${value}"`);
    expect(picturesIn(treeOf(`<Photo ${props.join(' ')}>\nIts caption.\n</Photo>`))).toEqual([photo]);
  });

  test('what a program has to compute is left out', () => {
    const program = 'export const who = "jane-doe";\n\n<Said by={who} source="speech">\nYes.\n</Said>';
    expect(statementsIn(treeOf(program))).toEqual([]);
  });
});

test('a section has the language’s heading by the word in its contract, whatever its name', () => {
  const body = '<Stakes>\nOne <Cite id="wire" />.\n</Stakes>\n\n<Plain>\nTwo <Cite id="wire" />.\n</Plain>';
  const { facts } = read(body);
  const story = storyOf('a', { ...storySchema.parse(above), document: { ...facts!, digest: '' } }, registries, options);
  expect(story.sources[0]?.citations.map(({ place }) => place)).toEqual(['Why it matters', 'Plain']);
  expect(contentsOf(treeOf(`${body}\n\n## Three\n\n<Plain />`), 4, en)).toEqual([
    { id: 'stakes', title: 'Why it matters' },
    { id: 'plain', title: 'Plain' },
    { id: 'three', title: 'Three' },
    { id: 'plain-1', title: 'Plain' },
  ]);
});
