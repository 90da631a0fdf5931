import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { isArchived, leftOut, nextDue, statusOf } from '../../src/stories/status.ts';

beforeEach(() => void vi.stubEnv('NUTGRAF_NOW', '2026-03-01T03:00:00Z'));
afterEach(() => void vi.unstubAllEnvs());

test.each([
  [{ published: '2026-02-28' }, undefined],
  [{ published: '2026-02-28', draft: true }, 'draft'],
  [{ published: '2026-02-28', draft: false }, undefined],
  // Three in the morning in London is still the day before in New York.
  [{ published: '2026-03-01' }, 'scheduled'],
  [{ published: '2026-02-28T22:00:00-05:00' }, undefined],
  [{ published: '2026-02-28T22:00:01-05:00' }, 'scheduled'],
])('%j is %s', (publication, status) => {
  expect(statusOf(publication, 'America/New_York')).toBe(status);
});

test('the next build is due at the earliest time to come, in whatever zone it was written', () => {
  const held = [
    { published: '2027-01-01' },
    { published: '2026-05-01T01:00:00+09:00' },
    { published: '2026-05-01T00:00:00Z' },
    { published: '2026-04-01', draft: true },
  ];
  expect(nextDue(held)).toBe('2026-05-01T01:00:00+09:00');
  expect(leftOut(held)).toBe(
    'Left out: 1 draft and 3 scheduled stories. The next build is due at 2026-05-01T01:00:00+09:00.',
  );
  expect(leftOut(held.slice(3))).toBe('Left out: 1 draft.');
  expect(leftOut([...held.slice(0, 1), ...held.slice(3), ...held.slice(3)])).toBe(
    'Left out: 2 drafts and 1 scheduled story. The next build is due at 2027-01-01.',
  );
  expect(leftOut([])).toBeUndefined();
});

test.each([
  [undefined, '2019-12-31', false],
  [{ before: '2020-01-01' }, '2019-12-31', true],
  [{ before: '2020-01-01' }, '2019-12-31T23:59:00-05:00', true],
  [{ before: '2020-01-01' }, '2020-01-01', false],
])('with the archive %j, a story of %s is left to a server: %s', (archive, published, is) => {
  expect(isArchived({ published }, { archive })).toBe(is);
});
