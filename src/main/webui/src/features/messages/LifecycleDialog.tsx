import { useState, type FormEvent } from 'react';
import { Button } from 'react-aria-components';
import { useSaveMessage, type DefinedMessage } from '../../api/messages';
import { useAnnounce } from '../../components/Announcements';
import { Dialog } from '../../components/Dialog';
import { Field } from '../../components/Field';
import { ProblemMessage } from '../../components/ProblemMessage';
import { SubmitButton } from '../../components/SubmitButton';
import { useLabels } from '../../labels/LabelProvider';
import { problemIn } from './fieldProblems';

interface Props {
  catalog: string;
  message: DefinedMessage;
  /** The new lifecycle of the message. */
  target: 'deprecated' | 'retired';
  onClose: () => void;
}

/** Deprecates or retires a message, and says what readers will see. */
export function LifecycleDialog({ catalog, message, target, onClose }: Props) {
  const { t } = useLabels();
  const announce = useAnnounce();
  const save = useSaveMessage(catalog);
  const [replacedBy, setReplacedBy] = useState(message.replacedBy ?? '');
  const [sunset, setSunset] = useState(message.sunset ?? '');
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const end = target === 'deprecated' ? { sunset: sunset || null } : {};
    const patch = { lifecycle: target, replacedBy: replacedBy.trim() || null, ...end };
    save.mutate({ key: message.key, version: message.version, patch }, {
      onSuccess: () => {
        announce(t('messages.saved', { key: message.key }));
        onClose();
      },
    });
  };
  const replacementProblem = problemIn(save.error, '/replacedBy');
  const sunsetProblem = problemIn(save.error, '/sunset');
  return (
    <Dialog title={t(target === 'deprecated' ? 'messages.deprecateTitle' : 'messages.retireTitle', { key: message.key })} isOpen
      onClose={onClose}>
      <form className="messages-form" onSubmit={submit}>
        <Field label={t('messages.replacedBy')} hint={t('messages.replacedByHint')} error={replacementProblem} value={replacedBy}
          onChange={setReplacedBy} maxLength={128} autoComplete="off" />
        {target === 'deprecated' && (
          <Field label={t('messages.sunset')} hint={t('messages.sunsetHint')} error={sunsetProblem} value={sunset} onChange={setSunset}
            type="date" />
        )}
        <div className="messages-effect">
          <h3>{t('messages.readersSee')}</h3>
          <p>{t(target === 'deprecated' ? 'messages.effect.deprecated' : 'messages.effect.retired')}</p>
          {replacedBy.trim() !== '' && <p>{t('messages.effect.replacement', { key: replacedBy.trim() })}</p>}
        </div>
        {save.isError && !replacementProblem && !sunsetProblem && <ProblemMessage error={save.error} />}
        <div className="dialog-actions">
          <Button className="button" onPress={onClose}>{t('common.cancel')}</Button>
          <SubmitButton variant="primary" isPending={save.isPending}>
            {t(target === 'deprecated' ? 'messages.deprecate' : 'messages.retire')}
          </SubmitButton>
        </div>
      </form>
    </Dialog>
  );
}
