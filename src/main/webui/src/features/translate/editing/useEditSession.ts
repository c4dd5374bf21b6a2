import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { saveText } from '../../../api/draftTexts';
import { useAnnounce } from '../../../components/Announcements';
import { useLabels } from '../../../labels/LabelProvider';
import { keepDraft, loadDrafts, removeDraft } from '../../../storage/drafts';
import { showSaved } from '../list/rowCache';
import { EditSession } from './editSession';
import { refreshList, showText } from './savedText';

/** The changed texts of a person in one locale, until the page is left. Must be used for one locale only. */
export function useEditSession(person: string, catalog: string, locale: string): EditSession {
  const client = useQueryClient();
  const announce = useAnnounce();
  const { t } = useLabels();
  const [edits] = useState(() => {
    const scope = { person, catalog, locale };
    const list = { catalog, locale, filters: {}, sort: 'position' as const };
    return new EditSession(
      async (key, base, version, { message, description }, request) => {
        const { body } = await saveText({ catalog, key, locale }, version, { message, description, syntax: base.syntax, ...request });
        showText(client, list, key, body);
        return body;
      },
      { load: () => loadDrafts(scope), keep: (key, draft) => keepDraft(scope, key, draft), remove: (key) => removeDraft(scope, key) },
      {
        onSaved: (key, text) => {
          showSaved(client, list, key, text);
          refreshList(client, catalog, locale);
        },
        onStorageFailure: () => announce(t('translate.notKept')),
      },
    );
  });
  useEffect(() => {
    void edits.restore();
    const retry = () => edits.retryWaiting();
    // Only unsent saves hold the tab: drafts are kept in any case.
    const warn = (event: BeforeUnloadEvent) => {
      if ([...edits.snapshot().values()].some(({ status }) => status === 'saving')) {
        event.preventDefault();
      }
    };
    window.addEventListener('online', retry);
    window.addEventListener('beforeunload', warn);
    return () => {
      window.removeEventListener('online', retry);
      window.removeEventListener('beforeunload', warn);
      edits.close();
    };
  }, [edits]);
  return edits;
}
