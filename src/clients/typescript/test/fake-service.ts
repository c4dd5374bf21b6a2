import { createHash } from 'node:crypto';
import type { Bundle, Storage } from '../src/index.js';

/** A service in memory with one catalog. Faults are switched on by its fields. */
export class FakeService {
  readonly releases = new Map<number, Record<string, string>>();
  readonly requests: { url: string; headers: Headers }[] = [];
  release = 0;
  fault: 'none' | 'down' | 'error' | 'silent' | 'corrupt' | 'truncated' | 'unsigned' | 'busy' = 'none';
  streaming = true;
  fallback: Record<string, string[]> | undefined;
  private readonly streams = new Set<ReadableStreamDefaultController<Uint8Array>>();

  publish(messages: Record<string, string>): this {
    this.releases.set(this.releases.size + 1, messages);
    return this.move(this.releases.size);
  }

  move(release: number): this {
    this.release = release;
    this.streams.forEach(it => this.sendEvent(it));
    return this;
  }

  readonly fetch: typeof globalThis.fetch = async (input, init) => {
    const url = String(input);
    this.requests.push({ url, headers: new Headers(init?.headers) });
    const signal = init?.signal;
    switch (this.fault) {
      case 'down':
        throw new TypeError('fetch failed');
      case 'error':
        return new Response('oops', { status: 500 });
      case 'busy':
        return new Response('{}', { status: 503, headers: { 'Retry-After': '0' } });
      case 'silent':
        return new Promise((_, reject) => signal?.addEventListener('abort', () => reject(new Error('aborted'))));
      default:
        return url.endsWith('/events') ? this.openStream(signal) : this.bundle(new URL(url), new Headers(init?.headers));
    }
  };

  endStreams() {
    this.streams.forEach(it => it.close());
    this.streams.clear();
  }

  get bundleRequests() {
    return this.requests.filter(it => it.url.includes('/bundles/'));
  }

  private openStream(signal: AbortSignal | null | undefined): Response {
    if (!this.streaming) {
      return new Response('', { status: 404 });
    }
    const body = new ReadableStream<Uint8Array>({
      start: controller => {
        this.streams.add(controller);
        this.sendEvent(controller);
        signal?.addEventListener('abort', () => {
          if (this.streams.delete(controller)) {
            controller.error(new Error('aborted'));
          }
        });
      },
    });
    return new Response(body);
  }

  private sendEvent(stream: ReadableStreamDefaultController<Uint8Array>) {
    const data = JSON.stringify({ catalog: 'shop', channel: 'production', release: this.release });
    stream.enqueue(new TextEncoder().encode(`id:1\nevent:channel\ndata:${data}\n\n`));
  }

  private bundle(url: URL, headers: Headers): Response {
    const pinned = /releases\/(\d+)/.exec(url.pathname);
    const release = pinned ? Number(pinned[1]) : this.release;
    const since = Number(url.searchParams.get('since'));
    const after = this.releases.get(release)!;
    const before = this.releases.get(since);
    const document = before ? {
      catalog: 'shop', release, since, locale: 'de',
      changed: Object.fromEntries(Object.entries(after).filter(([key, text]) => before[key] !== text)),
      removed: Object.keys(before).filter(it => !(it in after)),
    } : { catalog: 'shop', release, locale: 'de', messages: after, ...(this.fallback ? { fallback: this.fallback } : {}) };
    let body = JSON.stringify(document);
    const tag = `"${createHash('sha256').update(body).digest('hex')}"`;
    if ((headers.get('If-None-Match') ?? '').includes(tag)) {
      return new Response(null, { status: 304, headers: { ETag: tag } });
    }
    body = this.fault === 'corrupt' ? body.replace('Rot', 'Tot').replace('Gelb', 'Geld').replace('Blau', 'Flau') : body;
    body = this.fault === 'truncated' ? body.slice(0, -9) : body;
    return new Response(body, { headers: { 'Parlance-Release': `${release}`, ...(this.fault === 'unsigned' ? {} : { ETag: tag }) } });
  }
}

/** A storage in memory, which two clients can share. */
export class MemoryStorage implements Storage {
  readonly values = new Map<string, string>();
  full = false;

  get(key: string) {
    return this.values.get(key);
  }

  set(key: string, value: string) {
    if (this.full) {
      throw new Error('QuotaExceededError');
    }
    this.values.set(key, value);
  }
}

/** Returns a seed as the service writes it. */
export function seedOf(release: number, messages: Record<string, string>, locale = 'de') {
  const bundle: Bundle = { catalog: 'shop', release, locale, messages };
  const content = JSON.stringify(bundle);
  return {
    catalog: 'shop', release, sourceLocale: 'en',
    bundles: [{ locale, digest: `sha256:${createHash('sha256').update(content).digest('hex')}`, content }],
  };
}
