import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { catalogPath } from './catalogs';
import { send } from './client';
import { readAll } from './readAll';

export const ROLES = ['viewer', 'translator', 'reviewer', 'manager'] as const;

export type Role = (typeof ROLES)[number];

export interface Member {
  person: string;
  role: Role;
  /** The locales whose texts the person may change; all if empty. */
  locales?: string[] | null;
  version: number;
}

interface MemberPage {
  members: Member[];
  next?: string | null;
}

const members = (catalog: string) => ['members', catalog];

/** All members of a catalog. Needs the permission `administer`. */
export function useMembers(catalog: string, enabled: boolean) {
  return useQuery({
    queryKey: members(catalog),
    queryFn: ({ signal }) => readAll<MemberPage, Member>(catalogPath(catalog, 'members'), (page) => page.members, signal),
    enabled,
  });
}

export interface MemberChange {
  person: string;
  role: Role;
  locales: string[];
  /** The version that the change is based on; absent to add the person. */
  version?: number | undefined;
}

export function useSaveMember(catalog: string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: ({ person, role, locales, version }: MemberChange) => send<Member>('PUT', catalogPath(catalog, 'members', person), {
      body: { role, locales },
      ...(version === undefined ? { ifNoneMatch: '*' as const } : { ifMatch: `"${version}"` }),
    }),
    onSettled: () => client.invalidateQueries({ queryKey: members(catalog) }),
  });
}

export function useRemoveMember(catalog: string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: ({ person, version }: Member) =>
      send<void>('DELETE', catalogPath(catalog, 'members', person), { ifMatch: `"${version}"` }),
    onSettled: () => client.invalidateQueries({ queryKey: members(catalog) }),
  });
}
