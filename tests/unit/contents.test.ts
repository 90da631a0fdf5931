import type { Root } from 'hast';
import { expect, test } from 'vitest';
import { readStory } from '../../src/document/read.ts';
import { storySchema } from '../../src/schema/story.ts';
import { contentsOf } from '../../src/stories/contents.ts';
import { statementsIn } from '../../src/stories/statements.ts';
import { stringsFor } from '../../src/strings/index.ts';
import { contracts } from './contracts.ts';

const above =
  'headline: A\ndescription: B.\npublished: 2026-01-08\nauthors: [desk]\nsources: { s: { outlet: reuters } }';
const treeOf = (body: string): Root => readStory(`---\n${above}\n---\n${body}`, storySchema, contracts).tree!;

const sections = `Words.

## One

Words.

<Section title="Two">Words.</Section>

<Section>Words.</Section>

## One

Words.`;

test('a long story’s contents are its sections in their order, with the ids that they have on the page', () => {
  expect(contentsOf(treeOf(sections), 4, stringsFor('en'))).toEqual([
    { id: 'one', title: 'One' },
    { id: 'two', title: 'Two' },
    { id: 'section', title: 'Section' },
    { id: 'one-1', title: 'One' },
  ]);
});

test('a story that is short, or has few sections, has no contents', () => {
  expect(contentsOf(treeOf(sections), 3, stringsFor('en'))).toEqual([]);
  const three = sections.slice(0, sections.lastIndexOf('##'));
  expect(contentsOf(treeOf(three), 10, stringsFor('en'))).toEqual([]);
});

test('a statement is found wherever it stands, with its speaker, its props and its words', () => {
  const quotes = `<Quotes>
<Quote by="jane" source="s">Yes.</Quote>
<Aside>Between.</Aside>
<Quote by="john" source="s">No.</Quote>
</Quotes>`;
  const found = statementsIn(treeOf(quotes));
  // The small set of components turns the order around.
  expect(found.map(({ by, props }) => [by, props['source']])).toEqual([
    ['john', 's'],
    ['jane', 's'],
  ]);
  expect(found[0]!.words).toMatchObject([{ tagName: 'p', children: [{ value: 'No.' }] }]);
  expect(statementsIn(treeOf('Words only.'))).toEqual([]);
});
