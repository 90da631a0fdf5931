import { expect, test } from 'vitest';
import { changesBetween } from '../../src/renderings/changes.ts';

const version = (...text: string[]) => ({
  date: '2026-01-08',
  headline: 'A headline',
  description: 'A sentence.',
  text,
});
const told = (before: string[], after: string[], lang = 'en') =>
  changesBetween(version(...before), version(...after), lang).map((runs) =>
    runs
      .map(({ kind, words }) => (kind === 'same' ? words : kind === 'added' ? `[+${words}]` : `[-${words}]`))
      .join(''),
  );

test.each([
  [['One two three.', 'Same.'], ['One four three.', 'Same.'], ['One [-two][+four] three.']],
  [['First.', 'Second.', 'Third.'], ['First.', 'Third.'], ['[-Second.]']],
  [
    ['First.', 'Third.'],
    ['First.', 'Second.', 'Third.', 'Fourth.'],
    ['[+Second.]', '[+Fourth.]'],
  ],
  [
    ['A b c.', 'Went.', 'End.'],
    ['A x c.', 'End.'],
    ['A [-b][+x] c.', '[-Went.]'],
  ],
  [['Same.', 'Last.'], ['Same.'], ['[-Last.]']],
  // What was taken out before words that stay was not replaced by what was added after them.
  [
    ['First.', 'Same.'],
    ['Same.', 'New.'],
    ['[-First.]', '[+New.]'],
  ],
  [['Same.'], ['Same.'], []],
])('%j, then %j', (before, after, changes) => expect(told(before, after)).toEqual(changes));

test('has what stays among what changed, so that a reader sees where it was', () =>
  expect(changesBetween(version('One two.'), version('One four.'), 'en')).toEqual([
    [
      { kind: 'same', words: 'One ' },
      { kind: 'removed', words: 'two' },
      { kind: 'added', words: 'four' },
      { kind: 'same', words: '.' },
    ],
  ]));

test('knows the words of a language without spaces', () =>
  expect(told(['会談は二時間続いた。'], ['会談は一時間続いた。'], 'ja')).toEqual(['会談は[-二][+一]時間続いた。']));
