import { useInfiniteQuery, useMutation, useQueryClient } from '@tanstack/react-query';
import { get, path, send } from './client';

export const SCOPES = ['read', 'import', 'translate', 'publish', 'admin'] as const;

export type Scope = (typeof SCOPES)[number];

export interface PersonalToken {
  id: string;
  name: string;
  scopes: Scope[];
  createdAt: string;
  expiresAt: string;
  revokedAt?: string;
  lastUsedAt?: string;
}

/** A token with its secret, which is shown once. */
export interface NewToken extends PersonalToken {
  token: string;
}

interface TokenPage {
  tokens: PersonalToken[];
  next?: string;
}

const TOKENS = '/v1/session/tokens';
const KEY = ['tokens'];

/** The caller's tokens, including revoked and expired ones. */
export function useTokens() {
  return useInfiniteQuery({
    queryKey: KEY,
    queryFn: ({ pageParam, signal }) => get<TokenPage>(TOKENS, { query: { cursor: pageParam }, signal }),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page) => page.next,
  });
}

export function useCreateToken() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: async (token: { name: string; scopes: Scope[]; expiresAt: string }) =>
      (await send<NewToken>('POST', TOKENS, { body: token })).body,
    onSuccess: () => client.invalidateQueries({ queryKey: KEY }),
  });
}

export function useRevokeToken() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (id: string) => send<void>('DELETE', TOKENS + path(id)),
    onSuccess: () => client.invalidateQueries({ queryKey: KEY }),
  });
}
