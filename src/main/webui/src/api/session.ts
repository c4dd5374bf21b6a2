import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { ApiError, get, send } from './client';

/** What the caller may do in a catalog. */
export interface CatalogPermissions {
  catalog: string;
  permissions: string[];
  /** The locales to which edits and approvals are limited; absent if there is no limit. */
  locales?: string[];
}

export interface Session {
  name: string;
  kind: 'operator' | 'key' | 'person' | 'token';
  administrator: boolean;
  catalogs: CatalogPermissions[];
}

const SESSION = ['session'];

/** The session of the browser; `null` if nobody is signed in. */
export function useSession() {
  return useQuery({ queryKey: SESSION, queryFn: readSession, staleTime: 60_000 });
}

async function readSession(): Promise<Session | null> {
  try {
    return await get<Session>('/v1/session');
  } catch (error) {
    if (error instanceof ApiError && error.status === 401) {
      return null;
    }
    throw error;
  }
}

export function useSignIn() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (credentials: { name: string; password: string }) => send<void>('POST', '/v1/session', { body: credentials }),
    onSuccess: () => client.resetQueries(),
  });
}

export function useSignOut() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: () => send<void>('DELETE', '/v1/session'),
    onSuccess: () => client.resetQueries(),
  });
}
