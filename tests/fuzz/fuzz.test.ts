import fc from 'fast-check';
import { expect, test } from 'vitest';
import { casesOf } from './cases.ts';
import { targetsOf } from './targets.ts';

/** A few cases of `npm run fuzz`, the same each time. */

test.each(await targetsOf())('$name', async (target) => {
  const property = fc.asyncProperty(casesOf(target.texts), async (one) => {
    expect(await target.try(one)).toBeUndefined();
  });
  await fc.assert(property, { seed: 1, numRuns: target.name.startsWith('import') ? 50 : 200 });
});
