import { useQuery } from '@tanstack/react-query';
import { catalogPath } from './catalogs';
import { get } from './client';

/** How much of what readers saw in a locale has a current text. */
export interface LocaleCoverage {
  locale: string;
  /** In percent; absent if nothing was seen. */
  coverage?: number | null;
  /** The number of texts that raise it to the target; absent if they are too many to tell. */
  needed?: number | null;
  /** These texts, the most used first. */
  texts: { key: string; renders: number; state: string }[];
}

export interface UsageCoverage {
  /** In percent. */
  target: number;
  locales: LocaleCoverage[];
}

/** The coverage by use of the locales of a catalog. Needs the permission `read-draft`. */
export function useUsageCoverage(catalog: string, enabled = true) {
  return useQuery({
    queryKey: ['usage-coverage', catalog],
    queryFn: ({ signal }) => get<UsageCoverage>(catalogPath(catalog, 'usage', 'coverage'), { signal }),
    enabled,
  });
}
