import { CircleCheck } from 'lucide-react';
import { useState } from 'react';
import { Button } from 'react-aria-components';
import { useCatalog } from '../../api/catalogs';
import { useUndoImport } from '../../api/imports';
import { usePermission } from '../../api/permissions';
import { ButtonLink } from '../../components/ButtonLink';
import { Dialog } from '../../components/Dialog';
import { FocusedHeading } from '../../components/FocusedHeading';
import { ProblemMessage } from '../../components/ProblemMessage';
import { useLabels } from '../../labels/LabelProvider';
import { translateLink } from '../../links';

interface Props {
  catalog: string;
  revision: number;
  stored: number;
  /** The locale of the first file. */
  locale: string | undefined;
  onRestart: () => void;
}

/** Shows the result of an import, with a button to undo it. */
export function ImportDone({ catalog, revision, stored, locale, onRestart }: Props) {
  const { t } = useLabels();
  const undo = useUndoImport(catalog);
  const canUndo = usePermission(catalog, 'manage');
  const sourceLocale = useCatalog(catalog).data?.sourceLocale ?? '';
  const [isAsking, setAsking] = useState(false);
  return (
    <section className="card exchange-done" aria-live="polite">
      <CircleCheck aria-hidden size={32} />
      <FocusedHeading>{undo.data ? t('exchange.undone') : t('exchange.done', { count: stored })}</FocusedHeading>
      <p className="muted">
        {undo.data ? t('exchange.undoneHint', { count: undo.data.changes }) : t('exchange.doneHint', { revision })}
      </p>
      <div className="exchange-actions">
        {!undo.data && (
          <ButtonLink to={translateLink(catalog, locale ?? sourceLocale)} variant="primary">{t('exchange.openTexts')}</ButtonLink>
        )}
        <Button className="button" onPress={onRestart}>{t('exchange.another')}</Button>
        {canUndo && !undo.data && <Button className="button" onPress={() => setAsking(true)}>{t('exchange.undo')}</Button>}
      </div>
      <Dialog title={t('exchange.undoTitle')} isOpen={isAsking} onClose={() => setAsking(false)}>
        <p>{t('exchange.undoHint')}</p>
        {undo.isError && <ProblemMessage error={undo.error} />}
        <div className="dialog-actions">
          <Button className="button" onPress={() => setAsking(false)} isDisabled={undo.isPending}>{t('common.cancel')}</Button>
          <Button className="button danger" isDisabled={undo.isPending}
            onPress={() => undo.mutate(revision, { onSuccess: () => setAsking(false) })}>
            {t('exchange.undo')}
          </Button>
        </div>
      </Dialog>
    </section>
  );
}
