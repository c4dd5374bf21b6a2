import { path, withQuery } from './api/client';

/** A filter of the translate page. */
export interface TranslateFilter {
  /** One or several states as in the API, separated by commas. */
  state?: string;
  /** The open message. */
  key?: string;
}

/** Returns the address of the translate page of a locale. */
export function translateLink(catalog: string, locale: string, filter: TranslateFilter = {}): string {
  return withQuery(`/catalogs${path(catalog, 'translate', locale)}`, { ...filter });
}
