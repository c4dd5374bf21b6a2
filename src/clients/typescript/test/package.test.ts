import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import 'fake-indexeddb/auto';
import { createElement } from 'react';
import { renderToString } from 'react-dom/server';
import { describe, expect, it, vi } from 'vitest';
import { fileStorage } from '../src/file.js';
import { createParlance, formatPattern } from '../src/index.js';
import { indexedDbStorage } from '../src/indexeddb.js';
import { intlMessageFormat } from '../src/intl-messageformat.js';
import { localTextStorage } from '../src/localstorage.js';
import { ParlanceProvider, useParlance } from '../src/react.js';
import { createRecognizer } from '../src/recognize.js';
import { FakeService } from './fake-service.js';

const MAX_SIZE = 6144;

it('is small', () => {
  const size = gzipSync(readFileSync(new URL('../dist/index.js', import.meta.url)), { level: 9 }).length;
  expect(size).toBeLessThanOrEqual(MAX_SIZE);
});

it('has no dependencies', () => {
  const { dependencies } = JSON.parse(readFileSync(new URL('../package.json', import.meta.url), 'utf8'));
  expect(dependencies).toBeUndefined();
  expect(readFileSync(new URL('../dist/index.js', import.meta.url), 'utf8')).not.toMatch(/\bfrom\s*["']/);
});

describe('storages', () => {
  it.each([
    ['IndexedDB', async () => indexedDbStorage()],
    ['files', async () => fileStorage(await mkdtemp(join(tmpdir(), 'texts-')))],
    ['localStorage', async () => {
      const values = new Map<string, string>();
      return localTextStorage({ getItem: key => values.get(key) ?? null, setItem: (key, value) => void values.set(key, value) });
    }],
  ])('keep values in %s', async (_, create) => {
    const storage = await create();
    expect(await storage.get('a') ?? null).toBeNull();
    await storage.set('a', '1');
    await storage.set('a', '2');
    await storage.set('b', 'ü');
    expect(await storage.get('a')).toBe('2');
    expect(await storage.get('b')).toBe('ü');
  });

  it('leaves one file for each key', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'texts-'));
    const storage = fileStorage(folder);
    await Promise.all(Array.from({ length: 10 }, (_, i) => storage.set('a', `${i}`)));
    expect(await readdir(folder)).toHaveLength(1);
    await rm(folder, { recursive: true });
  });
});

describe('patterns', () => {
  it.each([
    ['en', "it's {n}", { n: 1234.5 }, "it's 1,234.5"],
    ['en', "'{'{n}'}' ''", { n: 'x' }, "{x} '"],
    ['en', '{a} {b}', { a: 'x' }, 'x {b}'],
    ['en', '{n, plural, one{#} other{{g, select, other{#}}}}', { n: 5, g: 'x' }, '#'],
    ['ar', '{n}', { n: '10s' }, '\u206810s\u2069'],
    ['en', '{n}', { n: 'שלום' }, '\u2068שלום\u2069'],
    ['ja', '{n}', { n: 1234 }, '1,234'],
    ['en', '{n, number}', { n: 'abc' }, '{n}'],
    ['en', '{n, number, currency}', { n: 5 }, '{n}'],
    ['en', '{n, number, ::percent}', { n: 25 }, '25%'],
    ['es', '{n} {n, number, ::group-auto}', { n: 1234 }, '1.234 1234'],
    ['de', '{d, date,dd.MM.yyyy}', { d: '2026-03-04' }, '04.03.2026'],
    ['en', '{d, date}', { d: '2026' }, '{d}'],
    ['en', '{toString}', {}, '{toString}'],
    ['pl', '{n, plural, one{# plik} few{# pliki} many{# plików} other{# pliku}}', { n: '22' }, '22 pliki'],
  ])('%s %s', (locale, pattern, values, expected) => {
    expect(formatPattern(pattern, locale, values, 'UTC')).toBe(expected);
  });

  it('can be formatted by intl-messageformat', () => {
    expect(intlMessageFormat('{n, plural, one{# file} other{# files}} <b>', 'en', { n: 2 }, 'UTC')).toBe('2 files <b>');
    expect(intlMessageFormat('{d, time, short}', 'de', { d: new Date(0) }, 'UTC')).toBe('00:00');
  });
});

describe('problems', () => {
  const messages = { '-1015': '{limit} je {interval}', '0001': 'Fehler' };

  async function withTexts(resolve: () => Response = () => new Response('{}', { status: 500 })) {
    const service = new FakeService().publish(messages);
    const fetch: typeof globalThis.fetch = async (input, init) =>
      (String(input).endsWith('/resolve') ? resolve() : service.fetch(input, init));
    const options = { url: 'https://texts.example', catalog: 'shop', locale: 'de', fetch: vi.fn(fetch), events: false };
    const client = createParlance(options);
    await client.ready;
    client.close();
    return { client, options };
  }

  it.each([
    [{ type: '/codes/shop/-1015', title: 'Too many', arguments: { limit: 5, interval: '10s' } }, '5 je 10s'],
    [{ code: -1015, args: { limit: 5, interval: '10s' } }, '5 je 10s'],
    ['{"code":"0001","msg":"Error"}', 'Fehler'],
    [{ code: -1015, msg: '5 per 10s' }, '5 per 10s'],
    [{ code: 'unknown', detail: 'Something' }, 'Something'],
    [{ code: 'unknown' }, 'unknown'],
    ['Bad gateway', 'Bad gateway'],
    [null, ''],
    [{}, ''],
  ])('%j', async (body, expected) => {
    expect((await withTexts()).client.problem(body)).toBe(expected);
  });

  it('are recognized by the service, once', async () => {
    const { client, options } = await withTexts(() =>
      Response.json({ candidates: [{ key: '-1015', exact: true, arguments: { limit: 5, interval: '10s' } }] }));
    const recognize = createRecognizer(options, client);
    expect(await recognize({ code: -1015, msg: '5 per 10s' })).toBe('5 je 10s');
    expect(await recognize({ code: -1015, msg: '5 per 10s' })).toBe('5 je 10s');
    expect(options.fetch.mock.calls.filter(([url]) => String(url).endsWith('/resolve'))).toHaveLength(1);
  });

  it('keep their text while the service is down', async () => {
    const { client, options } = await withTexts();
    expect(await createRecognizer(options, client)({ code: -1015, msg: '5 per 10s' })).toBe('5 per 10s');
  });
});

it('renders in React on a server', async () => {
  const { fetch } = new FakeService().publish({ a: 'Hallo' });
  const client = createParlance({ url: 'https://texts.example', catalog: 'shop', locale: 'de', events: false, fetch });
  await client.ready;
  const Page = () => createElement('p', null, useParlance().text('a'));
  expect(renderToString(createElement(ParlanceProvider, { client }, createElement(Page)))).toBe('<p>Hallo</p>');
  expect(() => renderToString(createElement(Page))).toThrow('ParlanceProvider');
  client.close();
});
