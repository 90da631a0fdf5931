import { expect, test } from 'vitest';
import { editSite } from '../reliability/site-edits.ts';

/** A few edits of `npm run edits`. Another seed makes others. */
test('after random edits, an incremental build publishes what a build without any cache does', async () => {
  const { different, stopped, reused, files } = await editSite(2, 11, () => undefined);
  expect(different).toEqual([]);
  expect(stopped).toBeLessThan(2);
  expect(reused).toBeGreaterThan(files / 4);
});
