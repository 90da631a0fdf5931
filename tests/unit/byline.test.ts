import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { bylineOf } from '../../src/stories/byline.ts';
import { stringsFor } from '../../src/strings/index.ts';
import { storyWith } from '../support/stories.ts';

beforeEach(() => void vi.stubEnv('NUTGRAF_NOW', '2026-01-10T12:00:00Z'));
afterEach(() => void vi.unstubAllEnvs());

/** The lines above a story as they are read. */
function lines(above: object, words = 440) {
  const story = storyWith({ above, facts: { words } });
  const byline = bylineOf(story, stringsFor(story.lang), 'America/New_York');
  const whole = ({ before, words: date, after }: (typeof byline.dates)[number]) => before + date + after;
  return { ...byline, dates: byline.dates.map(whole) };
}

test.each([
  [['ana-diaz'], 'en', 'By Ana Díaz'],
  [['ana-diaz', 'tom-ray'], 'en', 'By Ana Díaz and Tom Ray'],
  [['ana-diaz', 'tom-ray', 'world-desk'], 'en', 'By Ana Díaz, Tom Ray, and The World Desk'],
  [['ana-diaz', 'world-desk'], 'es', 'Por Ana Díaz y La mesa internacional'],
])('%j in %s: %s', (authors, lang, by) => expect(lines({ authors, lang }).by).toBe(by));

test('a story says when it was published, and when it was changed', () => {
  expect(lines({})).toMatchObject({
    firstPublished: undefined,
    dates: ['Published January 8, 2026'],
  });
  expect(lines({ updated: '2026-01-09T01:30:00Z' }).dates).toEqual([
    'Published January 8, 2026',
    'Updated January 8, 2026 at 8:30 PM EST',
  ]);
  expect(lines({ lang: 'es' }).dates).toEqual(['Publicado el 8 de enero de 2026']);
  expect(lines({ lang: 'ja' }).dates).toEqual(['2026年1月8日公開']);
});

test('each date has what machines read', () => {
  const story = storyWith({ above: { updated: '2026-01-09T01:30:00Z' } });
  expect(bylineOf(story, stringsFor('en'), 'UTC').dates.map(({ iso }) => iso)).toEqual([
    '2026-01-08',
    '2026-01-09T01:30:00Z',
  ]);
});

test('a story from elsewhere says whose it was', () => {
  expect(lines({ firstPublished: { outlet: 'el-tiempo', headline: 'Petro y Trump' } })).toMatchObject({
    firstPublished: 'First published by El Tiempo',
    dates: ['Republished January 8, 2026'],
  });
});

test.each([
  [220, '1 min read'],
  [0, '1 min read'],
  [1100, '5 min read'],
])('%i words are a %s', (words, expected) => expect(lines({}, words).readingTime).toBe(expected));
