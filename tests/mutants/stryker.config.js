export default {
  mutate: [
    'src/{document,stories,renderings,schema,desk}/**/*.ts',
    // They ask Astro’s collections and virtual modules, which only a build has: whole builds test them.
    '!src/stories/{queries,listings,examples}.ts',
    '!src/renderings/context.ts',
  ],
  testRunner: 'vitest',
  vitest: { configFile: 'tests/mutants/vitest.config.ts' },
  coverageAnalysis: 'perTest',
  concurrency: 1,
  timeoutMS: 15_000,
  incremental: true,
  // No test of these reads them.
  ignorePatterns: ['content', 'dist', 'docs', 'public', '.astro', 'tests/{benchmark,browser,build,package}'],
  reporters: ['clear-text', 'progress-append-only', 'json'],
  clearTextReporter: { logTests: false, reportTests: false },
};
