import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { catalogPath } from './catalogs';
import { send } from './client';
import { readAll } from './readAll';
import type { Scope } from './tokens';

export interface ApiKey {
  id: string;
  name: string;
  scopes: Scope[];
  /** The locales whose texts may be changed; all if empty. */
  locales?: string[] | null;
  createdAt: string;
  createdBy: string;
  expiresAt?: string | null;
  revokedAt?: string | null;
  lastUsedAt?: string | null;
}

/** A key with its secret, which is shown once. */
export interface NewApiKey extends ApiKey {
  key: string;
}

interface KeyPage {
  keys: ApiKey[];
  next?: string | null;
}

const keys = (catalog: string) => ['keys', catalog];

/** All keys of a catalog, including revoked and expired ones. Needs the permission `administer`. */
export function useKeys(catalog: string, enabled: boolean) {
  return useQuery({
    queryKey: keys(catalog),
    queryFn: ({ signal }) => readAll<KeyPage, ApiKey>(catalogPath(catalog, 'keys'), (page) => page.keys, signal),
    enabled,
  });
}

export interface KeyRequest {
  name: string;
  scopes: Scope[];
  locales: string[];
  /** Absent if the key never expires. */
  expiresAt?: string;
}

export function useCreateKey(catalog: string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: async (request: KeyRequest) => (await send<NewApiKey>('POST', catalogPath(catalog, 'keys'), { body: request })).body,
    onSuccess: () => client.invalidateQueries({ queryKey: keys(catalog) }),
  });
}

export function useRevokeKey(catalog: string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (id: string) => send<void>('DELETE', catalogPath(catalog, 'keys', id)),
    onSuccess: () => client.invalidateQueries({ queryKey: keys(catalog) }),
  });
}
