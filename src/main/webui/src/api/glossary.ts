import { useQuery } from '@tanstack/react-query';
import { catalogPath } from './catalogs';
import { get } from './client';

export interface Term {
  term: string;
  translations: Record<string, string>;
  doNotTranslate: boolean;
  notes: string;
}

interface TermPage {
  terms: Term[];
  next?: string | null;
}

/** All terms of a catalog. */
export function useGlossary(catalog: string) {
  return useQuery({ queryKey: ['glossary', catalog], queryFn: ({ signal }) => readAll(catalog, signal), staleTime: 60_000 });
}

async function readAll(catalog: string, signal: AbortSignal): Promise<Term[]> {
  const terms: Term[] = [];
  let cursor: string | undefined;
  do {
    const page = await get<TermPage>(catalogPath(catalog, 'glossary'), { query: { limit: 500, cursor }, signal });
    terms.push(...page.terms);
    cursor = page.next ?? undefined;
  } while (cursor !== undefined);
  return terms;
}
