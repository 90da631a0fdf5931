import { expect, test } from 'vitest';
import { plainCorrections } from '../../src/renderings/corrections.ts';
import { toHtml } from '../../src/renderings/html.ts';
import { allCorrections, correctionView, correctionsOf } from '../../src/stories/corrections.ts';
import { stringsFor } from '../../src/strings/index.ts';
import { storyWith } from '../support/stories.ts';

const length = { date: '2026-01-10', kind: 'correction', was: 'The call lasted two hours.', now: 'It lasted one.' };
const name = { date: '2026-01-09', kind: 'correction', severity: 'serious', was: 'Mr Diaz', now: 'Mr Díaz' };

const view = (correction: object, lang = 'en') => {
  const story = storyWith({ above: { corrections: [correction], lang } });
  return correctionView(story.corrections[0]!, { story, strings: stringsFor(lang), timeZone: 'America/New_York' });
};

test.each([
  [length, 'Correction', 'This story said: “The call lasted two hours.” It now says: “It lasted one.”'],
  [
    { ...length, note: 'We misread the log.' },
    'Correction',
    'This story said: “The call lasted two hours.” It now says: “It lasted one.” We misread the log.',
  ],
  // What was not said before is told as it stands in the story now.
  [{ date: '2026-01-10', kind: 'update', now: 'The two met.' }, 'Update', 'The two met.'],
  [
    { date: '2026-01-10', kind: 'clarification', note: 'The hours are local.' },
    'Clarification',
    'The hours are local.',
  ],
  [
    { date: '2026-01-12', kind: 'withdrawal', withdraws: '2026-01-10', note: 'The first version was right.' },
    'Withdrawal',
    'The note of January 10, 2026 is taken back. The first version was right.',
  ],
])('%j reads: %s, …: %s', (correction, kind, text) => expect(view(correction)).toMatchObject({ kind, text }));

test('a note has its date for machines and for readers, in the newsroom’s zone', () => {
  expect(view({ ...length, date: '2026-01-10T02:00:00Z' }).date).toEqual({
    iso: '2026-01-10T02:00:00Z',
    words: 'January 9, 2026 at 9:00 PM EST',
  });
});

test('Japanese sets no space between the sentences of a note, other languages do', () => {
  const written = { date: '2026-01-10', kind: 'correction', was: '二時間', now: '一時間', note: '訂正します。' };
  expect(view(written, 'ja').text).not.toContain(' ');
  expect(view(written, 'ja').text).toContain('一時間');
  expect(view({ ...length, note: 'Lo sentimos.' }, 'es').text).toMatch(/»\.? Lo sentimos\.$/);
});

test('the newest note of a story is the first, and each has an address of its own', () => {
  const update = { date: '2026-01-10T15:00:00Z', kind: 'update', now: 'The two met.' };
  const { corrections } = storyWith({ above: { corrections: [name, update, length] } });
  expect(corrections.map(({ id, kind }) => [id, kind])).toEqual([
    ['correction-2026-01-10-2', 'update'],
    ['correction-2026-01-10', 'correction'],
    ['correction-2026-01-09', 'correction'],
  ]);
});

test('serious notes stand above a story, the others at its end', () => {
  const story = storyWith({ above: { corrections: [name, length] } });
  expect(correctionsOf(story)).toMatchObject({ serious: [{ date: '2026-01-09' }], others: [{ date: '2026-01-10' }] });
  const { above, below } = plainCorrections(story, stringsFor('en'), 'UTC');
  const html = (children: typeof above) => toHtml({ type: 'root', children });
  expect(html(above)).toBe(
    '<p><strong>Correction, <time datetime="2026-01-09">January 9, 2026</time>:</strong> ' +
      'This story said: “Mr Diaz” It now says: “Mr Díaz”</p>',
  );
  expect(html(below)).toBe(
    '<section><h2>Corrections and updates</h2>' +
      '<p><strong>Correction, <time datetime="2026-01-10">January 10, 2026</time>:</strong> ' +
      'This story said: “The call lasted two hours.” It now says: “It lasted one.”</p></section>',
  );
});

test('a story without other notes has no section for them', () => {
  expect(plainCorrections(storyWith({ above: { corrections: [name] } }), stringsFor('en'), 'UTC').below).toEqual([]);
  expect(plainCorrections(storyWith(), stringsFor('en'), 'UTC')).toEqual({ above: [], all: [], below: [] });
});

test('the notes of all stories are listed the newest first', () => {
  const stories = [
    storyWith({ id: 'one', above: { corrections: [name, { ...length, date: '2026-01-12' }] } }),
    storyWith({ id: 'two', above: { corrections: [length] } }),
    storyWith({ id: 'none' }),
  ];
  expect(allCorrections(stories).map(({ story, correction }) => [story.id, correction.date])).toEqual([
    ['one', '2026-01-12'],
    ['two', '2026-01-10'],
    ['one', '2026-01-09'],
  ]);
});
