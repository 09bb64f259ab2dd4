import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    globalSetup: ['test/support/build-first.ts'],
    exclude: ['test/bench/**', 'node_modules/**', 'dist/**'],
    // Real processes and real dictionaries are started by the tests: two cores need some patience.
    testTimeout: 60_000,
    hookTimeout: 60_000,
    maxWorkers: 2,
  },
});
