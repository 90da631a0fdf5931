import { expect, test } from 'vitest';
import { countWords } from '../../src/document/words.ts';

test.each([
  ['It’s 5 o’clock – or later.', 5],
  ['', 0],
  ['ما الثانية الكبيسة؟', 3],
])('counts the words of “%s”', (text, words) => expect(countWords(text)).toBe(words));

test('counts words where no space is between them', () => {
  expect(countWords('うるう秒とは何か。')).toBeGreaterThan(2);
});
