import { useQuery } from '@tanstack/react-query';
import { catalogPath } from './catalogs';
import { get } from './client';

export interface Suggestion {
  kind: 'memory' | 'machine';
  /** Absent for a machine translation. */
  catalog?: string | null;
  key?: string | null;
  state?: 'approved' | 'translated' | 'draft' | null;
  source?: string | null;
  message: string;
  /** 1 only if the sources are identical. */
  similarity?: number | null;
}

interface Suggestions {
  suggestions: Suggestion[];
  /** The reason why there is no machine translation. */
  machine?: { code: string; title: string; detail: string } | null;
}

/** Translations of the same and of similar sources. */
export function useSuggestions(catalog: string, key: string, locale: string) {
  return useQuery({
    queryKey: ['suggestions', catalog, key, locale],
    queryFn: ({ signal }) => get<Suggestions>(catalogPath(catalog, 'messages', key, 'suggestions'), { query: { locale }, signal }),
    staleTime: 60_000,
  });
}

/** A machine translation, which may take some seconds. Empty if there is none, with the reason. */
export function useMachineTranslation(catalog: string, key: string, locale: string, isWanted: boolean) {
  return useQuery({
    queryKey: ['machine', catalog, key, locale],
    queryFn: async ({ signal }) => {
      const found = await get<Suggestions>(catalogPath(catalog, 'messages', key, 'suggestions'), { query: { locale, machine: true }, signal });
      return { ...found, suggestions: found.suggestions.filter(({ kind }) => kind === 'machine') };
    },
    enabled: isWanted,
    staleTime: Infinity,
    retry: false,
  });
}
