import { queryOptions, useMutation, useQuery, useQueryClient, type QueryClient } from '@tanstack/react-query';
import { ApiError, get, send } from './client';

/** The permissions of the caller in a catalog. */
export interface CatalogPermissions {
  catalog: string;
  permissions: string[];
  /** The locales to which edits and approvals are limited; empty if there is no limit. */
  locales: string[];
}

export interface Session {
  name: string;
  kind: 'operator' | 'key' | 'person' | 'token';
  administrator: boolean;
  catalogs: CatalogPermissions[];
}

/** Whether the person is signed in, and what the sign-in page offers beside names and passwords. */
export interface SessionStatus {
  signedIn: boolean;
  /** Whether an OpenID provider is connected. */
  provider: boolean;
  /** Whether people can have signed in with a password before. */
  accounts: boolean;
  /** Whether the service has no administrator yet. */
  firstAdministrator: boolean;
}

/** An account to be created with the token in the log of the service. */
export interface FirstAdministrator {
  token: string;
  name: string;
  displayName: string;
  password: string;
}

/** The address that starts a sign-in with the OpenID provider. */
export const PROVIDER_SIGN_IN = '/v1/session/provider';

export const SESSION = ['session'];

const status = queryOptions({ queryKey: ['session-status'], queryFn: () => get<SessionStatus>('/v1/session/status') });

/** The session of the browser; `null` if nobody is signed in. */
export function useSession() {
  return useQuery({ queryKey: SESSION, queryFn: readSession, staleTime: 60_000 });
}

async function readSession({ client }: { client: QueryClient }): Promise<Session | null> {
  // Browsers report the 401 of a visitor without a session as an error of the page.
  if (!(await client.fetchQuery(status)).signedIn) {
    return null;
  }
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

export function useSessionStatus() {
  return useQuery(status);
}

/** Creates the first administrator and signs in as them. */
export function useCreateFirstAdministrator() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: async (account: FirstAdministrator) => {
      await send('POST', '/v1/first-administrator', { body: account });
      await send<void>('POST', '/v1/session', { body: { name: account.name, password: account.password } });
    },
    onSuccess: () => client.resetQueries(),
  });
}

/** Changes the password, which ends all sessions, and signs in again. */
export function useChangePassword(name: string) {
  return useMutation({
    mutationFn: async (change: { password: string; newPassword: string }) => {
      await send<void>('PUT', '/v1/session/password', { body: change });
      await send<void>('POST', '/v1/session', { body: { name, password: change.newPassword } });
    },
  });
}

/** Returns whether a person has a permission in a catalog, such as `manage`, if given in a locale. */
export function mayIn(session: Session, catalog: string, permission: string, locale?: string): boolean {
  if (session.administrator) {
    return true;
  }
  const allowed = session.catalogs.find((it) => it.catalog === catalog);
  return allowed !== undefined && allowed.permissions.includes(permission)
    && (locale === undefined || allowed.locales.length === 0 || allowed.locales.includes(locale));
}
