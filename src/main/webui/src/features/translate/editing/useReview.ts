import { useQueryClient } from '@tanstack/react-query';
import { useCallback, useRef, useState } from 'react';
import { approveText, draftText, rejectText, restoreText, type DraftText } from '../../../api/draftTexts';
import { useAnnounce } from '../../../components/Announcements';
import { useLabels } from '../../../labels/LabelProvider';
import { useWorkspace } from '../workspace';
import { showText } from './savedText';

interface Reviewed {
  key: string;
  before: number;
  after: number;
}

export interface Review {
  /** The problem of the last review, with its message. */
  failure: { key: string; error: unknown } | null;
  approve: (key: string) => Promise<boolean>;
  reject: (key: string, comment: string) => Promise<boolean>;
  /** Returns the message whose review was taken back. */
  undo: () => Promise<string | null>;
}

/** Approves and rejects texts as they are stored, and takes the last decision back. */
export function useReview(): Review {
  const { catalog, locale, list } = useWorkspace();
  const { t } = useLabels();
  const announce = useAnnounce();
  const client = useQueryClient();
  const last = useRef<Reviewed | null>(null);
  const [failure, setFailure] = useState<Review['failure']>(null);

  const change = useCallback(async (key: string, request: (version: number) => Promise<DraftText>): Promise<Reviewed | null> => {
    setFailure(null);
    try {
      const text = await client.ensureQueryData(draftText({ catalog, key, locale }));
      if (!text) {
        return null;
      }
      const changed = await request(text.version);
      showText(client, list, key, changed);
      return { key, before: text.version, after: changed.version };
    } catch (error) {
      setFailure({ key, error });
      void client.invalidateQueries({ queryKey: draftText({ catalog, key, locale }).queryKey });
      return null;
    }
  }, [catalog, locale, list, client]);

  const approve = useCallback(async (key: string) => {
    const reviewed = await change(key, (version) => approveText({ catalog, key, locale }, version));
    last.current = reviewed ?? last.current;
    return reviewed !== null;
  }, [change, catalog, locale]);

  const reject = useCallback(async (key: string, comment: string) => {
    const reviewed = await change(key, (version) => rejectText({ catalog, key, locale }, version, comment));
    last.current = reviewed ?? last.current;
    return reviewed !== null;
  }, [change, catalog, locale]);

  const undo = useCallback(async () => {
    const reviewed = last.current;
    if (!reviewed) {
      announce(t('translate.nothingToUndo'));
      return null;
    }
    last.current = null;
    const { key, before, after } = reviewed;
    const undone = await change(key, () => restoreText({ catalog, key, locale }, after, before));
    if (undone) {
      announce(t('translate.undone'));
    }
    return key;
  }, [change, announce, t, catalog, locale]);

  return { failure, approve, reject, undo };
}
