import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';

/**
 * `npm ci` refuses a lock file that leaves out what a package wants for other machines, and
 * `npm install` leaves it out when the registry cannot give it at the moment.
 */
test('the lock file has every platform’s part of every package', () => {
  const { packages } = JSON.parse(readFileSync(new URL('../../package-lock.json', import.meta.url), 'utf8')) as {
    packages: Record<string, { optionalDependencies?: Record<string, string> }>;
  };
  const wanted = Object.entries(packages).flatMap(([path, { optionalDependencies = {} }]) =>
    Object.keys(optionalDependencies).map((name) => [path, name] as const),
  );
  expect(wanted.length).toBeGreaterThan(50);
  const missing = wanted.filter(
    ([path, name]) => !packages[`${path}/node_modules/${name}`] && !packages[`node_modules/${name}`],
  );
  expect(missing).toEqual([]);
});
