import { expect, test } from 'vitest';
import { isQuotation } from '../../src/components/Statement/quotation.ts';

test.each([
  '“I live humbly.”',
  '"I live humbly."',
  '«Vivo con humildad.»',
  '„Ich lebe bescheiden.“',
  '‘I live humbly.’',
  '「質素に暮らす。」',
  '  “I live humbly.”\n',
  '“A ‘Great Honor’ it was.”',
  '“He said “no” to me.”',
  '«Dijo «no».»',
  '»Ich lebe bescheiden.«',
  '‘It’s mine.’',
  '“I live humbly”.',
  '"👍🏽"',
])('%s is a quotation', (text) => expect(isQuotation([text])).toBe(true));

test.each([
  'I live humbly.',
  '',
  '“',
  '“”',
  '“I live humbly.',
  'I live humbly.”',
  '“A”, he said, “B”',
  '"A", he said, "B"',
  'He called it a “Great Honor”',
  '“Cordial” and “respectful”',
  '“A” he said.',
  '“A"',
])('%j is none', (text) => expect(isQuotation([text])).toBe(false));

test('several paragraphs are one quotation when each begins with a mark and the last ends with it', () => {
  expect(isQuotation(['“A.”', '“B.”'])).toBe(true);
  expect(isQuotation(['“A.', '“B.”'])).toBe(true);
  expect(isQuotation(['“A.”', 'He said more.'])).toBe(false);
  expect(isQuotation(['“A.”', '“B.'])).toBe(false);
  expect(isQuotation([])).toBe(false);
});
