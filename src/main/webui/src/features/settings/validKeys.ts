import type { ApiKey } from '../../api/keys';

/** Returns whether a key works at a time (RFC 3339, UTC). */
export function isValid({ revokedAt, expiresAt }: Pick<ApiKey, 'revokedAt' | 'expiresAt'>, now: string): boolean {
  return !revokedAt && (!expiresAt || Date.parse(expiresAt) > Date.parse(now));
}

export function newestFirst(one: ApiKey, other: ApiKey): number {
  return Date.parse(other.createdAt) - Date.parse(one.createdAt);
}
