const BYTES = 16;

/** Returns a random key. Unlike `randomUUID`, it is available on pages without TLS. */
export function randomKey(): string {
  return [...crypto.getRandomValues(new Uint8Array(BYTES))].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}
