import { folder } from './folders.ts';

export default {
  mutate: [
    `src/${folder}/**/*.ts`,
    // They ask Astro’s collections and virtual modules, which only a build has: whole builds test them.
    '!src/stories/{queries,listings,examples,shown-pictures}.ts',
    '!src/renderings/context.ts',
    // Lists of words, with no decision in them.
    '!src/desk/words/en.ts',
  ],
  testRunner: 'vitest',
  // Not `related`: it follows what is imported by name, and rules and words are loaded by folder.
  vitest: { configFile: 'tests/mutants/vitest.config.ts', related: false },
  coverageAnalysis: 'perTest',
  // What runs once when a module is loaded (a schema, a list, a pattern) would need all tests for each mutant of it.
  ignoreStatic: true,
  concurrency: 1,
  timeoutMS: 15_000,
  incremental: true,
  incrementalFile: `reports/mutants/${folder}.json`,
  // No test of these reads them.
  ignorePatterns: [
    'content',
    'dist',
    'docs',
    'package',
    'public',
    'reports',
    '.astro',
    'tests/{.sites,benchmark,browser,build,package}',
  ],
  reporters: ['clear-text', 'progress-append-only'],
  clearTextReporter: { logTests: false, reportTests: false },
};
