/** The texts of one release in one locale. Immutable: an update replaces the whole bundle. */
export interface Bundle {
  readonly catalog: string;
  readonly release: number;
  readonly locale: string;
  readonly messages: Readonly<Record<string, string>>;
  /** Keys of texts in other languages, by language. */
  readonly fallback?: Readonly<Record<string, readonly string[]>>;
}

/** The changes between two releases, as the service sends them for `since`. */
export interface Delta {
  readonly catalog: string;
  readonly release: number;
  readonly since: number;
  readonly locale: string;
  readonly changed: Readonly<Record<string, string>>;
  readonly removed: readonly string[];
  readonly fallback?: Readonly<Record<string, readonly string[]>>;
}

/** Bundles of a release for shipping inside an app: `GET /v1/catalogs/{catalog}/releases/{release}/seed`. */
export interface Seed {
  readonly catalog: string;
  readonly release: number;
  readonly sourceLocale: string;
  readonly bundles: readonly { readonly locale: string; readonly digest: string; readonly content: string }[];
}

/** Returns the SHA-256 digest of bytes in lower-case hexadecimal digits. */
export type Digest = (bytes: Uint8Array) => Promise<string>;

/** SubtleCrypto, which browsers offer on pages of secure origins only. */
export const subtleDigest: Digest | undefined = globalThis.crypto?.subtle && (async bytes => {
  const hash = new Uint8Array(await crypto.subtle.digest('SHA-256', bytes as BufferSource));
  return Array.from(hash, it => it.toString(16).padStart(2, '0')).join('');
});

/** Parses bytes whose digest is known. */
export async function verified(bytes: Uint8Array, expected: string, digest: Digest | undefined): Promise<unknown> {
  if (digest && (await digest(bytes)) !== expected) {
    throw new Error('Wrong digest');
  }
  return JSON.parse(new TextDecoder().decode(bytes));
}

/** Returns the digest in an entity tag, which a cache may have made weak or a server may have given a suffix. */
export function digestOf(tag: string | null): string {
  return /^(?:W\/)?"([0-9a-f]{64})(?:-\w+)?"$/.exec(tag ?? '')?.[1] ?? '';
}

/** Returns the languages of all texts in other languages, by key. */
export function languages(bundle: Pick<Bundle, 'fallback'>): Map<string, string> {
  return new Map(Object.entries(bundle.fallback ?? {}).flatMap(([locale, keys]) => keys.map(key => [key, locale] as const)));
}

/** Returns the bundle after the changes. */
export function applyDelta(base: Bundle, delta: Delta): Bundle {
  const messages = { ...base.messages, ...delta.changed };
  delta.removed.forEach(key => delete messages[key]);
  const before = languages(base);
  const after = languages(delta);
  const fallback: Record<string, string[]> = {};
  for (const key of Object.keys(messages)) {
    const language = (Object.hasOwn(delta.changed, key) ? after : before).get(key);
    if (language) {
      (fallback[language] ??= []).push(key);
    }
  }
  return { catalog: base.catalog, release: delta.release, locale: base.locale, messages, fallback };
}

function script(locale: string): string {
  const { language, script } = new Intl.Locale(locale).maximize();
  return `${language}-${script}`;
}

/** Selects the bundle of a seed that fits the languages best, and verifies it. Without a match, it is the bundle of the source locale. */
export async function readSeed(given: Seed | string, wanted: readonly string[], digest: Digest | undefined): Promise<Bundle> {
  const seed: Seed = typeof given === 'string' ? JSON.parse(given) : given;
  const find = (fits: (locale: string) => boolean) => seed.bundles.find(it => fits(it.locale));
  let found;
  for (const locale of wanted) {
    found ??= find(it => it === locale) ?? find(it => script(it) === script(locale));
  }
  found ??= find(it => it === seed.sourceLocale) ?? seed.bundles[0]!;
  const bundle = await verified(new TextEncoder().encode(found.content), found.digest.replace('sha256:', ''), digest) as Bundle;
  return { ...bundle, release: seed.release };
}
