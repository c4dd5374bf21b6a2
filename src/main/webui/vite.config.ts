import optimizeLocales from '@react-aria/optimize-locales-plugin';
import react from '@vitejs/plugin-react';
import { loadEnv } from 'vite';
import { defineConfig } from 'vitest/config';

/** The running service, while developing. */
const service = loadEnv('development', '.', 'PARLANCE_')['PARLANCE_URL'] ?? 'http://localhost:8080';

const LOCALES = ['ar-AE', 'de-DE', 'en-US', 'es-ES', 'fr-FR', 'ja-JP', 'ko-KR', 'pt-BR', 'ru-RU', 'tr-TR', 'zh-CN', 'zh-TW'];

export default defineConfig({
  base: '/app/',
  plugins: [
    react(),
    // React Aria brings its own texts in thirty languages. Only those of the editor are kept.
    { ...optimizeLocales.vite({ locales: LOCALES }), enforce: 'pre' },
  ],
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
