import { infiniteQueryOptions, useInfiniteQuery, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { get, path, send } from './client';

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

/** The settings of a catalog that is being edited. */
export interface Draft {
  catalog: string;
  title: string;
  sourceLocale: string;
  /** The version of the settings and locales. */
  version: number;
  visibility: 'public' | 'private';
  reviewRequired: boolean;
  twoPersonRule: boolean;
  /** The web origins whose pages may read the catalog; absent for the default. */
  corsOrigins?: string[] | null;
  messages: number;
  locales: { locale: string; untranslated: number; required: boolean }[];
}

export interface NewCatalog {
  name: string;
  title: string;
  sourceLocale: string;
  locales: string[];
}

interface CatalogPage {
  catalogs: Catalog[];
  next?: string;
}

/** Returns the address of a catalog in the API. */
export function catalogPath(catalog: string, ...segments: string[]): string {
  return '/v1/catalogs' + path(catalog, ...segments);
}

export function useCatalog(catalog: string, enabled = true) {
  return useQuery({
    queryKey: ['catalog', catalog],
    queryFn: ({ signal }) => get<Catalog>(catalogPath(catalog), { signal }),
    enabled,
  });
}

/** Few enough for one screen. */
const PAGE_SIZE = 48;

const catalogPages = infiniteQueryOptions({
  queryKey: ['catalogs'],
  queryFn: ({ pageParam, signal }) => get<CatalogPage>('/v1/catalogs', { query: { cursor: pageParam, limit: PAGE_SIZE }, signal }),
  initialPageParam: undefined as string | undefined,
  getNextPageParam: (page) => page.next,
});

/** The catalogs that the caller may read. */
export function useCatalogs() {
  return useInfiniteQuery(catalogPages);
}

/** The draft of a catalog. Needs the permission `read-draft`. */
export function useDraft(catalog: string, enabled = true) {
  return useQuery({
    queryKey: ['draft', catalog],
    queryFn: ({ signal }) => get<Draft>(catalogPath(catalog, 'draft'), { signal }),
    enabled,
  });
}

/** Creates a private catalog. Needs an administrator. */
export function useCreateCatalog() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: async (catalog: NewCatalog) => (await send<Draft>('POST', '/v1/catalogs', { body: catalog })).body,
    onSuccess: () => Promise.all([
      client.invalidateQueries({ queryKey: ['catalogs'] }),
      client.invalidateQueries({ queryKey: ['session'] }),
    ]),
  });
}

/** Adds a locale to a catalog. Needs the permission `manage`. */
export function useAddLocale(catalog: string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: async (locale: string) => {
      const { version } = await get<Draft>(catalogPath(catalog, 'draft'));
      return (await send<Draft>('PUT', catalogPath(catalog, 'locales', locale), { body: {}, ifMatch: `"${version}"` })).body;
    },
    onSuccess: () => Promise.all([['catalog', catalog], ['draft', catalog], ['summary', catalog]]
      .map((queryKey) => client.invalidateQueries({ queryKey }))),
  });
}
