import optimizeLocales from '@react-aria/optimize-locales-plugin';
import react from '@vitejs/plugin-react';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { constants, brotliCompressSync } from 'node:zlib';
import { loadEnv, type Plugin } from 'vite';
import { defineConfig } from 'vitest/config';

/** The running service, while developing. */
const service = loadEnv('development', '.', 'PARLANCE_')['PARLANCE_URL'] ?? 'http://localhost:8080';

const LOCALES = ['ar-AE', 'de-DE', 'en-US', 'es-ES', 'fr-FR', 'ja-JP', 'ko-KR', 'pt-BR', 'ru-RU', 'tr-TR', 'zh-CN', 'zh-TW'];

/**
 * Adds each file compressed with Brotli at the highest level, which takes seconds: too long for the first request.
 *
 * The files are read when they are written, because Vite itself completes scripts after all other plugins.
 */
const brotli: Plugin = {
  name: 'brotli',
  apply: 'build',
  writeBundle({ dir = '.' }, bundle) {
    for (const name of Object.keys(bundle).filter((it) => /\.(js|css|svg)$/.test(it))) {
      const source = readFileSync(join(dir, name));
      const params = { [constants.BROTLI_PARAM_QUALITY]: constants.BROTLI_MAX_QUALITY, [constants.BROTLI_PARAM_SIZE_HINT]: source.length };
      writeFileSync(join(dir, `${name}.br`), brotliCompressSync(source, { params }));
    }
  },
};

export default defineConfig({
  base: '/app/',
  plugins: [
    react(),
    // React Aria brings its own texts in thirty languages. Only those of the editor are kept.
    { ...optimizeLocales.vite({ locales: LOCALES }), enforce: 'pre' },
    brotli,
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
