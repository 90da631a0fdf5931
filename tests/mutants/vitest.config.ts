import { defineConfig } from 'vitest/config';
import { folder, folders } from './folders.ts';

/** The tests that judge the mutants of one folder: no site is built. In one worker, so that modules are loaded once. */
export default defineConfig({
  test: {
    include: (folders[folder] ?? []).map((tests) => `tests/${tests}.test.ts`),
    isolate: false,
  },
});
