// A back end that fails with codes, and serves the page: node backend.mjs PORT SERVICE
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';

const require = createRequire(new URL('../typescript/package.json', import.meta.url));
const express = require('express');
const [port, service] = process.argv.slice(2);
const app = express();

app.post('/orders', (request, response) => {
  response.status(429).type('application/problem+json').json({
    type: `${service}/codes/exchange/-1015`, title: 'Too many new orders', status: 429, code: '-1015', arguments: { limit: 1234, interval: '10s' },
  });
});
app.get('/page.js', (request, response) => response.sendFile(new URL('../typescript/dist/page.js', import.meta.url).pathname));
app.get('/', (request, response) => response.type('html')
  .send(readFileSync(new URL('page.html', import.meta.url), 'utf8').replace('SERVICE', service)));
app.listen(Number(port), '127.0.0.1', () => console.log('listening'));
