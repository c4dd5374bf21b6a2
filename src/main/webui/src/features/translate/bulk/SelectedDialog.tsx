import { useQueryClient } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import { Button } from 'react-aria-components';
import { draftText, type TextAddress } from '../../../api/draftTexts';
import { Dialog } from '../../../components/Dialog';
import { ProblemMessage } from '../../../components/ProblemMessage';
import { useLabels } from '../../../labels/LabelProvider';
import { refreshList } from '../editing/savedText';
import { useWorkspace } from '../workspace';
import type { BulkAction } from './actions';
import { BulkProgress } from './BulkProgress';
import { changeText, reasonOf, takeBack, type Changed } from './changeSelected';

interface Props {
  action: BulkAction;
  keys: string[];
  onClose: () => void;
}

interface Progress {
  stage: 'running' | 'done' | 'undone';
  done: number;
  changed: Changed[];
  refused: { key: string; reason: string }[];
}

/** A change of some messages, one after the other, and how to undo it. */
export function SelectedDialog({ action, keys, onClose }: Props) {
  const { t } = useLabels();
  const { catalog, locale, sourceLocale } = useWorkspace();
  const client = useQueryClient();
  const [progress, setProgress] = useState<Progress | null>(null);
  const [failure, setFailure] = useState<unknown>(null);
  const isStopped = useRef(false);

  const run = async (steps: readonly string[], step: (key: string) => Promise<Changed | null>, stage: 'done' | 'undone') => {
    isStopped.current = false;
    let state: Progress = { stage: 'running', done: 0, changed: [], refused: [] };
    setProgress(state);
    try {
      for (const key of steps) {
        if (isStopped.current) {
          break;
        }
        try {
          const changed = await step(key);
          state = { ...state, done: state.done + 1, changed: changed ? [...state.changed, changed] : state.changed };
        } catch (error) {
          state = { ...state, done: state.done + 1, refused: [...state.refused, { key, reason: reasonOf(error) }] };
        }
        setProgress(state);
      }
    } catch (error) {
      setFailure(error);
    }
    setProgress({ ...state, stage });
    refreshList(client, catalog, locale);
    void client.invalidateQueries({ queryKey: ['draft-text', catalog] });
  };
  const read = (address: TextAddress) => client.fetchQuery({ ...draftText(address), staleTime: 0 });
  const start = () => void run(keys, (key) => changeText(action, { catalog, key, locale }, sourceLocale, read), 'done');
  const undo = (changes: readonly Changed[]) => {
    const byKey = new Map(changes.map((change) => [change.key, change]));
    void run([...byKey.keys()], async (key) => {
      const change = byKey.get(key);
      if (change) {
        await takeBack(change, { catalog, locale });
      }
      return change ?? null;
    }, 'undone');
  };
  const close = () => {
    isStopped.current = true;
    onClose();
  };
  return (
    <Dialog title={t('translate.bulk', { action })} isOpen onClose={close}>
      {progress === null ? (
        <>
          <p>{t('translate.bulkCount', { count: keys.length })}</p>
          <div className="dialog-actions">
            <Button className="button" onPress={close}>{t('common.cancel')}</Button>
            <Button className="button primary" autoFocus onPress={start}>{t('translate.start', { count: keys.length })}</Button>
          </div>
        </>
      ) : (
        <>
          <BulkProgress
            isRunning={progress.stage === 'running'}
            isUndone={progress.stage === 'undone'}
            done={progress.done}
            total={keys.length}
            changed={progress.changed.length}
            refusals={progress.refused.length}
            refused={progress.refused}
          />
          {failure ? <ProblemMessage error={failure} /> : null}
          <div className="dialog-actions">
            {progress.stage === 'running' && <Button className="button" onPress={() => { isStopped.current = true; }}>{t('translate.stop')}</Button>}
            {progress.stage === 'done' && progress.changed.length > 0 && (
              <Button className="button" onPress={() => undo(progress.changed)}>{t('translate.undoAll')}</Button>
            )}
            <Button key={progress.stage} className="button primary" autoFocus onPress={close}>{t('common.close')}</Button>
          </div>
        </>
      )}
    </Dialog>
  );
}
