import { describe, expect, test } from 'vitest';
import { proseOf } from '../../src/desk/prose.ts';
import { rules } from '../../src/desk/desk.ts';
import { toJson } from '../../src/document/message.ts';
import { readStory } from '../../src/document/read.ts';
import { storySchema } from '../../src/schema/story.ts';
import { contracts } from '../support/newsroom.ts';
import { check, newsdesk, storyOf } from '../support/desk.ts';
import { ruleTexts } from '../support/rules.ts';

describe.each(ruleTexts)('$name', ({ name, severity, summary, examples }) => {
  test('is one of the desk’s, and has examples of both kinds', () => {
    expect(rules.find((rule) => rule.name === name)).toMatchObject({ severity });
    expect(summary).toMatch(/\.$/);
    expect(new Set(examples.map(({ isOk }) => isOk))).toEqual(new Set([true, false]));
  });

  test.each(examples)('$body', ({ isOk, above, body, messages }) => {
    const contents = storyOf(above, body);
    const first = contents.split('\n').indexOf('---', 1) + 1;
    const told = check(contents, name)
      .map(toJson)
      .map(({ line, column, reason, suggestion }) => {
        const place = line > first ? `${line - first}:${column}` : 'above';
        return `${place} ${reason}${suggestion ? `\n  Did you mean “${suggestion}”?` : ''}`;
      });
    expect(told).toEqual(messages);
    expect(messages.length === 0).toBe(isOk);
  });
});

test('every rule has a file of its name', () =>
  expect(rules.map(({ name }) => name)).toEqual(ruleTexts.map(({ name }) => name)));

describe('settings', () => {
  const story = (allow: string) => storyOf(allow, 'The council votes tomorrow.');
  test('a story allows itself what it has a reason for', () => {
    expect(check(story('allow: { words-that-rot: It is about the word. }'), 'words-that-rot')).toEqual([]);
    const told = check(story('allow: { words-that-rots: It is about the word. }'), 'words-that-rot');
    expect(told.map(toJson)).toMatchObject([
      { rule: 'words-that-rot' },
      { rule: 'rule-exists', severity: 'error', suggestion: 'words-that-rot' },
    ]);
  });
  test('a newsroom adds words of its own, and clears others', () => {
    const words = { en: { loaded: ['shiny'], allowed: ['slammed'] } };
    const told = check(storyOf('', 'The shiny door slammed.'), 'loaded-words', { words });
    expect(told.map(({ reason }) => reason)).toEqual([
      'Unexpected “shiny”: expected a word without a judgement in it.',
    ]);
  });
  test('a language that nobody has described gets only what needs no words', () => {
    expect(check(storyOf('lang: eu', 'Tomorrow.'), 'words-that-rot')).toEqual([]);
    expect(check(storyOf('lang: eu', '# A'), 'heading-levels')).toHaveLength(1);
  });
});

describe('places', () => {
  test.each([
    ['after an escape', 'A \\* sign, tomorrow.', '1:12'],
    ['on the second line of a list', '- one\n  and tomorrow', '2:7'],
    ['after a badge', '<Source id="reuters" /> says tomorrow.', '1:30'],
    ['in a component', '<WhyItMatters>\nNothing *but tomorrow*.\n</WhyItMatters>', '2:14'],
  ])('%s', (_, body, place) => {
    const contents = storyOf('', body);
    const first = contents.split('\n').indexOf('---', 1) + 1;
    expect(check(contents, 'words-that-rot').map(({ line, column }) => `${line - first}:${column}`)).toEqual([place]);
  });
  test('an abbreviation ends no sentence', () => {
    const reading = readStory(storyOf('', 'The U.S. Senate met Gen. Smith. It voted.'), storySchema, contracts);
    expect(
      proseOf(reading, storySchema.parse(reading.data), newsdesk)!.passages[0]!.sentences.map(({ text }) => text),
    ).toEqual(['The U.S. Senate met Gen. Smith. ', 'It voted.']);
  });
});
