import react from '@vitejs/plugin-react';
import { loadEnv } from 'vite';
import { defineConfig } from 'vitest/config';

/** The running service, while developing. */
const service = loadEnv('development', '.', 'PARLANCE_')['PARLANCE_URL'] ?? 'http://localhost:8080';

export default defineConfig({
  base: '/app/',
  plugins: [react()],
  build: {
    target: 'es2022',
    // A data URL would need a wider content security policy.
    assetsInlineLimit: 0,
    // The polyfill is an inline script, which the content security policy forbids. All supported browsers preload modules.
    modulePreload: { polyfill: false },
  },
  server: {
    proxy: { '/v1': service, '/assets': service },
    // The design tokens and the types of the labels are outside of this folder.
    fs: { allow: ['../../..'] },
  },
  test: {
    environment: 'jsdom',
    setupFiles: ['src/test/setup.ts'],
    restoreMocks: true,
    // A busy machine takes seconds for a form.
    testTimeout: 30_000,
  },
});
