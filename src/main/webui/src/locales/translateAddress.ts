/** The states by which the translate page filters, named as in the API. */
export type StateFilter = 'untranslated' | 'draft' | 'translated' | 'approved' | 'stale' | 'rejected' | 'errors' | 'warnings';

/** Returns the address of the translate page, with a filter and an open message if given. */
export function translateAddress(catalog: string, locale: string, { state, key }: { state?: StateFilter; key?: string } = {}): string {
  const parameters = new URLSearchParams();
  if (state) {
    parameters.set('state', state);
  }
  if (key) {
    parameters.set('key', key);
  }
  const query = parameters.toString();
  return `/catalogs/${encodeURIComponent(catalog)}/translate/${encodeURIComponent(locale)}${query && '?' + query}`;
}
