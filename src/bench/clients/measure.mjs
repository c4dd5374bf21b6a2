// Measures sizes, cold start and cost per text of clients in one run: node measure.mjs URL, with the address of a service.
// Needs `npm ci` here, and the build of the TypeScript client. Times are medians of processor time, which other load changes least.
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import { build } from 'esbuild';

const here = path => fileURLToPath(new URL(path, import.meta.url));
const STARTS = 3;
const client = here('../../clients/typescript/dist/index.js');

/** Each program fetches the texts from BASE and has a function `text` that prints one text. */
const PROGRAMS = {
  '@parlance/client': `
    import { createParlance } from ${JSON.stringify(client)};
    const parlance = createParlance({ url: BASE, catalog: 'exchange', locale: 'de', events: false });
    await parlance.ready;
    const text = limit => parlance.text('-1015', { limit, interval: '10s' });
    RUN(text);
    parlance.close();`,
  'i18next, i18next-http-backend': `
    import i18next from 'i18next';
    import HttpBackend from 'i18next-http-backend';
    await i18next.use(HttpBackend).init({
      lng: 'de', load: 'currentOnly', fallbackLng: false, ns: ['exchange'], defaultNS: 'exchange', keySeparator: false, nsSeparator: false,
      interpolation: { escapeValue: false }, backend: { loadPath: BASE + '/v1/catalogs/{{ns}}/bundles/{{lng}}?format=i18next' }, showSupportNotice: false,
    });
    const text = limit => i18next.t('-1015', { count: limit, interval: '10s' });
    RUN(text);`,
  '@formatjs/intl': `
    import { createIntl, createIntlCache } from '@formatjs/intl';
    const messages = await (await fetch(BASE + '/v1/catalogs/exchange/bundles/de?format=formatjs')).json();
    const intl = createIntl({ locale: 'de', messages, onError() {} }, createIntlCache());
    const text = limit => intl.formatMessage({ id: '-1015' }, { limit, interval: '10s' });
    RUN(text);`,
};

/** Prints the cost of the first text and of the following ones. */
const RUN = `function RUN(text) {
  const start = process.cpuUsage();
  const first = text(5);
  const firstUsage = process.cpuUsage(start);
  const firstText = (firstUsage.user + firstUsage.system) / 1e3;
  for (let i = 0; i < 5_000; i++) {
    text(i);
  }
  const samples = [];
  for (let j = 0; j < 11; j++) {
    const before = process.cpuUsage();
    for (let i = 0; i < 2_000; i++) {
      text(i);
    }
    const { user, system } = process.cpuUsage(before);
    samples.push((user + system) / 2_000);
  }
  samples.sort((a, b) => a - b);
  console.log(JSON.stringify({ first, firstText, perText: samples[5] }));
}
`;

const median = values => values.sort((a, b) => a - b)[Math.floor(values.length / 2)];

const [base] = process.argv.slice(2);
const folder = mkdtempSync(join(tmpdir(), 'measured-'));
try {
  console.log(`Node.js ${process.versions.node}, ICU ${process.versions.icu}`);
  console.log('| Client | gzip, B | Cold start, CPU ms | First text, CPU ms | Text, CPU µs | Output |\n|---|---|---|---|---|---|');
  for (const [name, program] of Object.entries(PROGRAMS)) {
    const options = { bundle: true, minify: true, format: 'esm', platform: 'node', target: 'node20', write: false };
    const contents = program.replaceAll('BASE', JSON.stringify(base));
    const compile = async source => (await build({ ...options, stdin: { contents: source, resolveDir: here('.') } })).outputFiles[0].contents;
    const size = gzipSync(await compile(contents.replace('RUN(text);', 'globalThis.text = text;')), { level: 9 }).length;
    const file = join(folder, 'program.mjs');
    const empty = join(folder, 'empty.mjs');
    writeFileSync(file, await compile(RUN + contents));
    const startFile = join(folder, 'start.mjs');
    const report = 'const { user, system } = process.cpuUsage(); console.log((user + system) / 1e3);';
    writeFileSync(startFile, await compile(contents.replace('RUN(text);', `text(5);\n${report}`)));
    writeFileSync(empty, `await (await fetch(${JSON.stringify(`${base}/v1/catalogs/exchange/bundles/de?format=formatjs`)})).json();\n${report}`);
    const run = path => execFileSync(process.execPath, [path], { encoding: 'utf8' }).trim();
    const starts = [];
    for (let i = 0; i < STARTS; i++) {
      starts.push(Number(run(startFile)) - Number(run(empty)));
    }
    const { first, firstText, perText } = JSON.parse(run(file));
    console.log(`| ${name} | ${size.toLocaleString('en')} | ${median(starts).toFixed(1)} | ${firstText.toFixed(1)} | ${perText.toFixed(2)} | ${first} |`);
  }
} finally {
  rmSync(folder, { recursive: true });
}
