import { z } from 'astro/zod';
import { describe, expect, test } from 'vitest';
import { defineContract } from '../../src/document/contract.ts';
import type { Contract, Contracts } from '../../src/document/contract.ts';
import { choicesOf, describePlace, describeProps, describeRule } from '../../src/document/describe.ts';
import { snippetsOf } from '../../src/document/snippets.ts';
import { tagFor } from '../../src/document/tag.ts';
import { reference, text } from '../../src/schema/fields.ts';

/** A contract of this kind, as the guide and the editor tell of it. */
const contract = (more: Partial<Contract>): Contract => ({
  ...defineContract({
    name: 'Fact',
    purpose: 'A test.',
    place: 'part',
    holds: 'flow',
    props: z.object({}),
    example: '',
  }),
  ...more,
});
const setOf = (...all: Contract[]): Contracts => new Map(all.map((one) => [one.name, one]));

test('each prop is told with what it takes, and whether it may be left out', () => {
  const props = z.object({
    id: reference('sources').describe('Which one.'),
    size: z.enum(['wide', 'narrow']).default('wide').describe('How wide.'),
    note: text('a sentence').optional(),
  });
  expect(describeProps(contract({ props }))).toEqual([
    { name: 'id', required: true, takes: 'the id of one of the sources', description: 'Which one.', choices: [] },
    { name: 'size', required: false, takes: 'wide or narrow', description: 'How wide.', choices: ['wide', 'narrow'] },
    { name: 'note', required: false, takes: 'a sentence', description: '', choices: [] },
  ]);
});

test('the choices of a schema are known through what makes it optional', () => {
  expect(choicesOf(z.enum(['a', 'b']).optional())).toEqual(['a', 'b']);
  expect(choicesOf(z.enum(['a', 'b']).default('a').optional())).toEqual(['a', 'b']);
  expect(choicesOf(z.string())).toEqual([]);
});

test('what a component wants of its props together is told', () => {
  const both = z.object({ date: text().optional(), when: text().optional() });
  const rule = both.refine(({ date, when }) => date ?? when, { error: 'a date, or words for it in “when”' });
  expect(describeRule(contract({ props: rule }))).toBe('a date, or words for it in “when”');
  expect(describeRule(contract({ props: both }))).toBeUndefined();
  expect(describeRule(contract({ props: z.object({ id: text() }) }))).toBeUndefined();
});

describe('where a component stands, and what it holds', () => {
  test.each<[Partial<Contract>, string[]]>([
    [
      { place: 'section' },
      [
        'Stands on its own in the story, with an empty line before and after.',
        'Between its tags: paragraphs and lists.',
      ],
    ],
    [
      { place: 'part', holds: 'nothing' },
      ['Stands on its own, in the story or in a section of it.', 'Between its tags: nothing.'],
    ],
    [
      { place: 'part', within: ['Facts', 'Points'] },
      ['Stands directly in <Facts> or <Points>.', 'Between its tags: paragraphs and lists.'],
    ],
    [{ place: 'inline', holds: 'words' }, ['Stands in a sentence.', 'Between its tags: words of a sentence.']],
    [
      { place: 'inline', holds: 'words', mayBeEmpty: true },
      ['Stands in a sentence.', 'Between its tags: words of a sentence, or nothing.'],
    ],
  ])('%j', (more, told) => expect(describePlace(contract(more))).toEqual(told));

  test('tells of lists, of components in it, of what stands beside it, and of words that are not counted', () => {
    const inside = (more: Partial<Contract>) => describePlace(contract(more)).slice(1);
    expect(inside({ holds: 'list' })).toEqual(['Between its tags: one list, a line for each point.']);
    expect(inside({ holds: 'list', limit: 5 })).toEqual([
      'Between its tags: one list, a line for each point, 5 at most.',
    ]);
    expect(inside({ holds: ['Fact', 'Aside'] })).toEqual(['Between its tags: <Fact> or <Aside>.']);
    expect(inside({ beside: 'Facts' })[1]).toBe('Has <Facts> beside it on a wide screen, where that follows.');
    expect(inside({ repeats: true })[1]).toBe('Says again what the story says, so it is not counted.');
  });
});

describe('the tag that a message asks for', () => {
  const props = z.object({ by: text(), status: text(), note: text().optional() });
  const reply = contract({ name: 'Reply', role: 'response', props });
  const cite = contract({ name: 'Cite', role: 'badge', place: 'inline', props: z.object({ id: text() }) });

  test('has the props that the component cannot do without, with what is known of them', () => {
    expect(tagFor(setOf(cite, reply), 'response')).toBe('<Reply by="…" status="…">');
    expect(tagFor(setOf(cite, reply), 'response', { by: 'jane-doe' })).toBe('<Reply by="jane-doe" status="…">');
  });
  test('of a component in a sentence is closed', () =>
    expect(tagFor(setOf(reply, cite), 'badge')).toBe('<Cite id="…" />'));
  test('is that of the first component with the role', () =>
    expect(tagFor(setOf(reply, contract({ name: 'Second', role: 'response' })), 'response')).toMatch(/^<Reply/));
  test('of a role that no component has leaves its name open', () => expect(tagFor(setOf(), 'badge')).toBe('<…>'));
});

test('a snippet has a stop for each prop, to type over or to choose, and keeps the signs of the editor', () => {
  const props = z.object({ id: text(), size: z.enum(['wide', 'narrow', 'a,b']).optional() });
  const example = '<Fact id="cost} $5" size="narrow">\nIt costs $5 \\ more.\n</Fact>';
  expect(snippetsOf(setOf(contract({ props, example, purpose: 'A fact.' })))).toEqual({
    Fact: {
      prefix: 'Fact',
      scope: 'mdx',
      description: 'A fact.',
      body: ['<Fact id="${1:cost\\} \\$5}" size="${2|narrow,wide,a\\,b|}">', 'It costs \\$5 \\\\ more.', '</Fact>'],
    },
  });
});
