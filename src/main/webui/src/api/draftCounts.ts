import { useQuery } from '@tanstack/react-query';
import { catalogPath } from './catalogs';
import { get } from './client';

/** The numbers of texts of a locale in the draft. */
export interface LocaleCounts {
  locale: string;
  /** Whether releases need all of its texts. */
  required: boolean;
  untranslated: number;
  drafts: number;
  translated: number;
  approved: number;
  stale: number;
  errors: number;
  /** Texts with unconfirmed warnings. */
  warnings: number;
}

export interface DraftCounts {
  reviewRequired: boolean;
  messages: number;
  locales: LocaleCounts[];
}

/** The progress of the draft. Needs the permission `read-draft`. */
export function useDraftCounts(catalog: string, enabled: boolean) {
  return useQuery({
    queryKey: ['catalog', catalog, 'draftCounts'],
    queryFn: ({ signal }) => get<DraftCounts>(catalogPath(catalog, 'draft'), { signal }),
    enabled,
  });
}
