import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['tests/**/*.test.ts'],
    // A first start unpacks a browser; a build of a fixture site takes seconds.
    hookTimeout: 180_000,
    testTimeout: 120_000,
    // It imports JSON as Node does not.
    server: { deps: { inline: ['@actions/workflow-parser'] } },
  },
});
