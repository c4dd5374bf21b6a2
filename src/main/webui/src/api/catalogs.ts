import { infiniteQueryOptions, useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { get, path } from './client';

export interface CatalogLocale {
  locale: string;
  /** In the language of the editor. */
  name: string;
  nativeName: string;
  direction: 'ltr' | 'rtl';
  texts: number;
  completeness: number;
}

export interface Catalog {
  name: string;
  title: string;
  sourceLocale: string;
  messages: number;
  locales: CatalogLocale[];
  /** The release of each channel; empty before the first release. */
  channels: Record<string, number>;
}

interface CatalogPage {
  catalogs: Catalog[];
  next?: string;
}

/** Returns the address of a catalog in the API. */
export function catalogPath(catalog: string, ...segments: string[]): string {
  return '/v1/catalogs' + path(catalog, ...segments);
}

export function useCatalog(catalog: string) {
  return useQuery({ queryKey: ['catalog', catalog], queryFn: ({ signal }) => get<Catalog>(catalogPath(catalog), { signal }) });
}

const catalogPages = infiniteQueryOptions({
  queryKey: ['catalogs'],
  queryFn: ({ pageParam, signal }) => get<CatalogPage>('/v1/catalogs', { query: { cursor: pageParam }, signal }),
  initialPageParam: undefined as string | undefined,
  getNextPageParam: (page) => page.next,
});

/** The catalogs that the caller may read. */
export function useCatalogs() {
  return useInfiniteQuery(catalogPages);
}
