import {
  applyDelta, type Bundle, type Delta, type Digest, digestOf, languages, readSeed, type Seed, subtleDigest, verified,
} from './bundle.js';
import { limited, readEvents } from './events.js';
import { formatPattern, type Formatter, type Values } from './format.js';
import { readProblem } from './problem.js';

export type { Bundle, Delta, Digest, Formatter, Seed, Values };
export type { Value } from './format.js';
export { formatPattern };

/** Stores the last bundle between starts. May reject, for example if it is full: the client then continues without it. */
export interface Storage {
  get(key: string): Promise<string | null | undefined> | string | null | undefined;
  set(key: string, value: string): Promise<unknown> | unknown;
}

export interface Options {
  /** Address of the service, such as `https://texts.example`. */
  url: string;
  catalog: string;
  /** BCP 47 language tag. */
  locale?: string;
  /** Lets the service choose the language: by the settings of the browser, or by a header `Accept-Language`. */
  negotiate?: boolean | string;
  /** Channel; `production` by default. */
  channel?: string;
  /** A fixed release instead of a channel. */
  release?: number;
  /** Texts that are shipped with the app. */
  seed?: Seed | string;
  storage?: Storage;
  /** Key of the service, for private catalogs. */
  apiKey?: string;
  /** Time zone of dates; that of the device by default. */
  timeZone?: string;
  /** Listens for releases by server-sent events; `true` by default. */
  events?: boolean;
  /** Milliseconds between two requests; 60,000 by default, and ten times as long while events are streamed. */
  pollInterval?: number;
  /** Milliseconds after which a request is aborted; 10,000 by default. */
  timeout?: number;
  /** The first and the longest delay before a failed request is retried, in milliseconds; 1,000 and 60,000 by default. */
  backOff?: [number, number];
  /** Formats patterns; by default with `Intl`, as the service does. */
  format?: Formatter;
  fetch?: typeof globalThis.fetch;
  /** SHA-256, for platforms without SubtleCrypto. Without either, only the structure of a response is checked. */
  digest?: Digest;
  /** Receives failures, which the methods of the client never throw. */
  onError?: (error: unknown) => void;
}

export interface Parlance {
  /** Resolves when there are texts, or when the first request failed. Never rejects. */
  readonly ready: Promise<void>;
  /** The texts in use; undefined if there are none yet. */
  readonly current: Bundle | undefined;
  /** Returns a text; if there is no such message, `otherwise` or the key. */
  text(key: string, values?: Values, otherwise?: string): string;
  /** Returns the text for an error body; if there is no such message, the text in the body. */
  problem(body: unknown): string;
  /** Calls the listener after each change of the texts; returns a function that removes the listener. */
  onChange(listener: (bundle: Bundle) => void): () => void;
  /** Requests the current texts now. Never rejects. */
  refresh(): Promise<void>;
  /** Ends all requests and timers. The texts stay usable. */
  close(): void;
}

interface State {
  bundle: Bundle;
  origins: Map<string, string>;
}

/** Three heartbeats of the service. */
const SILENCE = 45_000;

/** Waits with jitter, so that not all clients retry together. Timers do not depend on the clock, and do not keep Node.js running. */
function later(wait: number, action: () => void): ReturnType<typeof setTimeout> {
  const timer = setTimeout(action, wait * (0.75 + Math.random() / 2));
  (timer as { unref?: () => void }).unref?.();
  return timer;
}

