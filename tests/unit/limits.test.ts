import { describe, expect, test } from 'vitest';
import { readData } from '../../src/components/data.ts';
import { rules } from '../../src/desk/desk.ts';
import { proseOf } from '../../src/desk/prose.ts';
import type { Prose } from '../../src/desk/prose.ts';
import { formatMessage } from '../../src/document/reporter.ts';
import { readRecord, readStory } from '../../src/document/read.ts';
import { schemas } from '../../src/schema/index.ts';
import { contracts, exampleRegistries } from '../support/newsroom.ts';

/** What is too long is told of; what is as long as may be takes no more than its length. */

const whole = 'headline: A headline\ndescription: A sentence.\npublished: 2026-01-08\nauthors: [desk]';
const read = (body: string, yaml = '') =>
  readStory(`---\n${whole}\n${yaml}---\n${body}\n`, schemas.explainers, contracts, { programs: false });
const told = (body: string, yaml = '') => read(body, yaml).messages.map(formatMessage);

describe('a limit', () => {
  test('a file has at most 250,000 characters', () => {
    expect(told('Words.\n\n'.repeat(31_250))).toEqual([
      ':1:1  error  Unexpected 250,093 characters: expected at most 250,000 in a file. Make more than one of it.  [text-length]',
    ]);
  });

  test('what stands above a text has at most 100,000, as has a registry’s file', () => {
    const allow = `allow:\n${Array.from({ length: 100_000 }, (_, index) => `  rule-${index}: a\n`).join('')}`;
    expect(told('Text.', allow.slice(0, 120_000).replace(/[^\n]*$/, ''))).toEqual([
      ':1:1  error  Unexpected 120,075 characters: expected at most 100,000. Take out what is not needed, or make more than one story of it.  [text-length]',
    ]);
    const { messages } = readRecord(`name: A\ndefinition: ${'a '.repeat(60_000)}\n`, schemas.terms);
    expect(messages.map(({ ruleId }) => ruleId)).toEqual(['text-length']);
  });

  test('a line and a paragraph have at most 20,000', () => {
    const reason = 'expected at most 20,000 in a paragraph. Put empty lines between its parts.  [text-length]';
    expect(told(`Text.\n\n${'a'.repeat(2_000_0)}`)).toEqual([]);
    expect(told(`Text.\n\n${'a'.repeat(20_001)}`)).toEqual([`:9:1  error  Unexpected 20,001 characters: ${reason}`]);
    expect(told(`Text.\n\n- ${'Some words.\n'.repeat(2_000)}`)).toEqual([
      `:9:3  error  Unexpected 23,999 characters: ${reason}`,
    ]);
  });

  test('a paragraph has at most 2,000 signs that begin or end something, where remark reads it', () => {
    const crowded = (words: string) => told(`{1} {/* one */}\n\n${words}`);
    const crowd = (count: string) =>
      `Unexpected ${count} signs such as “*” and “[” in a paragraph: expected at most 2,000.  [text-length]`;
    expect(crowded('[a\n'.repeat(2_001))).toEqual([`:9:1  error  ${crowd('2,001')}`]);
    expect(crowded('a*\n'.repeat(2_000))).toEqual([]);
    expect(crowded(`${'*a* '.repeat(900)}\n\n- ${'*b* '.repeat(900)}`)).toEqual([]);
    // What cannot be read is told of before a minute is spent on it.
    expect(crowded(`Words.\n\n${'a*\n'.repeat(30_000)}{1 + }`)).toEqual([`:11:1  error  ${crowd('30,000')}`]);
    expect(crowded('*a\n'.repeat(5_000) + 'b*\n'.repeat(5_000))).toEqual([
      ':107:2  error  Unexpected nesting of more than 100 levels: expected a text that is less deep.  [nesting]',
    ]);
  });

  test('a data file has at most a million, in a hundred columns', () => {
    const said = (contents: string, file: string) => {
      const reasons: string[] = [];
      readData(contents, file, (reason) => void reasons.push(reason));
      return reasons;
    };
    expect(said(`a,b\n${'1,2\n'.repeat(250_000)}`, 'a.csv')).toEqual([
      'Unexpected 1,000,004 characters in a.csv: expected at most 1,000,000, of the rows that are shown.',
    ]);
    const names = Array.from({ length: 101 }, (_, index) => `c${index}`);
    const tooMany = (file: string) => [`Unexpected 101 columns in ${file}: expected at most 100.`];
    expect(said(`${names.join(',')}\n${names.map(() => 1).join(',')}`, 'a.csv')).toEqual(tooMany('a.csv'));
    expect(said(JSON.stringify(names.map((name) => ({ [name]: 1 }))), 'a.json')).toEqual(tooMany('a.json'));
  });

  test('of a hundred mistakes and more above a text, a hundred are told', () => {
    const messages = told('Text.', Array.from({ length: 250 }, (_, index) => `key-${index}: a\n`).join(''));
    expect(messages).toHaveLength(101);
    expect(messages[100]).toBe(
      ':2:1  error  Unexpected 150 more mistakes: expected these 100 to be mended first.  [value-valid]',
    );
  });
});

