import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { catalogPath } from './catalogs';
import { send } from './client';
import { readAll } from './readAll';

/** A term of the glossary. */
export interface GlossaryTerm {
  term: string;
  /** Translations by locale. */
  translations: Record<string, string>;
  doNotTranslate: boolean;
  notes: string;
  version: number;
}

interface TermPage {
  terms: GlossaryTerm[];
  next?: string | null;
}

/** All terms of a catalog with the versions required to change them. */
export function useTerms(catalog: string) {
  return useQuery({
    queryKey: ['glossary', catalog, 'terms'],
    queryFn: ({ signal }) => readAll<TermPage, GlossaryTerm>(catalogPath(catalog, 'glossary'), (page) => page.terms, signal),
  });
}

export interface TermChange extends Omit<GlossaryTerm, 'version'> {
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
    mutationFn: ({ term, version }: GlossaryTerm) => send<void>('DELETE', catalogPath(catalog, 'glossary', term), { ifMatch: `"${version}"` }),
    onSettled: () => client.invalidateQueries({ queryKey: ['glossary', catalog] }),
  });
}
