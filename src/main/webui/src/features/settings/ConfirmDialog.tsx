import type { ReactNode } from 'react';
import { Button } from 'react-aria-components';
import { Dialog } from '../../components/Dialog';
import { ProblemMessage } from '../../components/ProblemMessage';
import { useLabels } from '../../labels/LabelProvider';

interface Props {
  title: string;
  /** The button that does it. */
  confirm: string;
  isPending: boolean;
  error: unknown;
  onConfirm: () => void;
  onClose: () => void;
  /** The consequences. */
  children: ReactNode;
}

/** Asks before something is removed. */
export function ConfirmDialog({ title, confirm, isPending, error, onConfirm, onClose, children }: Props) {
  const { t } = useLabels();
  return (
    <Dialog title={title} isOpen onClose={onClose}>
      {children}
      {error !== null && error !== undefined && <ProblemMessage error={error} />}
      <div className="dialog-actions">
        <Button className="button" onPress={onClose} autoFocus>{t('common.cancel')}</Button>
        <Button className="button danger" onPress={onConfirm} isDisabled={isPending}>{confirm}</Button>
      </div>
    </Dialog>
  );
}
