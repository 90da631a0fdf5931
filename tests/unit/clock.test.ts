import { afterEach, describe, expect, test, vi } from 'vitest';
import { dayIn, isToCome, monthsSince, now } from '../../src/clock.ts';

const at = (moment: string) => vi.stubEnv('NUTGRAF_NOW', moment);
afterEach(() => vi.unstubAllEnvs());

describe('the clock', () => {
  test('can be set, and says so when it is set to no date', () => {
    at('2026-03-01T12:00:00-05:00');
    expect(now().toISOString()).toBe('2026-03-01T17:00:00.000Z');
    at('tomorrow');
    expect(() => now()).toThrow('Unexpected “tomorrow” for NUTGRAF_NOW');
  });

  test('knows the day in the newsroom’s zone', () => {
    at('2026-03-01T03:00:00Z');
    expect([dayIn('America/Bogota'), dayIn('UTC'), dayIn('Asia/Tokyo')]).toEqual([
      '2026-02-28',
      '2026-03-01',
      '2026-03-01',
    ]);
  });

  test.each([
    ['2026-02-28', false],
    ['2026-03-01', true],
    ['2026-02', false],
    ['2026-03', true],
    ['2027', true],
    ['2026-03-01T02:59:00Z', false],
    ['2026-03-01T03:01:00Z', true],
    ['2026-02-28T23:00:00-05:00', true],
  ])('on the last day of February in Bogotá, that %s is to come is %s', (date, toCome) => {
    at('2026-03-01T03:00:00Z');
    expect(isToCome(date, 'America/Bogota')).toBe(toCome);
  });

  test.each([
    ['2026-01-31', 1],
    ['2026-02-01', 1],
    ['2026-02-02', 0],
    ['2025-03-01', 12],
    ['2025-03-02', 11],
    ['2026-02-01T23:00:00-05:00', 0],
    ['2026-04-01', -1],
  ])('from %s to the first of March are %i whole months', (date, months) => {
    at('2026-03-01');
    expect(monthsSince(date, 'UTC')).toBe(months);
  });
});
