import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { correctionSchema } from '../../src/schema/correction.ts';
import type { Correction } from '../../src/schema/correction.ts';
import {
  correctedIn,
  correctionsFile,
  hasOtherVersions,
  lostCorrections,
  publishedCorrections,
  versionFile,
  versionsOf,
} from '../../src/stories/ledger.ts';

const note = (more: object): Correction => correctionSchema.parse({ date: '2026-01-10', kind: 'update', ...more });

describe('what was published', () => {
  let folder = '';
  beforeEach(() => void (folder = mkdtempSync(join(tmpdir(), 'ledger-'))));
  afterEach(() => rmSync(folder, { recursive: true }));

  const write = (file: string, contents: unknown) => {
    mkdirSync(dirname(join(folder, file)), { recursive: true });
    writeFileSync(join(folder, file), typeof contents === 'string' ? contents : JSON.stringify(contents));
  };
  const version = (date: string) => ({ date, headline: 'A', description: 'B.', text: ['C.'] });

  test('of a newsroom that never published is nothing', () => {
    const none = join(folder, 'none');
    expect(correctedIn(none)).toEqual([]);
    expect(publishedCorrections(none, 'call')).toEqual([]);
    expect(versionsOf(none, 'call')).toEqual([]);
    expect(hasOtherVersions(none, 'call', '2026-01-08')).toBe(false);
  });

  test('has the stories with corrections, in folders too, by their addresses', () => {
    write(correctionsFile('visa'), []);
    write(correctionsFile('2026/call'), []);
    write(versionFile('other', '2026-01-08'), version('2026-01-08'));
    write('other/not-corrections.json', []);
    expect(correctedIn(folder)).toEqual(['2026/call', 'visa']);
  });

  test('has the corrections of a story, or says that nobody can read them', () => {
    const correction = note({ now: 'The two met.' });
    write(correctionsFile('call'), [correction]);
    expect(publishedCorrections(folder, 'call')).toEqual([correction]);
    expect(publishedCorrections(folder, 'visa')).toEqual([]);
    write(correctionsFile('call'), '<<<<<<< HEAD');
    expect(publishedCorrections(folder, 'call')).toBeUndefined();
    write(correctionsFile('call'), [{ date: 'yesterday' }]);
    expect(publishedCorrections(folder, 'call')).toBeUndefined();
  });

  test('has the versions of a story, the oldest first, in whatever zone they were dated', () => {
    const dates = ['2026-01-09T00:00:00+09:00', '2026-01-08T16:00:00Z', '2026-01-07'];
    for (const date of dates) write(versionFile('call', date), version(date));
    write(correctionsFile('call'), []);
    write('call/notes.txt', 'x');
    write('call/broken.json', '{');
    expect(versionsOf(folder, 'call').map(({ date }) => date)).toEqual([
      '2026-01-07',
      '2026-01-09T00:00:00+09:00',
      '2026-01-08T16:00:00Z',
    ]);
  });

  test('tells whether there is a version of another date', () => {
    write(correctionsFile('call'), []);
    write(versionFile('call', '2026-01-08T14:00:00Z'), version('2026-01-08T14:00:00Z'));
    expect(hasOtherVersions(folder, 'call', '2026-01-08T14:00:00Z')).toBe(false);
    expect(hasOtherVersions(folder, 'call', '2026-01-09')).toBe(true);
  });

  test('stands in files whose names hold everywhere', () => {
    expect(versionFile('a/call', '2026-01-08T14:00:00-05:00')).toBe(join('a', 'call', '2026-01-08T140000-0500.json'));
  });
});

describe('a published correction', () => {
  const length = note({ kind: 'correction', was: 'two hours', now: 'one hour' });
  const met = note({ date: '2026-01-12', now: 'The two met.' });
  const other = note({ date: '2026-01-20', now: 'They meet again.' });

  test.each<[string, Correction[], Correction[]]>([
    ['is there', [length], [length]],
    ['is there among newer ones, in any order', [length, met], [other, met, length]],
    [
      'is withdrawn',
      [length, met],
      [met, note({ kind: 'withdrawal', date: '2026-01-13', withdraws: '2026-01-10', note: 'It was two hours.' })],
    ],
    ['of none is asked for', [], [length]],
  ])('%s: nothing is lost', (_, published, current) => expect(lostCorrections(published, current)).toEqual([]));

  test('that is dropped is lost', () => {
    expect(lostCorrections([length, met], [met])).toEqual([{ published: length }]);
    expect(lostCorrections([length], [other])).toEqual([{ published: length }]);
  });

  test.each<[Partial<Correction>, string[]]>([
    [{ now: 'half an hour' }, ['now']],
    [{ was: 'three hours', note: 'Sorry.' }, ['was', 'note']],
    [{ severity: 'serious' }, ['severity']],
    [{ kind: 'clarification' }, ['kind']],
    [{ date: '2026-01-11' }, ['date']],
    [{ date: '2026-01-11', was: 'three hours' }, ['date', 'was']],
  ])('with %j is found where it stands now', (change, changed) => {
    expect(lostCorrections([length], [other, { ...length, ...change }])).toEqual([
      { published: length, now: { index: 1, changed } },
    ]);
  });

  test('is known by the words of its note', () => {
    const told = note({ note: 'The hours are local.' });
    expect(lostCorrections([told], [{ ...told, date: '2026-01-11', kind: 'clarification' }])).toEqual([
      { published: told, now: { index: 0, changed: ['date', 'kind'] } },
    ]);
  });

  test('that was altered is told of the one that differs least', () => {
    const far = note({ kind: 'clarification', note: 'Another one of that day.' });
    const near = { ...length, now: 'half an hour' };
    expect(lostCorrections([length], [far, near])).toMatchObject([{ now: { index: 1 } }]);
    expect(lostCorrections([length], [near, far])).toMatchObject([{ now: { index: 0 } }]);
  });

  test('is not taken for one that stands for another', () => {
    expect(lostCorrections([length, length], [length])).toEqual([{ published: length }]);
    const altered = { ...length, now: 'half an hour' };
    expect(lostCorrections([length, length], [altered])).toEqual([
      { published: length, now: { index: 0, changed: ['now'] } },
      { published: length },
    ]);
  });

  test('is withdrawn by one note, once', () => {
    const withdrawal = note({ kind: 'withdrawal', date: '2026-01-13', withdraws: '2026-01-10', note: 'It was right.' });
    const second = note({ now: 'A second one of that day.' });
    expect(lostCorrections([length, second], [withdrawal])).toEqual([{ published: second }]);
    expect(lostCorrections([length, second], [withdrawal, { ...withdrawal, date: '2026-01-14' }])).toEqual([]);
  });
});
