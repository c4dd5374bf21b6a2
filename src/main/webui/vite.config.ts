import react from '@vitejs/plugin-react';
import { defineConfig } from 'vitest/config';

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
    proxy: { '/v1': 'http://localhost:8080', '/assets': 'http://localhost:8080' },
    // The design tokens and the types of the labels are outside of this folder.
    fs: { allow: ['../../..'] },
  },
  test: {
    environment: 'jsdom',
    setupFiles: ['src/test/setup.ts'],
    restoreMocks: true,
  },
});