/** The processor’s time, in microseconds, of the quicker of two runs. */
function timeOf(work: () => unknown): number {
  const times = [1, 2].map(() => {
    const before = process.cpuUsage();
    work();
    const { user, system } = process.cpuUsage(before);
    return user + system;
  });
  return Math.min(...times);
}

/**
 * How much longer four times as much takes: 4 where each part takes its time once, 16 where it is a square. What else
 * a machine does makes it more and hardly ever less: the least of three counts.
 */
function growth(make: (length: number) => () => unknown, length: number): number {
  make(length)();
  // Below a millisecond, other things are measured.
  const ratios = [1, 2, 3].map(() => timeOf(make(length * 4)) / Math.max(timeOf(make(length)), 1000));
  return Math.min(...ratios);
}

const repeated = (text: string) => (length: number) => text.repeat(Math.ceil(length / text.length));
const lines = (line: (index: number) => string) => (length: number) =>
  Array.from({ length: Math.ceil(length / line(0).length) }, (_, index) => line(index)).join('');

describe('four times as much takes far less than sixteen times as long', () => {
  test.each<[string, (length: number) => string]>([
    ['lines of a list', repeated('- a\n')],
    ['brackets', repeated('[a][\n')],
    ['asterisks', repeated('**a\n')],
    ['backticks', repeated('`\n')],
    ['unknown badges', repeated('<Source id="wir" /> says.\n\n')],
  ])('to read %s', (_, make) => {
    expect(growth((length) => () => read(make(length)), 4_900)).toBeLessThan(12);
  });

  // Each parser takes its own time, and which one reads a text depends on these signs: both lengths are remark’s.
  test.each<[string, (length: number) => string]>([
    ['entities', repeated('&amp;&amp;&amp;&amp;\n\n')],
    ['signs that open no tag', repeated('< < < < < < < <\n\n')],
    ['tags', repeated('<p>a</p>\n\n')],
  ])('to read %s', (_, make) => {
    expect(growth((length) => () => read(make(length)), 20_000)).toBeLessThan(12);
  });

  test.each<[string, (length: number) => string]>([
    ['unknown rules', lines((index) => `${index ? '' : 'allow:\n'}  rule-${index}: a\n`)],
    ['unknown keys', lines((index) => `key-${index}: a\n`)],
    ['keys without a value', lines((index) => `key-${index}:\n`)],
    ['topics twice', (length) => `topics: [${repeated('a, ')(length)}a]\n`],
    ['quotation marks that are open', repeated('label: "a\n')],
    ['colons', (length) => `label: ${repeated('a: ')(Math.min(length, 300))}\n${repeated('label: a: b\n')(length)}`],
    ['comments', (length) => `topics:\n${repeated('  - a # b\n')(length)}`],
  ])('to read %s', (_, make) => {
    expect(growth((length) => () => read('Text.', make(length)), 5_000)).toBeLessThan(12);
  });

  const passages: [string, (length: number) => string][] = [
    ['a word without an end', repeated('a')],
    ['digits', repeated('1')],
    ['numbers', repeated('1.1')],
    ['capitals', repeated('A')],
    ['names', repeated('Aa’')],
    ['quotations that are open', repeated('“a ')],
    ['acronyms', lines((index) => `${(index + 50_000).toString(26).toUpperCase().replace(/\d/g, 'Q')} `)],
  ];
  const desk = { registries: exampleRegistries, lang: 'en', today: '2026-01-08' };
  const proseFor = (body: string) => {
    const reading = read(body);
    return proseOf(reading, schemas.explainers.parse(reading.data), desk)!;
  };

  test.each(passages)('to put %s before the desk', (_, make) => {
    expect(growth((length) => () => proseFor(make(length)), 4_000)).toBeLessThan(12);
    const known = new Map<number, Prose>();
    for (const rule of rules) {
      const took = growth((length) => {
        const prose = known.get(length) ?? proseFor(make(length));
        known.set(length, prose);
        return () => rule.check(prose);
      }, 4_000);
      expect([rule.name, took < 12]).toEqual([rule.name, true]);
    }
  });

  test('to look for a source in thousands of paragraphs', () => {
    const [run] = rules.filter(({ name }) => name === 'citation-run');
    const took = growth((length) => {
      const prose = proseFor(repeated('A.\n\n')(length));
      return () => run!.check(prose);
    }, 16_000);
    expect(took).toBeLessThan(12);
  });
});
