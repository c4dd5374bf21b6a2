import { afterEach, describe, expect, it, vi } from 'vitest';
import { createParlance, type Options, type Parlance } from '../src/index.js';
import { FakeService, MemoryStorage, seedOf } from './fake-service.js';

const FIRST = { color: 'Rot', sum: '{n, plural, one{# Stück} other{# Stücke}}', old: 'Alt' };
const SECOND = { color: 'Gelb', sum: '{n, plural, one{# Teil} other{# Teile}}' };
const clients: Parlance[] = [];

function client(service: FakeService, options: Partial<Options> = {}): Parlance {
  const created = createParlance({
    url: 'https://texts.example', catalog: 'shop', locale: 'de', fetch: service.fetch, backOff: [2, 10], pollInterval: 10, timeout: 30,
    ...options,
  });
  clients.push(created);
  return created;
}

/** Both texts of a client, which must be of the same release. */
function texts(of: Parlance): string {
  return `${of.text('color')}, ${of.text('sum', { n: 2 })}`;
}

const ONE = 'Rot, 2 Stücke';
const TWO = 'Gelb, 2 Teile';
const NONE = 'color, sum';

afterEach(() => {
  clients.splice(0).forEach(it => it.close());
  vi.useRealTimers();
});

describe('start without the service', () => {
  it('shows keys without texts, and recovers', async () => {
    const service = new FakeService().publish(FIRST);
    service.fault = 'down';
    const texted = client(service);
    await texted.ready;
    expect(texts(texted)).toBe(NONE);
    expect(texted.problem({ code: 'color', detail: 'Red' })).toBe('Red');
    service.fault = 'none';
    await vi.waitFor(() => expect(texts(texted)).toBe(ONE));
  });

  it('shows the texts of the last start', async () => {
    const service = new FakeService().publish(FIRST);
    const storage = new MemoryStorage();
    const before = client(service, { storage });
    await before.ready;
    await vi.waitFor(() => expect(storage.values.size).toBe(1));
    before.close();
    service.fault = 'down';
    const after = client(service, { storage });
    await after.ready;
    expect(texts(after)).toBe(ONE);
    service.fault = 'none';
    service.publish(SECOND);
    await vi.waitFor(() => expect(texts(after)).toBe(TWO));
  });

  it('shows the texts of the app', async () => {
    const service = new FakeService().publish(FIRST).publish(SECOND);
    service.fault = 'down';
    const seeded = client(service, { seed: JSON.stringify(seedOf(1, FIRST)), locale: 'de-AT' });
    await seeded.ready;
    expect(texts(seeded)).toBe(ONE);
    service.fault = 'none';
    await vi.waitFor(() => expect(texts(seeded)).toBe(TWO));
  });

  it('prefers the newer of stored texts and texts of the app', async () => {
    const service = new FakeService().publish(FIRST);
    const storage = new MemoryStorage();
    await client(service, { storage }).ready;
    await vi.waitFor(() => expect(storage.values.size).toBe(1));
    service.fault = 'down';
    const updated = client(service, { storage, seed: seedOf(2, SECOND) });
    await updated.ready;
    expect(texts(updated)).toBe(TWO);
  });

  it('refuses a seed and a stored text whose bytes changed', async () => {
    const service = new FakeService().publish(FIRST);
    const storage = new MemoryStorage();
    await client(service, { storage }).ready;
    await vi.waitFor(() => expect(storage.values.size).toBe(1));
    storage.values.forEach((value, key) => storage.values.set(key, value.replace('Rot', 'Tot')));
    const seed = seedOf(1, FIRST);
    seed.bundles[0]!.content = seed.bundles[0]!.content.replace('Rot', 'Tot');
    service.fault = 'down';
    const errors: unknown[] = [];
    const careful = client(service, { storage, seed, onError: it => errors.push(it) });
    await careful.ready;
    expect(texts(careful)).toBe(NONE);
    expect(errors.map(String)).toContain('Error: Wrong digest');
  });
});

describe('faults of the service', () => {
  const faults = ['down', 'error', 'silent', 'corrupt', 'truncated', 'unsigned', 'busy'] as const;

  it.each(faults)('keeps the last release while it is %s', async fault => {
    const service = new FakeService().publish(FIRST);
    const errors: unknown[] = [];
    const running = client(service, { onError: it => errors.push(it) });
    await running.ready;
    expect(texts(running)).toBe(ONE);
    service.fault = fault;
    service.publish(SECOND);
    await vi.waitFor(() => expect(errors.length).toBeGreaterThan(1));
    expect(texts(running)).toBe(ONE);
    service.fault = 'none';
    await vi.waitFor(() => expect(texts(running)).toBe(TWO));
  });

  it('takes the language that the service selects if none fits', async () => {
    const service = new FakeService().publish(FIRST);
    const foreign = client(service, { locale: 'xx', fetch: (input, init) => String(input).includes('/xx')
      ? Promise.resolve(new Response('{}', { status: 404 })) : service.fetch(input, init) });
    await foreign.ready;
    expect(texts(foreign)).toBe(ONE);
    expect(service.bundleRequests[0]!.url).toMatch(/auto$/);
  });

  it('polls where streams are not possible', async () => {
    const service = new FakeService().publish(FIRST);
    service.streaming = false;
    const polling = client(service);
    await polling.ready;
    service.publish(SECOND);
    await vi.waitFor(() => expect(texts(polling)).toBe(TWO));
  });

  it('follows events without polling, also after the stream ends', async () => {
    const service = new FakeService().publish(FIRST);
    const live = client(service, { pollInterval: 3_600_000 });
    await live.ready;
    await vi.waitFor(() => expect(service.requests.filter(it => it.url.endsWith('/events'))).toHaveLength(1));
    service.publish(SECOND);
    await vi.waitFor(() => expect(texts(live)).toBe(TWO));
    service.endStreams();
    service.move(1);
    await vi.waitFor(() => expect(texts(live)).toBe(ONE));
  });
});

