import { afterEach, expect, test, vi } from 'vitest';
import { formatDate } from '../../src/strings/date.ts';

afterEach(() => vi.unstubAllEnvs());

/** The zone of whoever builds; what a page says must not depend on it. */
const builders: [zone: string, minutes: number][] = [
  ['UTC', 0],
  ['America/Los_Angeles', 480],
  ['Pacific/Kiritimati', -840],
  ['Pacific/Pago_Pago', 660],
];

test.each(builders)('says the same when it is built in %s', (zone, minutes) => {
  vi.stubEnv('TZ', zone);
  expect(new Date('2026-01-08T00:00:00Z').getTimezoneOffset()).toBe(minutes);
  const said = (date: string, lang = 'en', timeZone = 'America/Bogota') =>
    formatDate(date, lang, timeZone).replace(/[\u00A0\u202F]/g, ' ');

  // A plain date is never shifted, whatever the newsroom’s zone.
  for (const newsroom of ['America/Bogota', 'Pacific/Kiritimati', 'UTC']) {
    expect(said('2026', 'en', newsroom)).toBe('2026');
    expect(said('2026-01', 'en', newsroom)).toBe('January 2026');
    expect(said('2026-01-01', 'en', newsroom)).toBe('January 1, 2026');
    expect(said('2025-12-31', 'en', newsroom)).toBe('December 31, 2025');
  }
  expect(said('2026-01-08T02:30:00Z')).toBe('January 7, 2026 at 9:30 PM GMT-5');
  expect(said('2026-01-08T14:00-05:00', 'en', 'UTC')).toBe('January 8, 2026 at 7:00 PM UTC');
  expect(said('2026-07-01T00:00:00+02:00', 'en', 'America/New_York')).toBe('June 30, 2026 at 6:00 PM EDT');
  expect(said('2026-01-08', 'es')).toBe('8 de enero de 2026');
  expect(said('2026-01-08', 'en-GB')).toBe('8 January 2026');
});
