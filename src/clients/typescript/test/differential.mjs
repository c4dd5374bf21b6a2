// Compares the texts of the client with those of a service, for all messages of its catalogs: node differential.mjs URL
// The service has the shipped catalogs and the catalog `hard`. Differences are allowed if differences.json lists them with a cause.
import { readFileSync } from 'node:fs';
import { createParlance } from '../dist/index.js';

const [url] = process.argv.slice(2);
const root = new URL('../../../../', import.meta.url);
const listFile = new URL('differences.json', import.meta.url);
const read = path => readFileSync(new URL(path, root), 'utf8');
const hard = JSON.parse(read('src/clients/cases/hard/cases.json'));
const BATCH = 400;
const NUMBERS = [0, 1, 2, 5, 21, 1234.5];
const STRINGS = [undefined, 'דוגמה', '10%'];
const SAMPLES = { number: NUMBERS, string: STRINGS, datetime: ['2026-03-14T15:09:26Z'], currency: [{ currency: 'EUR', value: '12.5' }] };

/** Returns sets of arguments for a message: its examples, and values of each type. */
function argumentSets(declared) {
  const length = Math.max(1, ...declared.map(it => SAMPLES[it.type].length));
  return Array.from({ length }, (_, i) => Object.fromEntries(declared.map(({ name, type, example }) => {
    const samples = SAMPLES[type];
    return [name, samples[i % samples.length] ?? example];
  })));
}

function shippedCases(catalog) {
  const rows = path => read(path).trim().split('\n').slice(1).map(it => it.split(','));
  const declared = new Map();
  for (const [key, name, type, ...example] of rows(`translations/${catalog}/arguments.csv`)) {
    declared.set(key, [...(declared.get(key) ?? []), { name, type, example: example.join(',').replaceAll('"', '') }]);
  }
  const keys = Object.keys(JSON.parse(read(`translations/${catalog}/en.json`)).texts);
  return keys.flatMap(key => argumentSets(declared.get(key) ?? []).map(it => ({ key, arguments: it })));
}

async function serviceTexts(catalog, locale, cases) {
  const texts = [];
  for (let i = 0; i < cases.length; i += BATCH) {
    const messages = cases.slice(i, i + BATCH).map(it => ({ key: it.key, args: it.arguments }));
    const response = await fetch(`${url}/v1/catalogs/${catalog}/render`, {
      method: 'POST', headers: { 'Content-Type': 'application/json' }, body: JSON.stringify({ locale, messages }),
    });
    if (!response.ok) {
      throw new Error(await response.text());
    }
    texts.push(...(await response.json()).messages.map(it => it.text));
  }
  return texts;
}

const different = {};
let count = 0;
for (const [catalog, cases] of [['exchange', shippedCases('exchange')], ['parlance', shippedCases('parlance')], ['hard', hard.cases]]) {
  const offered = (await (await fetch(`${url}/v1/catalogs/${catalog}`)).json()).locales.map(it => it.locale);
  for (const locale of new Set([...hard.locales, ...hard.fallbackLocales, ...offered])) {
    const client = createParlance({ url, catalog, locale, timeZone: hard.timeZone, events: false });
    await client.ready;
    client.close();
    const expected = await serviceTexts(catalog, client.current.locale === 'en' ? 'en' : locale, cases);
    cases.forEach((it, i) => {
      count++;
      const text = client.text(it.key, it.arguments);
      if (text !== expected[i]) {
        ((different[`${catalog}/${it.key}`] ??= {})[client.current.locale] ??= new Set()).add(JSON.stringify([expected[i], text]));
      }
    });
  }
}

const found = Object.fromEntries(Object.entries(different).map(([key, locales]) => [key, Object.keys(locales).sort()]));
const listed = JSON.parse(readFileSync(listFile, 'utf8'));
const causes = {};
for (const [key, locales] of listed.differences.flatMap(it => Object.entries(it.messages))) {
  causes[key] = [...(causes[key] ?? []), ...locales];
}
const problems = [];
for (const [key, locales] of Object.entries(found)) {
  for (const locale of locales.filter(it => !causes[key]?.includes(it))) {
    problems.push(`${key} in ${locale} differs: ${[...different[key][locale]].join(' ')}`);
  }
}
if (process.versions.icu === listed.icu) {
  for (const [key, locales] of Object.entries(causes)) {
    for (const locale of locales.filter(it => !found[key]?.includes(it))) {
      problems.push(`${key} in ${locale} is listed, but does not differ`);
    }
  }
}
console.log(problems.join('\n'));
console.log(`${count} texts compared, ${problems.length} unexplained differences`);
process.exitCode = problems.length || count < 17_000 ? 1 : 0;
