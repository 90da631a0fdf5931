import { chmodSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import dictionary from 'dictionary-en';
import retextEnglish from 'retext-english';
import retextEquality from 'retext-equality';
import retextIndefiniteArticle from 'retext-indefinite-article';
import retextSpell from 'retext-spell';
import type { VFile } from 'vfile';
import { describe, expect, onTestFinished, test } from 'vitest';
import { proseOf } from '../../src/desk/prose.ts';
import { retextRule } from '../../src/desk/retext.ts';
import type { Rule } from '../../src/desk/rule.ts';
import { valeRule } from '../../src/desk/vale.ts';
import { readStory } from '../../src/document/read.ts';
import { storySchema } from '../../src/schema/story.ts';
import { newsdesk, storyOf } from '../support/desk.ts';
import { contracts } from '../support/newsroom.ts';

/** What a rule says of a story, each with its place and the nearest right answer. */
function said(rule: Rule, body: string, above = '', words = {}) {
  const reading = readStory(storyOf(above, body), storySchema, contracts);
  const prose = proseOf(reading, storySchema.parse(reading.data), { ...newsdesk, words })!;
  const start = storyOf(above, '').split('\n').length - 2;
  return rule
    .check(prose)
    .map(({ line, column, reason, expected }) => [`${line - start}:${column}`, reason, expected?.[0]]);
}

describe('plugins of retext', () => {
  const articles = retextRule({ name: 'articles', lang: 'en', plugins: [retextEnglish, retextIndefiniteArticle] });
  const spelling = retextRule({ name: 'spelling', plugins: [retextEnglish, [retextSpell, { dictionary }]] });

  test('tell of the newsroom’s own words, at their place in the file', () => {
    expect(said(articles, 'A **apple** a day.\n\nIt is\nan bridge.')).toEqual([
      ['1:1', 'Unexpected article “A” before “apple”, expected “An”.', 'An'],
      ['4:1', 'Unexpected article “an” before “bridge”, expected “a”.', 'a'],
    ]);
    expect(said(retextRule({ name: 'x', plugins: [retextEnglish, retextEquality] }), 'The chairman left.')).toEqual([
      ['1:5', expect.stringMatching(/^Unexpected potentially insensitive use of “chairman”, .*[^.]\.$/), undefined],
    ]);
  });

  test('leave alone what others say, other languages, registered names and cleared words', () => {
    expect(said(articles, '“A apple,” he said.\n\n> A apple.')).toEqual([]);
    expect(said(articles, 'A apple.', 'lang: es')).toEqual([]);
    expect(said(spelling, 'The brigde of Jane Doe and Reuters.')).toEqual([
      ['1:5', 'Unexpected unknown word “brigde”, expected for example “bride”, “bridge”, “brigade”.', undefined],
    ]);
    expect(said(spelling, 'The brigde.', '', { en: { allowed: ['brigde'] } })).toEqual([]);
  });

  /** A plugin that says these things of each text. */
  const saying =
    (...messages: [reason: string, more?: object][]) =>
    () =>
    (_: unknown, file: VFile) => {
      for (const [reason, more] of messages) Object.assign(file.message(reason), more);
    };

  test('are told in our words: quotation marks, one full stop, and an answer where there is one alone', () => {
    const plugin = saying(
      ['Unexpected `a`, not `b`.. '],
      ['One', { expected: ['b'] }],
      ['Two', { expected: ['b', 'c'], actual: undefined }],
      ['None', { expected: [], actual: 'Reuters' }],
      ['Known', { actual: 'jane' }],
      ['At', { place: { line: 1, column: 3, offset: 2 } }],
    );
    const rule = retextRule({ name: 'x', plugins: [retextEnglish, plugin] });
    expect([rule.severity, retextRule({ name: 'x', severity: 'error', plugins: [] }).severity]).toEqual([
      'warning',
      'error',
    ]);
    expect(said(rule, 'A bridge.').slice(-4)).toEqual([
      ['1:1', 'Unexpected “a”, not “b”.', undefined],
      ['1:1', 'One.', 'b'],
      ['1:1', 'Two.', undefined],
      ['1:3', 'At.', undefined],
    ]);
  });

  test('look at the headline, too', () =>
    expect(said(articles, 'A.', 'headline: A apple falls')[0]?.[1]).toBe(
      'Unexpected article “A” before “apple”, expected “An”.',
    ));
});

describe('Vale', () => {
  /** A program that prints what Vale would, and keeps what it was given. */
  function vale(stdout: string, stderr = '') {
    const folder = mkdtempSync(join(tmpdir(), 'nutgraf-vale-'));
    onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
    const file = join(folder, 'vale');
    writeFileSync(join(folder, 'out'), stdout);
    writeFileSync(join(folder, 'err'), stderr);
    writeFileSync(file, `#!/bin/sh\ncd ${folder}\ncat > in\necho "$@" > args\ncat err >&2\ncat out\n`);
    chmodSync(file, 0o755);
    return file;
  }
  const alert = (Line: number, from: number, more = {}) => ({
    Line,
    Span: [from, from + 3],
    Check: 'House.Words',
    Message: "Use 'bridge'.",
    ...more,
  });

  test('tells of the newsroom’s own words, at their place in the file', () => {
    const command = vale(
      // As Vale has it where a list of suggestions is empty or none.
      JSON.stringify({
        'stdin.txt': [
          alert(3, 5, { Action: { Name: 'replace', Params: ['bridge'] } }),
          alert(4, 2),
          alert(4, 13, { Action: { Name: 'remove', Params: ['span'] } }),
          alert(4, 14, { Action: { Name: 'replace', Params: null } }),
        ],
      }),
    );
    expect(
      said(valeRule({ name: 'vale', command, config: 'x.ini' }), 'The *span*\nopens.\n\n“A span,” an span said.'),
    ).toEqual([
      ['1:6', "Use 'bridge'. (House.Words)", 'bridge'],
      ['4:13', "Use 'bridge'. (House.Words)", undefined],
      ['4:14', "Use 'bridge'. (House.Words)", undefined],
    ]);
    const given = (file: string) => readFileSync(join(dirname(command), file), 'utf8');
    expect(given('args')).toBe('--output=JSON --no-exit --ext=.txt --config=x.ini\n');
    expect(given('in')).toBe(
      'The council votes on a bridge\nA sentence about it.\nThe span opens.\n“A span,” an span said.',
    );
    said(valeRule({ name: 'vale', command }), 'A.');
    expect(given('args')).toBe('--output=JSON --no-exit --ext=.txt\n');
    expect(valeRule({ name: 'vale' }).severity).toBe('warning');
    expect(valeRule({ name: 'vale', severity: 'error' }).severity).toBe('error');
  });

  test('says nothing where it is not installed, or is for another language', () => {
    expect(said(valeRule({ name: 'vale', command: 'no-such-program' }), 'A.')).toEqual([]);
    expect(said(valeRule({ name: 'vale', command: vale('no JSON'), lang: 'fr' }), 'A.')).toEqual([]);
    expect(said(valeRule({ name: 'vale', command: vale('{}'), lang: 'en-GB' }), 'A.', 'lang: en-US')).toEqual([]);
    const all = JSON.stringify({ a: [alert(3, 1, { Message: 'One... two.' })] });
    expect(said(valeRule({ name: 'vale', command: vale(all), lang: 'en-GB' }), 'A.', 'lang: en-US')).toEqual([
      ['1:1', 'One... two. (House.Words)', undefined],
    ]);
  });

  test('that could not be run is no silence', () => {
    const file = vale('');
    chmodSync(file, 0o644);
    expect(() => said(valeRule({ name: 'vale', command: file }), 'A.')).toThrow('Vale:');
  });

  test('is answered with its own words where it cannot do it', () =>
    expect(() => said(valeRule({ name: 'vale', command: vale('', 'E100: no .vale.ini\n') }), 'A.')).toThrow(
      'Vale: E100: no .vale.ini',
    ));

  test('says what it printed, where it says no more', () =>
    expect(() => said(valeRule({ name: 'vale', command: vale('no JSON\n') }), 'A.')).toThrow(/^Vale: no JSON$/));
});
