import { defineConfig } from 'vitest/config';

/** Tests of the packaged service in a real browser. They share one service, so they run one after another. */
export default defineConfig({
  test: {
    include: ['browser/**/*.test.ts'],
    globalSetup: ['browser/service.ts'],
    fileParallelism: false,
    testTimeout: 60_000,
    hookTimeout: 120_000,
    expect: { poll: { timeout: 15_000 } },
    // A retry would hide a test that depends on timing.
    retry: 0,
  },
});
