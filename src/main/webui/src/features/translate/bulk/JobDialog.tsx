import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useState, type FormEvent } from 'react';
import { Button } from 'react-aria-components';
import { useCreateJob, useJob, usePreviewJob, useUndoJob } from '../../../api/bulkJobs';
import { Dialog } from '../../../components/Dialog';
import { Field } from '../../../components/Field';
import { ProblemMessage } from '../../../components/ProblemMessage';
import { useLabels } from '../../../labels/LabelProvider';
import { Difference } from '../context/Difference';
import { refreshList } from '../editing/savedText';
import { useWorkspace } from '../workspace';
import { isComplete, jobOf, type ActionInput, type BulkAction } from './actions';
import { BulkProgress } from './BulkProgress';

interface Props {
  action: BulkAction;
  /** The number of matching messages. */
  count: number;
  onClose: () => void;
}

/** A change of all messages of a search: what it will do, its progress, and how to undo it. */
export function JobDialog({ action, count, onClose }: Props) {
  const { t } = useLabels();
  const { catalog, locale, list } = useWorkspace();
  const client = useQueryClient();
  const [input, setInput] = useState<ActionInput>({ tag: '', find: '', replacement: '' });
  const preview = usePreviewJob(catalog);
  const create = useCreateJob(catalog);
  const undo = useUndoJob(catalog);
  const started = create.data?.job ?? null;
  const job = useJob(catalog, started);
  const current = undo.data ?? job.data ?? create.data ?? null;
  const stage = current?.stage;
  useEffect(() => {
    if (stage && stage !== 'running') {
      refreshList(client, catalog, locale);
      void client.invalidateQueries({ queryKey: ['draft-text', catalog] });
    }
  }, [stage, client, catalog, locale]);

  const request = () => jobOf(action, list.filters, locale, input);
  const start = (event: FormEvent) => {
    event.preventDefault();
    create.mutate(request());
  };
  const error = create.error ?? preview.error ?? undo.error ?? job.error;
  return (
    <Dialog title={t('translate.bulk', { action })} isOpen onClose={onClose}>
      {current === null ? (
        <form className="translate-dialog-form" onSubmit={start}>
          <p>{t('translate.bulkCount', { count })}</p>
          {(action === 'addTag' || action === 'removeTag') && (
            <Field label={t('translate.tag')} value={input.tag} onChange={(tag) => setInput({ ...input, tag })} autoFocus />
          )}
          {action === 'replace' && (
            <>
              <Field label={t('translate.find')} lang={locale} value={input.find} onChange={(find) => setInput({ ...input, find })} autoFocus maxLength={200} />
              <Field label={t('translate.replacement')} lang={locale} value={input.replacement} onChange={(replacement) => setInput({ ...input, replacement })} maxLength={200} />
              <Button className="button small" isDisabled={!isComplete(action, input) || preview.isPending} onPress={() => preview.mutate(request())}>{t('translate.preview')}</Button>
            </>
          )}
          {preview.data && (
            <section aria-label={t('translate.preview')} className="translate-preview" tabIndex={0}>
              {preview.data.changes.length === 0 && <p className="muted">{t('translate.previewNone')}</p>}
              <ul>
                {preview.data.changes.map(({ key, before, after }) => (
                  <li key={key}><code dir="ltr">{key}</code><Difference before={before?.message ?? ''} after={after?.message ?? ''} lang={locale} /></li>
                ))}
              </ul>
              {preview.data.more && <p className="muted">{t('translate.previewMore')}</p>}
            </section>
          )}
          {error && <ProblemMessage error={error} />}
          <div className="dialog-actions">
            <Button className="button" onPress={onClose}>{t('common.cancel')}</Button>
            <Button type="submit" className="button primary" isDisabled={!isComplete(action, input) || create.isPending}>{t('translate.start', { count })}</Button>
          </div>
        </form>
      ) : (
        <>
          <BulkProgress
            isRunning={stage === 'running'}
            isUndone={stage === 'undone'}
            done={current.done}
            total={current.total}
            changed={current.changed}
            refusals={current.refusals}
            refused={(current.refused ?? []).map(({ key, code }) => ({ key, reason: code }))}
          />
          {error && <ProblemMessage error={error} />}
          <div className="dialog-actions">
            {stage === 'done' && current.changed > 0 && (
              <Button className="button" isDisabled={undo.isPending} onPress={() => undo.mutate(current.job)}>{t('translate.undoAll')}</Button>
            )}
            <Button key={stage} className="button primary" autoFocus onPress={onClose}>{t('common.close')}</Button>
          </div>
        </>
      )}
    </Dialog>
  );
}
