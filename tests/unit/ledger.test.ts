import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { correctionSchema } from '../../src/schema/correction.ts';
import type { Correction } from '../../src/schema/correction.ts';
import type { LedgerEntry } from '../../src/schema/ledger.ts';
import {
  addressesIn,
  allOf,
  entriesOf,
  fileOfEntry,
  formerIn,
  hasOtherVersions,
  headsOf,
  heirsIn,
  lostCorrections,
  nameOfEntry,
  publicationsIn,
  recordedStories,
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
  const entry = (date: string, more: Partial<LedgerEntry> = {}): LedgerEntry => ({
    ...version(date),
    story: 'call',
    corrections: [],
    source: '',
    after: [],
    ...more,
  });
  const keep = (what: LedgerEntry): string => {
    write(fileOfEntry(nameOfEntry(what)), what);
    return nameOfEntry(what);
  };

  test('of a newsroom that never published is nothing', () => {
    const none = join(folder, 'none');
    expect([recordedStories(none), publicationsIn(none), formerIn(none), entriesOf(none, 'call')]).toEqual([
      [],
      [],
      [],
      [],
    ]);
    expect(versionsOf(none, ['call'])).toEqual([]);
    expect(hasOtherVersions(none, ['call'], '2026-01-08')).toBe(false);
  });

  test('stands in files whose names hold everywhere, and end in a digest of what they say', () => {
    const name = keep(entry('2026-01-08T14:00:00-05:00'));
    expect(name).toMatch(/^call\/2026-01-08T140000-0500-[0-9a-f]{16}$/);
    expect(nameOfEntry(entry('2026-01-08T14:00:00-05:00', { text: ['D.'] }))).not.toBe(name);
    expect(entriesOf(folder, 'call')).toEqual([
      { name, file: `stories/${name}.json`, what: entry('2026-01-08T14:00:00-05:00') },
    ]);
  });

  test('is known however a file is set, and not where it says something else', () => {
    const what = entry('2026-01-08');
    write(fileOfEntry(nameOfEntry(what)), JSON.stringify(what, null, 8).replaceAll('\n', '\r\n'));
    expect(entriesOf(folder, 'call')[0]!.what).toEqual(what);
    write(fileOfEntry(nameOfEntry(what)), { ...what, text: ['D.'] });
    expect(entriesOf(folder, 'call')[0]!.what).toBeUndefined();
    write(fileOfEntry(nameOfEntry(what)), '<<<<<<< HEAD');
    expect(entriesOf(folder, 'call')[0]!.what).toBeUndefined();
  });

  test('has the versions of a story and of one that it took over from, the oldest first, in whatever zone', () => {
    const dates = ['2026-01-09T00:00:00+09:00', '2026-01-08T16:00:00Z', '2026-01-07'];
    for (const date of dates) keep(entry(date));
    keep(entry('2026-01-01', { story: 'old' }));
    keep(entry('2025-01-01', { story: 'other' }));
    expect(versionsOf(folder, ['call', 'old']).map(({ date }) => date)).toEqual([
      '2026-01-01',
      '2026-01-07',
      '2026-01-09T00:00:00+09:00',
      '2026-01-08T16:00:00Z',
    ]);
  });

  test('keeps versions of one date apart, each after what it followed', () => {
    const first = keep(entry('2026-01-08', { text: ['Z.'] }));
    const second = keep(entry('2026-01-08', { text: ['Y.'], after: [first] }));
    keep(entry('2026-01-08', { text: ['X.'], after: [second] }));
    expect(versionsOf(folder, ['call']).map(({ text }) => text)).toEqual([['Z.'], ['Y.'], ['X.']]);
    expect(hasOtherVersions(folder, ['call'], '2026-01-08')).toBe(true);
  });

  test('tells whether there is another version', () => {
    keep(entry('2026-01-08T14:00:00Z'));
    expect(hasOtherVersions(folder, ['call'], '2026-01-08T14:00:00Z')).toBe(false);
    expect(hasOtherVersions(folder, ['call'], '2026-01-09')).toBe(true);
  });

  test('is read as an earlier version of Nutgraf recorded it', () => {
    write('call/2026-01-08.json', version('2026-01-08'));
    write('call/corrections.json', [note({ now: 'They met.' })]);
    write('2026/visa/corrections.json', [{ date: 'yesterday' }]);
    write('other/not-a-version.json', {});
    keep(entry('2026-01-10'));
    expect(formerIn(folder)).toEqual([
      {
        id: 'visa',
        versions: [],
        corrections: [],
        files: ['2026/visa/corrections.json'],
        broken: ['2026/visa/corrections.json'],
      },
      {
        id: 'call',
        versions: [version('2026-01-08')],
        corrections: [note({ now: 'They met.' })],
        files: ['call/2026-01-08.json', 'call/corrections.json'],
        broken: [],
      },
    ]);
    expect(versionsOf(folder, ['call']).map(({ date }) => date)).toEqual(['2026-01-08', '2026-01-10']);
    expect(hasOtherVersions(folder, ['call'], '2026-01-10')).toBe(true);
  });
});

describe('a story that is no more', () => {
  const addresses = addressesIn([
    { name: 'a', file: '', what: { recorded: '', entries: [], after: [], addresses: { '/old/': 'explainers/old' } } },
  ]);

  test.each([
    [{ id: 'new', aliases: ['/old'] }, [['old', 'new']]],
    [{ id: 'new', aliases: ['/never/'] }, []],
    [{ id: 'old', aliases: ['/old/'] }, []],
  ])('has an heir in %j: %j', (story, heirs) => expect([...heirsIn(addresses, [story])]).toEqual(heirs));
});

test('the latest entries are those that nothing follows', () => {
  const one = (name: string, after: string[]) => ({ name, what: { after } });
  expect(headsOf([one('a', []), one('b', ['a']), one('c', ['a'])]).map(({ name }) => name)).toEqual(['b', 'c']);
  expect(headsOf([one('a', []), one('b', ['a']), one('c', ['a']), one('d', ['b', 'c'])])).toHaveLength(1);
});

test('notes of two branches are all there, each once, the oldest first', () => {
  const [a, b] = [note({ now: 'A.' }), note({ date: '2026-01-09', now: 'B.' })];
  expect(allOf([a], [b, { ...a }])).toEqual([b, a]);
});

test('a withdrawal is not older than what it withdraws', () => {
  const withdrawal = { date: '2026-01-09', kind: 'withdrawal', withdraws: '2026-01-10', note: 'It was right.' };
  expect(correctionSchema.safeParse(withdrawal).error?.issues).toMatchObject([
    { path: ['withdraws'], message: 'the date of an earlier note' },
  ]);
  expect(correctionSchema.safeParse({ ...withdrawal, date: '2026-01-10' }).success).toBe(true);
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
