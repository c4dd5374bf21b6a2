// Runs the example of typescript.md against a service: node documentation.mjs URL
import { readFileSync, rmSync, writeFileSync } from 'node:fs';

const page = readFileSync(new URL('../../../docs/typescript.md', import.meta.url), 'utf8');
const [, example] = /```js\n([\s\S]*?)```/.exec(page);
const [, expected] = /It prints\n\n```\n([\s\S]*?)```/.exec(page);
const file = new URL('../dist/example.mjs', import.meta.url);
writeFileSync(file, example.replace('@parlance/client', './index.js').replace('http://localhost:8080', process.argv[2]));
const printed = [];
const log = console.log;
console.log = line => printed.push(line);
try {
  await import(file);
} finally {
  console.log = log;
  rmSync(file);
}
console.log(printed.join('\n'));
process.exitCode = `${printed.join('\n')}\n` === expected ? 0 : 1;
