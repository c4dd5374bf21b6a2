import { useEffect } from 'react';
import { useMatch, useMatches } from 'react-router';
import { useCatalog } from '../api/catalogs';
import { useLabels } from '../labels/LabelProvider';
import type { LabelKey } from '../labels/keys';
import { localeName } from '../locales/localeNames';

/** What the shell has to know about a page. */
export interface PageHandle {
  title: LabelKey;
}

/** Names the page in the title of the window: the page, its locale and its catalog. */
export function useDocumentTitle(): void {
  const { t, locale } = useLabels();
  const handle = useMatches().at(-1)?.handle;
  const match = useMatch('/catalogs/:catalog/*');
  const name = match?.params.catalog ?? '';
  const catalog = useCatalog(name, name !== '');
  const translated = useMatch('/catalogs/:catalog/translate/:locale')?.params.locale;
  const parts = [
    isPageHandle(handle) ? t(handle.title) : undefined,
    translated && localeName(translated, locale),
    name && (catalog.data?.title ?? name),
    'Parlance',
  ];
  const title = parts.filter(Boolean).join(' · ');
  useEffect(() => {
    document.title = title;
  }, [title]);
}

function isPageHandle(handle: unknown): handle is PageHandle {
  return typeof handle === 'object' && handle !== null && 'title' in handle;
}
