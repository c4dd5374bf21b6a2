import type { Catalog, Draft } from '../../api/catalogs';

/** Returns how much of a catalog is translated, rounded down to a percent: all is all. */
export function completenessOf(catalog: Catalog, draft: Draft | undefined): number {
  const missing = draft
    ? draft.locales.filter((it) => it.locale !== draft.sourceLocale).map((it) => it.untranslated)
    : catalog.locales.filter((it) => it.locale !== catalog.sourceLocale).map((it) => catalog.messages - it.texts);
  const texts = missing.length * (draft ?? catalog).messages;
  return texts === 0 ? 1 : Math.floor(100 * (1 - missing.reduce((sum, it) => sum + it, 0) / texts)) / 100;
}
