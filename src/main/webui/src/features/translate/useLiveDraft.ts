import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useMemo, useRef } from 'react';
import { useDraftEvents, useOwnPresence, type DraftEventHandlers, type Presence } from '../../api/draftEvents';
import { textKey } from '../../api/draftTexts';
import type { EditSession } from './editing/editSession';
import { refreshList } from './editing/savedText';

/** Several changes in a row refresh the list once. */
const PAUSE_MILLISECONDS = 400;

/**
 * Shows the changes of others, and returns those who work in the same locale.
 *
 * A text that the person has changed keeps what was typed: only the stored version beside it is refreshed.
 */
export function useLiveDraft(catalog: string, locale: string, person: string, key: string | null, edits: EditSession): Presence[] {
  const client = useQueryClient();
  const timer = useRef<number | undefined>(undefined);
  useEffect(() => () => window.clearTimeout(timer.current), []);
  const handlers = useMemo<DraftEventHandlers>(() => {
    const refreshSoon = () => {
      window.clearTimeout(timer.current);
      timer.current = window.setTimeout(() => refreshList(client, catalog, locale), PAUSE_MILLISECONDS);
    };
    const reloadAll = () => {
      refreshSoon();
      edits.retryWaiting();
      for (const kind of ['draft-text', 'draft-message']) {
        void client.invalidateQueries({ queryKey: [kind, catalog] });
      }
    };
    return {
      onGap: reloadAll,
      onRevision: ({ texts, messages, truncated }) => {
        if (truncated) {
          reloadAll();
          return;
        }
        refreshSoon();
        for (const changed of texts) {
          void client.invalidateQueries({ queryKey: textKey({ catalog, ...changed }) });
          void client.invalidateQueries({ queryKey: ['draft-message', catalog, changed.key] });
        }
        for (const changed of messages) {
          void client.invalidateQueries({ queryKey: ['draft-message', catalog, changed] });
        }
      },
      onComment: ({ key: commented }) => void client.invalidateQueries({ queryKey: ['comments', catalog, commented] }),
    };
  }, [client, catalog, locale, edits]);
  const people = useDraftEvents(catalog, handlers);
  useOwnPresence(catalog, locale, key);
  return useMemo(() => people.filter((it) => it.person !== person && it.locale === locale), [people, person, locale]);
}