describe('releases', () => {
  it('asks for changes, with the last entity tag', async () => {
    const service = new FakeService().publish(FIRST);
    const polling = client(service, { events: false });
    await polling.ready;
    await vi.waitFor(() => expect(service.bundleRequests.length).toBeGreaterThan(3));
    const [first, , third] = service.bundleRequests;
    expect(first!.url).toBe('https://texts.example/v1/catalogs/shop/bundles/de');
    expect(third!.url).toContain('since=1');
    expect(third!.headers.get('If-None-Match')).toMatch(/^"[0-9a-f]{64}"$/);
    service.publish(SECOND);
    await vi.waitFor(() => expect(texts(polling)).toBe(TWO));
  });

  it('follows a rollback', async () => {
    const service = new FakeService().publish(FIRST).publish(SECOND);
    const running = client(service);
    await running.ready;
    expect(texts(running)).toBe(TWO);
    service.move(1);
    await vi.waitFor(() => expect(texts(running)).toBe(ONE));
    expect(running.text('old')).toBe('Alt');
  });

  it('shows the key, or the text of the problem, for a removed message', async () => {
    const service = new FakeService().publish(FIRST);
    const running = client(service);
    await running.ready;
    expect(running.problem({ code: 'old', detail: 'Old' })).toBe('Alt');
    service.publish(SECOND);
    await vi.waitFor(() => expect(texts(running)).toBe(TWO));
    expect(running.text('old')).toBe('old');
    expect(running.text('old', {}, 'Old')).toBe('Old');
    expect(running.problem({ code: 'old', detail: 'Old' })).toBe('Old');
  });

  it('never mixes two releases', async () => {
    const service = new FakeService().publish(FIRST);
    const running = client(service);
    const seen = new Set<string>();
    await running.ready;
    running.onChange(() => seen.add(texts(running)));
    for (let i = 0; i < 20; i++) {
      service.publish(i % 2 ? FIRST : SECOND);
      await running.refresh();
      seen.add(texts(running));
    }
    expect([...seen].sort()).toEqual([TWO, ONE].sort());
  });

  it('stays with a fixed release, and asks once', async () => {
    const service = new FakeService().publish(FIRST).publish(SECOND);
    const pinned = client(service, { release: 1 });
    await pinned.ready;
    expect(texts(pinned)).toBe(ONE);
    expect(service.requests.map(it => it.url)).toEqual(['https://texts.example/v1/catalogs/shop/releases/1/bundles/de']);
  });

  it('sends one request at a time', async () => {
    const service = new FakeService().publish(FIRST);
    const running = client(service, { events: false, pollInterval: 3_600_000 });
    await Promise.all([running.ready, running.refresh(), running.refresh(), running.refresh()]);
    expect(service.bundleRequests.length).toBeLessThanOrEqual(2);
  });
});

describe('the device', () => {
  it('does not depend on the clock', async () => {
    const service = new FakeService().publish(FIRST);
    const running = client(service);
    await running.ready;
    vi.setSystemTime(new Date('2001-01-01'));
    service.publish(SECOND);
    await vi.waitFor(() => expect(texts(running)).toBe(TWO));
    vi.setSystemTime(new Date('2099-01-01'));
    service.move(1);
    await vi.waitFor(() => expect(texts(running)).toBe(ONE));
  });

  it('works with a full storage', async () => {
    const service = new FakeService().publish(FIRST);
    const storage = new MemoryStorage();
    storage.full = true;
    const errors: unknown[] = [];
    const running = client(service, { storage, onError: it => errors.push(it) });
    await running.ready;
    expect(texts(running)).toBe(ONE);
    expect(errors.map(String)).toContain('Error: QuotaExceededError');
    service.publish(SECOND);
    await vi.waitFor(() => expect(texts(running)).toBe(TWO));
  });

  it('shares a storage between two tabs', async () => {
    const service = new FakeService().publish(FIRST);
    const storage = new MemoryStorage();
    const tabs = [client(service, { storage }), client(service, { storage })];
    await Promise.all(tabs.map(it => it.ready));
    for (let i = 0; i < 10; i++) {
      service.publish(i % 2 ? FIRST : SECOND);
      await Promise.all(tabs.map(it => it.refresh()));
    }
    service.fault = 'down';
    const next = client(service, { storage });
    await next.ready;
    expect([ONE, TWO]).toContain(texts(next));
  });

  it('sends nothing after it is closed', async () => {
    const service = new FakeService().publish(FIRST);
    const running = client(service);
    await running.ready;
    running.close();
    const count = service.requests.length;
    service.publish(SECOND);
    await running.refresh();
    expect(service.requests.length).toBe(count);
    expect(texts(running)).toBe(ONE);
  });
});

describe('fallback', () => {
  it('formats a text by the rules of its language', async () => {
    const service = new FakeService().publish({ a: '{n, number}', b: '{n, number}' });
    service.fallback = { en: ['b'] };
    const running = client(service);
    await running.ready;
    expect(running.text('a', { n: 1234.5 })).toBe('1.234,5');
    expect(running.text('b', { n: 1234.5 })).toBe('1,234.5');
    service.publish({ a: '{n, number}', b: '{n, number}', c: 'C' });
    await vi.waitFor(() => expect(running.text('c')).toBe('C'));
    expect(running.text('b', { n: 1234.5 })).toBe('1,234.5');
  });
});
