import { defineConfig } from 'vitest/config';

/** Measurements of the packaged service in a real browser. They print figures, which depend on the machine, and fail on none. */
export default defineConfig({
  test: {
    include: ['browser/**/*.measure.ts'],
    globalSetup: ['browser/service.ts'],
    fileParallelism: false,
    testTimeout: 600_000,
    hookTimeout: 600_000,
    disableConsoleIntercept: true,
  },
});
