import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { catalogPath } from './catalogs';
import { send } from './client';
import { readAll } from './readAll';

export interface Term {
  term: string;
  /** Translations by locale. */
  translations: Record<string, string>;
  doNotTranslate: boolean;
  notes: string;
}

/** A term with the version required to change it. */
export interface GlossaryTerm extends Term {
  version: number;
}

interface TermPage {
  terms: GlossaryTerm[];
  next?: string | null;
}

/** All terms of a catalog. */
export function useGlossary(catalog: string) {
  return useQuery({
    queryKey: ['glossary', catalog],
    queryFn: ({ signal }) => readAll<TermPage, GlossaryTerm>(catalogPath(catalog, 'glossary'), (page) => page.terms, signal),
    staleTime: 60_000,
  });
}

export interface TermChange extends Term {
  /** The version that the change is based on; absent to create the term. */
  version?: number | undefined;
}

export function useSaveTerm(catalog: string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: ({ term, version, ...body }: TermChange) => send<GlossaryTerm>('PUT', catalogPath(catalog, 'glossary', term), {
      body,
      ...(version === undefined ? { ifNoneMatch: '*' as const } : { ifMatch: `"${version}"` }),
    }),
    onSettled: () => client.invalidateQueries({ queryKey: ['glossary', catalog] }),
  });
}

export function useRemoveTerm(catalog: string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: ({ term, version }: GlossaryTerm) =>
      send<void>('DELETE', catalogPath(catalog, 'glossary', term), { ifMatch: `"${version}"` }),
    onSettled: () => client.invalidateQueries({ queryKey: ['glossary', catalog] }),
  });
}
