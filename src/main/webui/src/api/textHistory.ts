import { infiniteQueryOptions, useInfiniteQuery, useMutation, useQueryClient } from '@tanstack/react-query';
import { catalogPath } from './catalogs';
import { get, send } from './client';

interface RecordedText {
  message: string;
  description: string;
  syntax: string;
  state: 'draft' | 'translated' | 'approved';
}

/** A change of a text. `before` is absent if it was created, `after` if it was removed. */
export interface TextChange {
  revision: number;
  ordinal: number;
  version: number;
  cause: 'edit' | 'bulk' | 'import' | 'shipped' | 'revert';
  changedAt: string;
  changedBy: string;
  comment?: string | null;
  before?: { text?: RecordedText | null } | null;
  after?: { text?: RecordedText | null } | null;
}

interface ChangePage {
  changes: TextChange[];
  next?: string | null;
}

function historyPages(catalog: string, key: string, locale: string) {
  return infiniteQueryOptions({
    queryKey: ['text-history', catalog, key, locale],
    queryFn: ({ pageParam, signal }) => get<ChangePage>(catalogPath(catalog, 'changes'), { query: { key, locale, limit: 20, cursor: pageParam }, signal }),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page) => page.next ?? undefined,
  });
}

/** The changes of a text, newest first. */
export function useTextHistory(catalog: string, key: string, locale: string) {
  return useInfiniteQuery(historyPages(catalog, key, locale));
}

/** Saves an earlier version as a new one. `current` is the present version, 0 if the text was removed. */
export function useRestore(catalog: string, key: string, locale: string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: ({ version, current }: { version: number; current: number }) =>
      send<void>('POST', catalogPath(catalog, 'messages', key, 'texts', locale, 'restore'), {
        body: { version },
        ...(current === 0 ? { ifNoneMatch: '*' as const } : { ifMatch: `"${current}"` }),
      }),
    onSettled: () => Promise.all([
      client.invalidateQueries({ queryKey: ['text-history', catalog, key, locale] }),
      client.invalidateQueries({ queryKey: ['draft-text', catalog, key, locale] }),
      client.invalidateQueries({ queryKey: ['draft-message', catalog, key] }),
    ]),
  });
}
