import { describe, expect, test } from 'vitest';
import { applyRules } from '../../src/desk/desk.ts';
import { proseOf } from '../../src/desk/prose.ts';
import { isError } from '../../src/document/message.ts';
import { readStory } from '../../src/document/read.ts';
import { storySchema } from '../../src/schema/story.ts';
import { contracts } from '../support/newsroom.ts';
import { newsdesk, settings, storyOf } from '../support/desk.ts';
import { nearMisses, planted, plantedRegistries } from '../support/planted.ts';
import { edges } from '../support/rule-edges.ts';

/**
 * What a rule’s answer hangs on: each story of the other tests with one word less, or one written otherwise, and what
 * the rule then says, where that is another answer. Read a change of it as what would change for a writer.
 */

const stories = [
  ...[...planted, ...nearMisses].map(({ rule, above, body }) => ({ rule, above, body })),
  ...Object.entries(edges).flatMap(([rule, rows]) => rows.map(([body, above]) => ({ rule, above, body }))),
].filter(({ body }) => body.length < 260);

/** What a rule says of a story; nothing of one that cannot be read. */
function answer(rule: string, above: string, body: string): string {
  const reading = readStory(storyOf(above, body), storySchema, contracts);
  if (reading.messages.some(isError)) return 'cannot be read';
  const prose = proseOf(reading, storySchema.parse(reading.data), { ...newsdesk, registries: plantedRegistries })!;
  // Where it stands is told by the other tests: a word less moves it.
  const told = applyRules(prose, settings(rule)).map(
    ({ reason, expected }) => reason + (expected ? ` (${expected[0]})` : ''),
  );
  return told.join(' / ') || 'nothing';
}

/** Words outside of tags, and where each stands. */
const wordsIn = (text: string) =>
  [...text.matchAll(/<[^>]*>|[^\s<]+/g)].filter(([word]) => !word.startsWith('<') && /[\p{L}\p{N}]/u.test(word));

/** A word less, or the same otherwise: another number or case, a letter more, a comma or a word before the next. */
const changesOf = (word: string): string[] => [
  '',
  ...(/\d/.test(word) ? [1, 9].map((more) => word.replace(/\d+/, (digits) => String(Number(digits) + more))) : []),
  word.replace(/^./u, (letter) => (letter === letter.toLowerCase() ? letter.toUpperCase() : letter.toLowerCase())),
  ...(/^\p{L}{3,}/u.test(word) ? [word.replace(/^(\p{L}\p{L})/u, '$1x')] : []),
  `${word},`,
  `${word} old`,
];

/** What changes an answer, by the other answers: “nothing: Helen → helen, was → gone”. */
function evidence(text: string, told: (changed: string) => string): Record<string, string> {
  const before = told(text);
  const others: Record<string, string[]> = {};
  for (const { 0: word, index } of wordsIn(text))
    for (const other of changesOf(word)) {
      const after = told(text.slice(0, index) + other + text.slice(index + word.length + (other ? 0 : 1)));
      if (after !== before) (others[after] ??= []).push(`${word} → ${other || 'gone'}`);
    }
  return Object.fromEntries(Object.entries(others).map(([after, changes]) => [after, changes.join(' · ')]));
}

describe.each(Object.entries(Object.groupBy(stories, ({ rule }) => rule)))('%s', (rule, ofRule = []) => {
  test.each(ofRule)('$body', ({ above, body }) => {
    const isAbove = /^(headline|description):/.test(above);
    expect({
      says: answer(rule, above, body),
      body: evidence(body, (one) => answer(rule, above, one)),
      ...(isAbove && { above: evidence(above, (one) => answer(rule, one, body)) }),
      inNoLanguage: answer(rule, `lang: sw${above ? `\n${above}` : ''}`.replace(/lang: sw\n(?=lang:)/, ''), body),
    }).toMatchSnapshot();
  });
});

/** Stories of words alone, whose sentences can stand in one paragraph. */
const isPlain = (body: string) => !/[\n<|>#]/.test(body) && /[.”]$/.test(body);

describe.each(Object.entries(edges))('%s, in one paragraph with others', (rule, rows) => {
  const bodies = rows.filter(([body, above]) => isPlain(body) && !above).map(([body]) => body);
  test.runIf(bodies.length > 1)('of its kind', () => {
    const told = bodies.map((body, index) => {
      const text = `It rained. ${body} ${bodies[(index + 1) % bodies.length]!} It rained.`;
      const reading = readStory(storyOf('', text), storySchema, contracts);
      const prose = proseOf(reading, storySchema.parse(reading.data), { ...newsdesk, registries: plantedRegistries })!;
      return [text, ...applyRules(prose, settings(rule)).map(({ column, reason }) => `${column} ${reason}`)];
    });
    expect(told).toMatchSnapshot();
  });
});
