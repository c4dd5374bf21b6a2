import { useQuery } from '@tanstack/react-query';
import { catalogPath } from './catalogs';
import { get } from './client';

export type Cause = 'edit' | 'bulk' | 'import' | 'shipped' | 'revert';

/** The progress of a locale. */
export interface LocaleProgress {
  locale: string;
  source: boolean;
  /** Whether releases need all of its texts. */
  required: boolean;
  direction: 'ltr' | 'rtl';
  total: number;
  untranslated: number;
  drafts: number;
  translated: number;
  approved: number;
  stale: number;
  rejected: number;
  errors: number;
  warnings: number;
  /** Whether something of it blocks the next release. */
  blocking: boolean;
  lastChange?: { at: string; by: string; cause: Cause } | null;
}

export interface Summary {
  catalog: string;
  messages: number;
  locales: LocaleProgress[];
  /** The last 30 days in UTC, oldest first. */
  activity: { day: string; changes: number }[];
  release: {
    latest?: number | null;
    /** Whether the draft equals the latest release. */
    unchanged: boolean;
    /** At least so many texts block the next release. */
    blockers: number;
  };
}

/** The progress of a catalog. Needs the permission `read-draft`. */
export function useSummary(catalog: string, enabled = true) {
  return useQuery({
    queryKey: ['summary', catalog],
    queryFn: ({ signal }) => get<Summary>(catalogPath(catalog, 'draft', 'summary'), { signal }),
    enabled,
  });
}

interface RowWindow {
  total: number;
  rows: { key: string; source?: string | null }[];
}

/** The first messages without a text in a locale. */
export function useMissing(catalog: string, locale: string | null) {
  return useQuery({
    queryKey: ['missing', catalog, locale],
    queryFn: ({ signal }) => get<RowWindow>(catalogPath(catalog, 'draft', 'rows'),
      { query: { locale: locale ?? '', state: 'untranslated', limit: 1 }, signal }),
    enabled: locale !== null,
  });
}
