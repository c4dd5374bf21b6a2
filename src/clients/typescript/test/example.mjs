// Tests the example in chromium: node example.mjs URL TOKEN PID, with the process of the service, which it ends.
import { spawn } from 'node:child_process';
import assert from 'node:assert/strict';
import { createServer } from 'node:net';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { chromium } from 'playwright-core';

const [url, token, pid] = process.argv.slice(2);
const here = path => fileURLToPath(new URL(path, import.meta.url));
const FIRST = '新規注文が多すぎます。現在の上限は10sあたり1,234件です';
const SECOND = '新規注文が多すぎます。10sあたり1,234件までです';
const MAX_DELAY = 2000;

await build({
  entryPoints: [here('../../example/page.tsx')], outfile: here('../dist/page.js'), bundle: true, minify: true, format: 'esm',
  jsx: 'automatic', nodePaths: [here('../node_modules')], define: { 'process.env.NODE_ENV': '"production"' },
});

function freePort() {
  return new Promise(resolve => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const { port } = server.address();
      server.close(() => resolve(port));
    });
  });
}

/** Sends a change of the version that is read first. */
async function change(method, path, body) {
  const address = `${url}/v1/catalogs/exchange${path}`;
  const headers = { Authorization: `Bearer ${token}`, 'Content-Type': 'application/json' };
  if (method === 'PUT') {
    headers['If-Match'] = (await fetch(address, { headers })).headers.get('ETag');
  }
  const response = await fetch(address, { method, headers, body: JSON.stringify(body) });
  const answer = await response.text();
  assert.ok(response.ok, `${method} ${path}: ${answer}`);
  return JSON.parse(answer);
}

async function releaseSecondText() {
  await change('PUT', '/messages/-1015/texts/ja', {
    message: '新規注文が多すぎます。{interval}あたり{limit, number}件までです', syntax: 'icu', state: 'approved',
  });
  const { release } = await change('POST', '/releases', {});
  await change('PUT', '/channels/production', { release: release.release });
}

const port = await freePort();
const backend = spawn(process.execPath, [here('../../example/backend.mjs'), `${port}`, url], { stdio: ['ignore', 'pipe', 'inherit'] });
await new Promise(resolve => backend.stdout.once('data', resolve));
const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
  args: ['--headless', '--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking',
    '--disable-component-update', '--disable-sync'],
});
try {
  const page = await browser.newPage();
  const errors = [];
  page.on('pageerror', error => errors.push(error));
  const shows = text => page.locator('[role=alert]', { hasText: text }).waitFor({ timeout: 10_000 });

  await page.goto(`http://127.0.0.1:${port}/`);
  await page.click('button');
  await shows(FIRST);
  console.log('The code of the back end is shown in Japanese, with its numbers.');

  await releaseSecondText();
  const moved = performance.now();
  await shows(SECOND);
  const delay = performance.now() - moved;
  assert.ok(delay < MAX_DELAY, `the page changed after ${delay} ms`);
  console.log(`The page changed without a reload, ${Math.round(delay)} ms after the release moved.`);

  process.kill(Number(pid));
  while (await fetch(url).then(() => true, () => false)) {
    await new Promise(resolve => setTimeout(resolve, 50));
  }
  await page.reload();
  await page.click('button');
  await shows(SECOND);
  console.log('After the service ended and a reload, the page is still Japanese.');
  assert.deepEqual(errors, []);
} finally {
  await browser.close();
  backend.kill();
}
