import { afterEach, expect, test } from 'vitest';
import { checkValue } from '../../src/document/values.ts';
import { instantOf, zonedOf } from '../../src/metadata/instant.ts';
import { optionsSchema } from '../../src/options.ts';
import { formatDate, formatDay } from '../../src/strings/date.ts';
import { numberFormat } from '../../src/strings/intl.ts';
import { localeFor, useLocales } from '../../src/strings/locale.ts';

afterEach(() => useLocales({ calendars: {}, digits: {} }));

test('a language has the calendar and the digits that are usual in it', () => {
  expect(formatDate('2024-02-02', 'fa', 'UTC')).toBe('۱۳ بهمن ۱۴۰۲');
  expect(formatDate('2024-02-02', 'th', 'UTC')).toBe('2 กุมภาพันธ์ 2567');
  expect(numberFormat('ar').format(1234)).toBe('1,234');
});

test('a newsroom chooses others, for a language or for a region', () => {
  useLocales({ calendars: { fa: 'gregory', th: 'gregory' }, digits: { ar: 'arab', fa: 'latn', 'ar-MA': 'latn' } });
  expect(formatDate('2024-02-02', 'fa', 'UTC')).toBe('2 فوریهٔ 2024');
  expect(formatDay('2024-02-02T10:00:00Z', 'th-TH', 'UTC')).toBe('2 กุมภาพันธ์ 2024');
  expect(numberFormat('ar').format(1234)).toBe('١٬٢٣٤');
  expect(numberFormat('ar-EG').format(1234)).toBe('١٬٢٣٤');
  expect(localeFor('ar-MA')).toBe('ar-MA-u-nu-latn');
  expect(localeFor('en')).toBe('en');
});

test('a year or a month alone is told in the calendar that it is of', () => {
  expect(formatDate('2024', 'fa', 'UTC')).toBe('۲۰۲۴');
  expect(formatDate('2024-03', 'fa', 'UTC')).toBe('مارس ۲۰۲۴');
  // These count the same years from another one.
  expect(formatDate('2024', 'th', 'UTC')).toContain('2567');
  useLocales({ calendars: { en: 'hebrew', ja: 'japanese' }, digits: {} });
  expect(formatDate('2024', 'en', 'UTC')).toBe('2024');
  expect(formatDate('2024-09-20', 'en', 'UTC')).toBe('17 Elul 5784');
  expect(formatDate('2024-09', 'ja', 'UTC')).toBe('令和6年9月');
});

test('machines read the same dates, whatever readers see', () => {
  const moment = () => [instantOf('2026-07-01', 'America/Bogota').toISOString(), zonedOf('2026-07-01', 'Asia/Tokyo')];
  const before = moment();
  useLocales({ calendars: { en: 'persian' }, digits: { en: 'arab' } });
  expect(moment()).toEqual(before);
});

test.each([
  [{ calendars: { fa: 'gregorian' } }, 'gregory'],
  [{ digits: { fa: 'latin' } }, 'latn'],
])('a choice that there is not, %o, is a message with the nearest', (choice, nearest) => {
  const messages = checkValue(optionsSchema, { name: 'News', ...choice }, { noun: 'setting', placeOf: () => at });
  expect(messages).toMatchObject([{ expected: [nearest] }]);
});

const at = { line: 1, column: 1 };
