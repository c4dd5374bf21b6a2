import { useState, type FormEvent } from 'react';
import { Button } from 'react-aria-components';
import { Dialog } from '../../../components/Dialog';
import { Field } from '../../../components/Field';
import { useLabels } from '../../../labels/LabelProvider';

interface Props {
  onReject: (comment: string) => void;
  onClose: () => void;
}

/** Asks what the author should change. */
export function RejectDialog({ onReject, onClose }: Props) {
  const { t } = useLabels();
  const [comment, setComment] = useState('');
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (comment.trim()) {
      onReject(comment.trim());
    }
  };
  return (
    <Dialog title={t('translate.rejectTitle')} isOpen onClose={onClose}>
      <form className="translate-dialog-form" onSubmit={submit}>
        <Field label={t('translate.rejectComment')} multiline value={comment} onChange={setComment} autoFocus maxLength={2000} />
        <div className="dialog-actions">
          <Button className="button" onPress={onClose}>{t('common.cancel')}</Button>
          <Button type="submit" className="button primary" isDisabled={!comment.trim()}>{t('translate.reject')}</Button>
        </div>
      </form>
    </Dialog>
  );
}
