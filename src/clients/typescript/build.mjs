// Builds dist: one minified module for each entry of package.json, without dependencies.
import { build } from 'esbuild';

await build({
  entryPoints: ['index', 'react', 'indexeddb', 'localstorage', 'file', 'recognize', 'intl-messageformat'].map(name => `src/${name}.ts`),
  outdir: 'dist',
  bundle: true,
  minify: true,
  mangleProps: /^(prefix|suffix|skeleton|branches|bundle|offset|origins)$/,
  format: 'esm',
  platform: 'neutral',
  target: 'es2022',
  external: ['react', 'intl-messageformat', 'node:*'],
});
