import { defineConfig } from 'vitest/config';

/** The tests that judge mutants: those that build no site, in one worker, so that modules are loaded once. */
export default defineConfig({
  test: {
    include: ['tests/unit/**/*.test.ts', 'tests/components/forms.test.ts'],
    // They read the writers’ pages, judge drawings, or set the zone of a process, which a thread cannot.
    exclude: ['tests/unit/{writers,chart,map,date}.test.ts'],
    isolate: false,
  },
});
