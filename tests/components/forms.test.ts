import type { ElementContent } from 'hast';
import { expect, test } from 'vitest';
import { isError } from '../../src/document/message.ts';
import { readStory } from '../../src/document/read.ts';
import { optionsSchema } from '../../src/options.ts';
import { toHtml } from '../../src/renderings/html.ts';
import { toPlain } from '../../src/renderings/plain.ts';
import type { PlainForm } from '../../src/renderings/plain.ts';
import { noteSchema } from '../../src/schema/note.ts';
import { storySchema } from '../../src/schema/story.ts';
import { noteOf, storyOf } from '../../src/stories/story.ts';
import { stringsFor } from '../../src/strings/index.ts';
import { componentNames, contracts, exampleFrontmatter, exampleRegistries, load } from '../support/newsroom.ts';

/** What components can do beyond their one example, in plain HTML. */

const plains = Object.fromEntries(
  await Promise.all(componentNames.map(async (name) => [name, await load<PlainForm>(name, 'plain.ts')] as const)),
);
const options = optionsSchema.parse({ name: 'The Example' });
const strings = stringsFor('en');

/** What the notes of a story are drawn with: one note, with a source of its own. */
function notesOf() {
  const file = readStory(
    '---\ntitle: Leap seconds\npublished: 2025-05-01\nsources:\n  wire: { outlet: reuters, title: A report, url: https://reuters.example/a }\n---\nA second, says <Source id="wire" />.\n',
    noteSchema,
    contracts,
  );
  const document = { ...file.facts!, digest: '' };
  const note = noteOf('leap', { ...noteSchema.parse(file.data), document }, exampleRegistries, options);
  const inNote = { story: note, strings, timeZone: 'UTC', notes: {} };
  return { leap: { note, content: toPlain(file.tree!, plains, inNote).children as ElementContent[] } };
}

function plainOf(body: string): string {
  const { data, facts, tree, messages } = readStory(`${exampleFrontmatter}\n${body}\n`, storySchema, contracts);
  expect(messages.filter(isError)).toEqual([]);
  const story = storyOf(
    'example',
    { ...storySchema.parse(data), document: { ...facts!, digest: '' } },
    exampleRegistries,
    options,
  );
  return toHtml(toPlain(tree!, plains, { story, strings, timeZone: 'UTC', notes: notesOf() })).replace(/\s*\n\s*/g, '');
}

const mistakesIn = (body: string) =>
  readStory(`---\nheadline: A\n---\n${body}\n`, storySchema, contracts)
    .messages.filter(({ line }) => line > 3)
    .map(({ line, column, reason }) => `${line}:${column} ${reason}`);

test('a timeline has groups and spans, and can begin with the newest', () => {
  const events =
    '<Event date="1972" group="Before">A.</Event>\n<Event date="1974-03" until="1976" group="Before">B.</Event>\n<Event when="spring 2019" date="2019-04" group="After">C.</Event>';
  expect(plainOf(`<Timeline>\n${events}\n</Timeline>`)).toBe(
    '<section><h2>Timeline</h2>' +
      '<h3>Before</h3><ol><li><h4><time datetime="1972">1972</time></h4><p>A.</p></li>' +
      '<li><h4><time datetime="1974-03">March 1974</time> to <time datetime="1976">1976</time></h4><p>B.</p></li></ol>' +
      '<h3>After</h3><ol><li><h4><time datetime="2019-04">spring 2019</time></h4><p>C.</p></li></ol></section>',
  );
  expect(
    plainOf('<Timeline newestFirst>\n<Event date="1972">A.</Event>\n<Event date="1974">B.</Event>\n</Timeline>'),
  ).toMatch(/1974.*1972/);
});

test('a step says how sure it is', () => {
  expect(plainOf('<WhatsNext>\n<Step date="2035" certainty="possible">A.</Step>\n</WhatsNext>')).toContain(
    '<h3><time datetime="2035">2035</time> · Possible</h3>',
  );
});

test('a translated quote shows the original, and needs its language', () => {
  const quote = (props: string) =>
    `<Officials>\n<Statement by="gustavo-petro" source="petro-remark" ${props}>\n“Work is dignity.”\n</Statement>\n</Officials>`;
  expect(plainOf(quote('original="El trabajo es dignidad." lang="es"'))).toContain(
    '<blockquote><p>“Work is dignity.”</p></blockquote><p>In the original: <span lang="es" dir="auto">El trabajo es dignidad.</span></p><p>Quote, translated, from Gustavo Petro</p>',
  );
  expect(mistakesIn(quote('lang="es"'))).toContain(
    '5:53 Missing prop “original” on <Statement>: expected the words in the original.',
  );
});

test('what is known says on which day', () => {
  expect(plainOf('<WhatWeKnow asOf="2026-01-08">\n- A.\n</WhatWeKnow>')).toContain(
    '<p>As of <time datetime="2026-01-08">January 8, 2026</time></p><ul>',
  );
});

test('a background uses a note, with its own date and sources', () => {
  expect(plainOf('<Background use="leap" />')).toBe(
    '<section><h2>Leap seconds</h2><p>A second, says <a href="https://reuters.example/a">Reuters</a>.</p>' +
      '<p>This background was last updated on <time datetime="2025-05-01">May 1, 2025</time>. Its sources: <a href="https://reuters.example/a">A report</a> (Reuters).</p></section>',
  );
  expect(mistakesIn('<Background use="leap">\nText.\n</Background>')).toEqual([
    '4:13 Unexpected text in a <Background> that uses a note: expected nothing between its tags.',
  ]);
  expect(mistakesIn('<Background />')).toEqual([
    '4:1 Unexpected empty <Background>: expected text, or the name of a note in “use”.',
  ]);
});

test('a term is defined where it first stands, and only there', () => {
  const twice = plainOf('A <Term id="leap-second">leap second</Term> and another <Term id="leap-second" />.');
  expect(twice).toBe(
    '<p>A <dfn>leap second</dfn> (A second that is added to the world’s clocks to keep them in step with the turning Earth) and another leap second.</p>',
  );
});

test('a picture whose rights forbid copies is left out of them', () => {
  const figure = (rights: string) =>
    plainOf(`<Figure src="clock.svg" alt="A clock" credit="Photo: A" rights="${rights}">\nWords.\n</Figure>`);
  expect(figure('licensed')).toBe(
    '<figure><img src="clock.svg" alt="A clock"><figcaption>Words. Photo: A</figcaption></figure>',
  );
  expect(figure('no-copies')).toBe(
    '<figure><p>Picture not included: A clock</p><figcaption>Words. Photo: A</figcaption></figure>',
  );
});
