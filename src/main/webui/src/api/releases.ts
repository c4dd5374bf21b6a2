import { useInfiniteQuery, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { catalogPath } from './catalogs';
import { ApiError, get, send } from './client';

export interface ReleaseHead {
  release: number;
  createdAt: string;
  /** Absent for callers who may not read drafts. */
  createdBy?: string;
  comment?: string;
}

export interface ReleaseBundle {
  locale: string;
  /** The release that created these bytes. */
  changedIn: number;
  /** SHA-256 of the bundle. */
  digest: string;
}

export interface Release extends ReleaseHead {
  bundles: ReleaseBundle[];
}

/** A reason why the draft cannot be released. */
export interface ReleaseFinding {
  code: string;
  title: string;
  detail: string;
  key?: string;
  /** The first keys, if it concerns several messages. */
  keys?: string[];
  count?: number;
  locale?: string;
}

export interface MessageChange {
  key: string;
  /** Absent if the message is new. */
  before?: string;
  /** Absent if the message was removed. */
  after?: string;
}

/** The changes of a locale: the numbers of all, and some of them. */
export interface LocaleChanges {
  locale: string;
  added: number;
  changed: number;
  removed: number;
  messages: MessageChange[];
}

/** The outcome of a release, or of its dry run. */
export interface ReleaseCut {
  /** Absent for a dry run. */
  release?: Release;
  made: boolean;
  unchanged: boolean;
  findings: ReleaseFinding[];
  findingCount: number;
  changes: LocaleChanges[];
}

interface ReleasePage {
  releases: ReleaseHead[];
  next?: string;
}

interface ComparisonPage {
  changes: LocaleChanges[];
  next?: string;
}

/** The dry run of the next release. Needs the permission `publish`. */
export function useNextRelease(catalog: string, enabled: boolean) {
  return useQuery({
    queryKey: ['catalog', catalog, 'nextRelease'],
    queryFn: async ({ signal }) =>
      (await send<ReleaseCut>('POST', catalogPath(catalog, 'releases'), { query: { dryRun: true }, body: {}, signal })).body,
    enabled,
    staleTime: 60_000,
    // A dry run reads the whole draft, so it runs when the page is opened and on demand.
    refetchOnWindowFocus: false,
  });
}

/** The releases, newest first. */
export function useReleases(catalog: string) {
  return useInfiniteQuery({
    queryKey: ['catalog', catalog, 'releases'],
    queryFn: ({ pageParam, signal }) =>
      get<ReleasePage>(catalogPath(catalog, 'releases'), { query: { cursor: pageParam, limit: 50 }, signal }),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page) => page.next,
  });
}

/** A release with the digests of its bundles. It never changes. */
export function useRelease(catalog: string, release: number) {
  return useQuery({
    queryKey: ['catalog', catalog, 'releases', release],
    queryFn: ({ signal }) => get<Release>(catalogPath(catalog, 'releases', String(release)), { signal }),
    staleTime: Infinity,
  });
}

/** The numbers of changes of each locale between two releases. */
export function useComparison(catalog: string, before: number, after: number) {
  return useQuery({
    queryKey: ['catalog', catalog, 'comparison', before, after],
    queryFn: ({ signal }) =>
      get<ComparisonPage>(catalogPath(catalog, 'releases', String(before), 'diff', String(after)), { query: { limit: 1 }, signal }),
    staleTime: Infinity,
  });
}

/** The texts of a locale in a release; `null` if the release lacks the locale. */
export function useReleaseTexts(catalog: string, release: number, locale: string | null) {
  return useQuery({
    queryKey: ['catalog', catalog, 'texts', release, locale],
    queryFn: async ({ signal }) => {
      const url = catalogPath(catalog, 'releases', String(release), 'bundles', locale ?? '');
      try {
        const bundle = await get<{ locale: string; messages: Record<string, string> }>(url, { signal });
        return bundle.locale === locale ? bundle.messages : null;
      } catch (error) {
        if (error instanceof ApiError && error.status === 404) {
          return null;
        }
        throw error;
      }
    },
    enabled: locale !== null,
    staleTime: Infinity,
  });
}

export interface ReleaseRequest {
  comment: string;
  acceptBreaking: boolean;
}

/** Creates a release from the draft. No channel moves. The caller refreshes the catalog when it has shown the outcome. */
export function useCreateRelease(catalog: string) {
  return useMutation({
    mutationFn: async (request: ReleaseRequest) =>
      (await send<ReleaseCut>('POST', catalogPath(catalog, 'releases'), { body: request })).body,
  });
}

/** Returns a function that reads everything about a catalog again. */
export function useRefreshCatalog(catalog: string): () => void {
  const client = useQueryClient();
  return () => void client.invalidateQueries({ queryKey: ['catalog', catalog] });
}
