import { availableParallelism } from 'node:os';
import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';

/** Pure functions and the look of the house: modules are loaded once a worker, not once a file. */
const quick = ['tests/unit/**/*.test.ts', 'tests/structure/**/*.test.ts'];

export default defineConfig({
  test: {
    // A first start unpacks a browser; a build of a fixture site takes seconds.
    hookTimeout: 180_000,
    testTimeout: 120_000,
    // A build waits for disks and processes half of its time: with two cores, two workers take two thirds of it.
    maxWorkers: Math.max(2, availableParallelism() - 1),
    // More than a hundred builds load the same modules: a sixth of the time of each is their compilation.
    env: { NODE_COMPILE_CACHE: fileURLToPath(new URL('node_modules/.cache/node', import.meta.url)) },
    // It imports JSON as Node does not.
    server: { deps: { inline: ['@actions/workflow-parser'] } },
    projects: [
      { extends: true, test: { name: 'quick', include: quick, isolate: false } },
      { extends: true, test: { name: 'whole', include: ['tests/**/*.test.ts'], exclude: quick } },
    ],
  },
});
