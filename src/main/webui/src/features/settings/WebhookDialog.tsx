import { useState, type FormEvent } from 'react';
import { Button, Checkbox, CheckboxGroup, Label, Text } from 'react-aria-components';
import { problemAt } from '../../api/problems';
import { EVENTS, useSaveWebhook, type Webhook, type WebhookWithSecret } from '../../api/webhooks';
import { Check } from '../../components/Check';
import { Dialog } from '../../components/Dialog';
import { Field } from '../../components/Field';
import { ProblemMessage } from '../../components/ProblemMessage';
import { SubmitButton } from '../../components/SubmitButton';
import { useLabels } from '../../labels/LabelProvider';

interface Props {
  catalog: string;
  /** Absent for a new one. */
  webhook?: Webhook;
  onSaved: (webhook: Webhook | WebhookWithSecret) => void;
  onClose: () => void;
}

/** Asks for the address of a webhook and its events. */
export function WebhookDialog({ catalog, webhook, onSaved, onClose }: Props) {
  const { t } = useLabels();
  const save = useSaveWebhook(catalog, webhook?.id);
  const [url, setUrl] = useState(webhook?.url ?? '');
  const [description, setDescription] = useState(webhook?.description ?? '');
  const [events, setEvents] = useState<string[]>(webhook?.events ?? []);
  const [enabled, setEnabled] = useState(webhook?.enabled ?? true);
  const urlProblem = problemAt(save.error, '/url');
  const submit = (event: FormEvent) => {
    event.preventDefault();
    save.mutate({ url: url.trim(), description: description.trim(), events: EVENTS.filter((it) => events.includes(it)), enabled }, {
      onSuccess: (saved) => {
        onClose();
        onSaved(saved);
      },
    });
  };
  return (
    <Dialog title={webhook ? t('settings.changeWebhookTitle') : t('settings.addWebhook')} isOpen onClose={onClose}>
      <form className="settings-form" onSubmit={submit}>
        <Field label={t('settings.webhookUrl')} hint={t('settings.webhookUrlHint')} error={urlProblem} value={url} onChange={setUrl} isRequired
          maxLength={2000} autoFocus autoComplete="off" />
        <Field label={t('settings.webhookDescription')} value={description} onChange={setDescription} maxLength={200} autoComplete="off" />
        <CheckboxGroup className="field" value={events} onChange={setEvents}>
          <Label>{t('settings.webhookEvents')}</Label>
          {EVENTS.map((event) => (
            <Checkbox key={event} value={event} className="checkbox">
              <span className="checkbox-box" aria-hidden />
              {t(`settings.event.${event}`)}
            </Checkbox>
          ))}
          <Text slot="description" className="hint">{t('settings.webhookEventsHint')}</Text>
        </CheckboxGroup>
        {webhook && <Check label={t('settings.webhookEnabled')} checked={enabled} onChange={setEnabled} />}
        {save.isError && !urlProblem && <ProblemMessage error={save.error} />}
        <div className="dialog-actions">
          <Button className="button" onPress={onClose}>{t('common.cancel')}</Button>
          <SubmitButton variant="primary" isPending={save.isPending}>{webhook ? t('common.save') : t('settings.add')}</SubmitButton>
        </div>
      </form>
    </Dialog>
  );
}
