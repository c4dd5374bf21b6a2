import { useState } from 'react';
import type { DraftRow } from '../../../api/draftRows';
import type { Finding, SavedState } from '../../../api/draftTexts';
import { useAnnounce } from '../../../components/Announcements';
import { useLabels } from '../../../labels/LabelProvider';
import type { AfterSave } from '../contract';
import type { SaveOutcome } from '../editing/saveQueue';
import { useWorkspace } from '../workspace';
import type { OpenText } from './useOpenText';

/** So long the editor waits for a refusal before it opens the next message. */
const REFUSAL_MILLISECONDS = 300;

interface Saving {
  save: (then: AfterSave, state?: SavedState) => Promise<void>;
  /** Leaves a warning as it is, for a reason that is saved with the text. */
  ignore: (check: string, reason: string) => void;
  ignored: ReadonlySet<string>;
}

/**
 * Saves the open text. Warnings are saved with the second request, errors are not. Findings of an earlier content do not count.
 *
 * @param openNext opens the message after the present one and returns it; null at the end of the list
 */
export function useSaving(open: OpenText | null, openNext: () => Promise<DraftRow | null>): Saving {
  const { edits } = useWorkspace();
  const { t } = useLabels();
  const announce = useAnnounce();
  // The content whose warnings were shown, and the reasons for ignoring some of them.
  const [warned, setWarned] = useState<string | null>(null);
  const [reasons, setReasons] = useState<Record<string, string>>({});

  const send = (target: OpenText, state: SavedState, confirm: Record<string, string>): Promise<SaveOutcome['kind']> | null => {
    const { message: { key }, loaded, text, edit } = target;
    const request = { state, ...(Object.keys(confirm).length > 0 ? { confirm } : {}) };
    if (edit) {
      return edits.save(key, request);
    }
    const isReviewed = text === null || (!text.stale && (text.state === state || (state === 'translated' && text.state === 'approved')));
    return isReviewed && !request.confirm ? null : edits.saveUnchanged(key, loaded, request);
  };

  const isBlocked = (target: OpenText, state: SavedState): boolean => {
    const errors = findingsOf(target).filter((it) => it.severity === 'error').length;
    const warnings = warningsOf(target, reasons);
    if (state !== 'draft' && errors > 0) {
      announce(t('translate.blockedByErrors', { count: errors }));
      return true;
    }
    if (state !== 'draft' && warnings.length > 0 && warned !== target.content.message) {
      setWarned(target.content.message);
      announce(t('translate.blockedByWarnings', { count: warnings.length }));
      return true;
    }
    return false;
  };

  const save = async (then: AfterSave, state: SavedState = then === 'approve' ? 'approved' : 'translated') => {
    if (!open || (open.edit && open.content.message.trim() === '' && open.loaded.version === 0)) {
      await (then === 'stay' ? null : openNext());
      return;
    }
    if (open.edit?.status === 'conflict') {
      announce(t('translate.conflict.first'));
      return;
    }
    if ((open.edit || open.text) && isBlocked(open, state)) {
      return;
    }
    const confirm: Record<string, string> = { ...reasons };
    for (const check of warningsOf(open, reasons)) {
      confirm[check] = t('translate.confirmedReason');
    }
    const saved = send(open, state, confirm);
    if (saved === null) {
      const next = then === 'stay' ? null : await openNext();
      if (next) {
        announce(t('translate.now', { code: next.code, state: next.state }));
      }
      return;
    }
    const early = await Promise.race([saved, pause(REFUSAL_MILLISECONDS)]);
    if (early === 'refused' || early === 'conflict') {
      setWarned(open.content.message);
      announce(t('translate.notSaved', { code: open.message.code }));
      return;
    }
    const next = then === 'stay' ? null : await openNext();
    announce(announcement(await saved, next, open.message.code));
  };

  const announcement = (kind: SaveOutcome['kind'], next: DraftRow | null, code: string): string => {
    if (kind === 'waiting') {
      return t('translate.kept');
    }
    if (kind !== 'saved') {
      return t('translate.notSaved', { code });
    }
    return next ? t('translate.savedNow', { code: next.code, state: next.state }) : t('translate.saved');
  };

  const ignore = (check: string, reason: string) => {
    setReasons((before) => ({ ...before, [check]: reason }));
    if (open && !open.edit && open.text) {
      void edits.saveUnchanged(open.message.key, open.loaded, { state: open.text.state, confirm: { [check]: reason } });
    }
  };

  return { save, ignore, ignored: new Set(Object.keys(reasons)) };
}

/** The findings of the shown content. Before its check has ended there are none, and the service decides when it saves. */
function findingsOf({ findings, isChecked }: OpenText): Finding[] {
  return isChecked ? findings : [];
}

/** The checks whose warnings nobody gave a reason for: found here, or named by a refusal. */
function warningsOf(target: OpenText, reasons: Record<string, string>): string[] {
  const { edit } = target;
  const refused = edit?.status === 'refused' && edit.problem?.code === 'unconfirmed-warnings' ? edit.problem['findings'] : null;
  const named = Array.isArray(refused) ? (refused as { check: string; severity: string }[]) : [];
  const checks = [...findingsOf(target), ...named].filter((it) => it.severity === 'warning').map((it) => it.check);
  return [...new Set(checks)].filter((check) => !Object.hasOwn(reasons, check));
}

function pause(milliseconds: number): Promise<'late'> {
  return new Promise((resolve) => window.setTimeout(() => resolve('late'), milliseconds));
}
