import { useMemo, useRef } from 'react';
import type { Catalog } from '../../api/catalogs';
import { permissionsIn } from '../../api/permissions';
import type { Session } from '../../api/session';
import { directionOf } from './direction';
import { useEditSession } from './editing/useEditSession';
import { TranslateView } from './TranslateView';
import { useLiveDraft } from './useLiveDraft';
import { useOpenMessage } from './useOpenMessage';
import { WorkspaceContext, type Workspace } from './workspace';

interface Props {
  session: Session;
  catalog: Catalog;
  locale: string;
}

/** Holds what the parts of the page share. */
export function TranslateWorkspace({ session, catalog: { name: catalog, sourceLocale, locales }, locale }: Props) {
  const edits = useEditSession(session.name, catalog, locale);
  const typed = useRef<HTMLTextAreaElement>(null);
  const opened = useOpenMessage(catalog, locale, () => typed.current?.focus());
  const others = useLiveDraft(catalog, locale, session.name, opened.address.key, edits);
  const { list } = opened;
  const workspace = useMemo<Workspace>(() => ({
    catalog, locale, sourceLocale, list, edits, others,
    direction: locales.find((it) => it.locale === locale)?.direction ?? directionOf(locale),
    person: session.name,
    permissions: permissionsIn(session, catalog, locale),
  }), [catalog, locale, sourceLocale, list, edits, others, locales, session]);
  return (
    <WorkspaceContext.Provider value={workspace}>
      <TranslateView opened={opened} typed={typed} locales={locales.map((it) => it.locale)} />
    </WorkspaceContext.Provider>
  );
}