/** Creates a client. It loads texts at once, and follows the releases of its channel until it is closed. */
export function createParlance(options: Options): Parlance {
  const { catalog, locale, negotiate, release, storage, seed, format = formatPattern, digest = subtleDigest, timeout = 10_000 } = options;
  const { pollInterval = 60_000, backOff = [1_000, 60_000], events = true, onError = () => {} } = options;
  const channel = options.channel ?? 'production';
  const fetch = options.fetch ?? globalThis.fetch.bind(globalThis);
  const base = `${options.url.replace(/\/$/, '')}/v1/catalogs/${encodeURIComponent(catalog)}`;
  const accepted = typeof negotiate === 'string' ? negotiate : locale ?? '';
  const storageKey = ['parlance', options.url, catalog, locale ?? `auto:${accepted}`, release ?? channel].join('|');
  const listeners = new Set<(bundle: Bundle) => void>();
  const closing = new AbortController();
  const { signal } = closing;
  let state: State | undefined;
  let wanted = locale ?? ((release ? wantedLanguages()[0] : negotiate && 'auto') || 'en');
  let tags = '';
  let running: Promise<void> | undefined;
  let again = false;
  let failures = 0;
  let retryAfter = 0;
  let live = false;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let announced = 0;

  const headers: Record<string, string> = {};
  if (options.apiKey) {
    headers.Authorization = `Bearer ${options.apiKey}`;
  }
  if (typeof negotiate === 'string') {
    headers['Accept-Language'] = negotiate;
  }

  function wantedLanguages(): string[] {
    const list = accepted || (globalThis.navigator?.languages ?? []).join();
    return list.split(',').map(it => it.split(';')[0]!.trim()).filter(it => /^[a-z]{2}/i.test(it));
  }

  /** Replaces all texts at once. */
  function show(bundle: Bundle) {
    const before = state?.bundle;
    state = { bundle, origins: languages(bundle) };
    if (before?.release !== bundle.release || before.locale !== bundle.locale) {
      listeners.forEach(it => it(bundle));
    }
  }

  function isBundle(value: unknown): value is Bundle {
    const bundle = value as Bundle;
    return bundle?.catalog === catalog && typeof bundle.locale === 'string' && bundle.release > 0 && !!bundle.messages;
  }

  /** Shows the stored texts or those of the seed, whichever are newer. */
  async function start() {
    const [stored, shipped] = await Promise.all([
      attempt(async () => {
        const text = await storage?.get(storageKey);
        return text ? verified(new TextEncoder().encode(text.slice(64)), text.slice(0, 64), digest) : undefined;
      }),
      attempt(async () => seed && readSeed(seed, wantedLanguages(), digest)),
    ]);
    const known = [stored, shipped].filter(isBundle).filter(it => !release || it.release === release);
    if (known[0] && !state) {
      show(known[1] && known[1].release > known[0].release ? known[1] : known[0]);
    }
  }

  async function attempt<T>(action: () => Promise<T>): Promise<T | undefined> {
    try {
      return await action();
    } catch (error) {
      if (!signal.aborted) {
        onError(error);
      }
      return undefined;
    }
  }

  async function load() {
    const present = state?.bundle;
    const path = encodeURIComponent(present?.locale ?? wanted);
    const query = new URLSearchParams();
    if (!release) {
      if (channel !== 'production') {
        query.set('channel', channel);
      }
      if (present) {
        query.set('since', `${present.release}`);
      }
      if (announced) {
        query.set('v', `${announced}`); // ignored by the service; bypasses caches that have an older response
      }
    }
    const address = `${base}${release ? `/releases/${release}` : ''}/bundles/${path}?${query}`.replace(/\?$/, '');
    const [response, bytes] = await limited(timeout, signal, async limit => {
      const answer = await fetch(address, { headers: tags ? { ...headers, 'If-None-Match': tags } : headers, signal: limit });
      return [answer, new Uint8Array(await answer.arrayBuffer())];
    });
    retryAfter = Number(response.headers.get('Retry-After')) * 1000 || 0;
    if (response.status === 304) {
      return;
    }
    if (response.status === 404 && path === locale && !present && !release) {
      wanted = 'auto'; // no language of the catalog fits, so the service selects one
      again = true;
      return;
    }
    if (!response.ok) {
      throw new Error(`${address}: ${response.status}`);
    }
    const tag = response.headers.get('ETag');
    if (digest && !digestOf(tag)) {
      throw new Error('No digest');
    }
    const content = await verified(bytes, digestOf(tag), digest) as Bundle | Delta;
    let next: Bundle;
    if ('changed' in content) {
      if (!present || content.since !== present.release || content.locale !== present.locale || content.catalog !== catalog) {
        throw new Error('Other changes');
      }
      next = content.release === present.release ? present : applyDelta(present, content);
    } else if (isBundle(content)) {
      next = { ...content, release: Number(response.headers.get('Parlance-Release')) || content.release };
    } else {
      throw new Error('No bundle');
    }
    if (signal.aborted) {
      return;
    }
    tags = tag ?? '';
    if (next !== present) {
      show(next);
      await save(next);
    }
  }

  async function save(bundle: Bundle) {
    await attempt(async () => {
      if (storage) {
        const text = JSON.stringify(bundle);
        await storage.set(storageKey, (digest ? await digest(new TextEncoder().encode(text)) : ''.padEnd(64)) + text);
      }
    });
  }

  /** Runs one request at a time. A call during a request repeats it, because the channel may have moved meanwhile. */
  function refresh(): Promise<void> {
    if (running) {
      again = true;
      return running;
    }
    clearTimeout(timer);
    running = (async () => {
      do {
        again = false;
        try {
          if (!signal.aborted) {
            await load();
          }
          failures = 0;
        } catch (error) {
          failures++;
          again = false;
          if (!signal.aborted) {
            onError(error);
          }
        }
      } while (again);
      running = undefined;
      schedule();
    })();
    return running;
  }

  function schedule() {
    if (signal.aborted || (release && !failures && state)) {
      return;
    }
    const wait = failures
      ? Math.max(retryAfter, Math.min(backOff[1], backOff[0] * 2 ** (failures - 1)))
      : live ? 10 * pollInterval : pollInterval;
    timer = later(wait, refresh);
  }

  async function follow() {
    for (let lost = 0; !signal.aborted;) {
      await attempt(() => readEvents(fetch, `${base}/events`, headers, SILENCE, signal, data => {
        lost = 0;
        const event = JSON.parse(data);
        if (event.channel === channel && event.release !== state?.bundle.release) {
          announced = event.release;
          void refresh();
        }
      }, () => {
        live = true;
      }));
      if (live) {
        live = false;
        clearTimeout(timer);
        schedule();
      }
      await new Promise<void>(resolve => later(Math.min(backOff[1], backOff[0] * 2 ** lost++), resolve));
    }
  }

  function text(key: string, values: Values = {}, otherwise = key): string {
    const now = state;
    if (!now || !Object.hasOwn(now.bundle.messages, key)) {
      return otherwise;
    }
    const pattern = now.bundle.messages[key]!;
    try {
      return format(pattern, now.origins.get(key) ?? now.bundle.locale, values, options.timeZone);
    } catch (error) {
      onError(error);
      return pattern;
    }
  }

  function problem(body: unknown): string {
    const { key, values, text: given } = readProblem(body, catalog);
    const pattern = key === undefined ? undefined : state?.bundle.messages[key];
    // A message without its arguments would show placeholders; the text of the body has none.
    const gaps = given !== undefined && pattern?.includes('{') && !Object.keys(values).length;
    return key === undefined || gaps ? given ?? key ?? '' : text(key, values, given);
  }

  const online = () => void refresh();
  globalThis.addEventListener?.('online', online);
  const ready = (async () => {
    await start();
    const first = refresh();
    if (events && !release) {
      void first.then(follow);
    }
    if (!state) {
      await first;
    }
  })();

  return {
    ready,
    get current() {
      return state?.bundle;
    },
    text,
    problem,
    onChange(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    refresh,
    close() {
      closing.abort();
      clearTimeout(timer);
      listeners.clear();
      globalThis.removeEventListener?.('online', online);
    },
  };
}
