import { keepPreviousData, queryOptions, useQueries, useQuery } from '@tanstack/react-query';
import { catalogPath } from './catalogs';
import { get } from './client';

export type TextState = 'untranslated' | 'draft' | 'translated' | 'approved';
export type RowSort = 'position' | 'key' | 'changed';

/** A line of the list. Its texts hold the first 200 characters at most. */
export interface DraftRow {
  key: string;
  code: string;
  lifecycle: string;
  source?: string | null;
  message?: string | null;
  state: TextState;
  stale: boolean;
  rejected: boolean;
  /** Absent while the checks have not run. */
  errors?: number | null;
  warnings?: number | null;
  /** The version of the text; 0 if there is none. */
  version: number;
  changedBy?: string | null;
  changedAt?: string | null;
}

/** Which messages are listed. Absent members do not filter. */
export interface RowFilters {
  q?: string;
  prefix?: string;
  code?: string;
  tag?: string;
  author?: string;
  state?: string;
  lifecycle?: string;
}

export interface RowList {
  catalog: string;
  locale: string;
  filters: RowFilters;
  sort: RowSort;
}

export interface RowWindow {
  revision: number;
  total: number;
  offset: number;
  rows: DraftRow[];
}

export interface RowCounts {
  matching: number;
  all: number;
  untranslated: number;
  draft: number;
  translated: number;
  approved: number;
  stale: number;
  rejected: number;
  errors: number;
  warnings: number;
  findings: number;
}

export interface RowPosition {
  key: string;
  /** False if the filters exclude the message; the offset is then the one that it would have. */
  listed: boolean;
  offset: number;
  total: number;
}

export const WINDOW_SIZE = 100;

/** The start of the keys of all queries that a change of texts affects. */
export function listKeys(catalog: string, locale: string) {
  return {
    rows: ['draft-rows', catalog, locale] as const,
    counts: ['draft-counts', catalog, locale] as const,
    position: ['draft-position', catalog, locale] as const,
  };
}

function parameters({ locale, filters, sort }: RowList) {
  return { locale, ...filters, sort: sort === 'position' ? undefined : sort };
}

/** One window of the list. A request that is no longer shown is aborted. */
export function rowWindow(list: RowList, index: number) {
  return queryOptions({
    queryKey: [...listKeys(list.catalog, list.locale).rows, list.filters, list.sort, index],
    queryFn: ({ signal }) => get<RowWindow>(catalogPath(list.catalog, 'draft', 'rows'), {
      query: { ...parameters(list), offset: index * WINDOW_SIZE, limit: WINDOW_SIZE }, signal,
    }),
  });
}

/** The windows with the given numbers. */
export function useRowWindows(list: RowList, indexes: number[]) {
  return useQueries({ queries: indexes.map((index) => rowWindow(list, index)) });
}

/** The counts of the filter chips: those of the same search, without its states. Only `matching` respects them. */
export function useRowCounts({ catalog, locale, filters }: Omit<RowList, 'sort'>) {
  return useQuery({
    queryKey: [...listKeys(catalog, locale).counts, filters],
    queryFn: ({ signal }) => get<RowCounts>(catalogPath(catalog, 'draft', 'counts'), { query: { locale, ...filters }, signal }),
    placeholderData: keepPreviousData,
  });
}

/** The position of a message in the list. */
export function rowPosition(list: RowList, key: string) {
  return queryOptions({
    queryKey: [...listKeys(list.catalog, list.locale).position, list.filters, list.sort, key],
    queryFn: ({ signal }) => get<RowPosition>(catalogPath(list.catalog, 'draft', 'position'), {
      query: { ...parameters(list), key }, signal,
    }),
  });
}

export function useRowPosition(list: RowList, key: string | null) {
  return useQuery({ ...rowPosition(list, key ?? ''), enabled: key !== null });
}
