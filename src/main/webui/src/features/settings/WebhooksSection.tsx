import { useState } from 'react';
import { Button } from 'react-aria-components';
import { useDeleteWebhook, useRotateSecret, useWebhooks, type Webhook, type WebhookWithSecret } from '../../api/webhooks';
import { useAnnounce } from '../../components/Announcements';
import { ProblemMessage } from '../../components/ProblemMessage';
import { Skeleton } from '../../components/Skeleton';
import { formatTime } from '../../components/Time';
import { useLabels } from '../../labels/LabelProvider';
import { ConfirmDialog } from './ConfirmDialog';
import { DeliveriesDialog } from './DeliveriesDialog';
import { focusHeading } from './focusHeading';
import { KeySecret } from './KeySecret';
import { SettingsSection } from './SettingsSection';
import { WebhookDialog } from './WebhookDialog';

interface Props {
  catalog: string;
  canChange: boolean;
}

/** The dialog that is open over the list, and its webhook. */
type Open = { dialog: 'change' | 'deliveries' | 'rotate' | 'remove'; webhook: Webhook } | { dialog: 'add' };

/** The webhooks of a catalog. Only managers see their addresses. */
export function WebhooksSection({ catalog, canChange }: Props) {
  const { t, locale } = useLabels();
  const announce = useAnnounce();
  const webhooks = useWebhooks(catalog, canChange);
  const remove = useDeleteWebhook(catalog);
  const rotate = useRotateSecret(catalog);
  const [open, setOpen] = useState<Open | null>(null);
  const [created, setCreated] = useState<WebhookWithSecret | null>(null);
  const close = () => {
    setOpen(null);
    remove.reset();
    rotate.reset();
  };
  const saved = (webhook: Webhook | WebhookWithSecret) => {
    if ('secret' in webhook) {
      setCreated(webhook);
    }
    announce(t('settings.saved'));
  };
  const confirmRemoval = (webhook: Webhook) => remove.mutate(webhook.id, {
    onSuccess: () => {
      close();
      setCreated(null);
      focusHeading('webhooks');
      announce(t('settings.webhookRemoved'));
    },
  });
  const confirmRotation = (webhook: Webhook) => rotate.mutate(webhook.id, {
    onSuccess: (rotated) => {
      close();
      setCreated(rotated);
    },
  });
  return (
    <SettingsSection id="webhooks" title={t('settings.webhooks')} about={t('settings.webhooksAbout')}
      readOnly={canChange ? undefined : t('settings.managersSee')}>
      {created && <KeySecret title={t('settings.webhookSecret', { url: created.url })} secret={created.secret} onClose={() => setCreated(null)} />}
      {canChange && webhooks.isPending && <Skeleton lines={3} />}
      {webhooks.isError && <ProblemMessage error={webhooks.error} onRetry={() => void webhooks.refetch()} />}
      {webhooks.data?.length === 0 && <p className="muted">{t('settings.noWebhooks')}</p>}
      {webhooks.data && webhooks.data.length > 0 && (
        <ul className="settings-list webhooks-list" aria-label={t('settings.webhooks')}>
          {webhooks.data.map((webhook) => (
            <li key={webhook.id}>
              <div>
                <p className="settings-name"><bdi dir="ltr">{webhook.url}</bdi></p>
                {webhook.description && <p className="muted"><bdi>{webhook.description}</bdi></p>}
                <p className="muted">{events(webhook)}</p>
                {problem(webhook) && <p className="webhook-problem">{problem(webhook)}</p>}
              </div>
              <div className="settings-actions">
                <Button className="button small" aria-label={t('settings.deliveriesTo', { url: webhook.url })}
                  onPress={() => setOpen({ dialog: 'deliveries', webhook })}>{t('settings.deliveries')}</Button>
                <Button className="button small" aria-label={t('settings.changeWebhook', { url: webhook.url })}
                  onPress={() => setOpen({ dialog: 'change', webhook })}>{t('settings.change')}</Button>
                <Button className="button small" aria-label={t('settings.rotateSecretOf', { url: webhook.url })}
                  onPress={() => setOpen({ dialog: 'rotate', webhook })}>{t('settings.rotateSecret')}</Button>
                <Button className="button small" aria-label={t('settings.removeWebhook', { url: webhook.url })}
                  onPress={() => setOpen({ dialog: 'remove', webhook })}>{t('settings.remove')}</Button>
              </div>
            </li>
          ))}
        </ul>
      )}
      {canChange && <p><Button className="button" onPress={() => setOpen({ dialog: 'add' })}>{t('settings.addWebhook')}</Button></p>}
      {open?.dialog === 'add' && <WebhookDialog catalog={catalog} onSaved={saved} onClose={close} />}
      {open?.dialog === 'change' && <WebhookDialog catalog={catalog} webhook={open.webhook} onSaved={saved} onClose={close} />}
      {open?.dialog === 'deliveries' && <DeliveriesDialog catalog={catalog} webhook={open.webhook} onClose={close} />}
      {open?.dialog === 'rotate' && (
        <ConfirmDialog title={t('settings.rotateSecretOf', { url: open.webhook.url })} confirm={t('settings.rotateSecret')}
          isPending={rotate.isPending} error={rotate.error} onConfirm={() => confirmRotation(open.webhook)} onClose={close}>
          <p>{t('settings.rotateSecretEffect')}</p>
        </ConfirmDialog>
      )}
      {open?.dialog === 'remove' && (
        <ConfirmDialog title={t('settings.removeWebhook', { url: open.webhook.url })} confirm={t('settings.remove')}
          isPending={remove.isPending} error={remove.error} onConfirm={() => confirmRemoval(open.webhook)} onClose={close}>
          <p>{t('settings.removeWebhookEffect')}</p>
        </ConfirmDialog>
      )}
    </SettingsSection>
  );

  function events(webhook: Webhook): string {
    return webhook.events.length === 0 ? t('settings.allEvents') : webhook.events.map((it) => t(`settings.event.${it}`)).join(' · ');
  }

  function problem(webhook: Webhook): string | null {
    if (webhook.disabledReason) {
      return t(`settings.webhookDisabled.${webhook.disabledReason}`);
    }
    return webhook.failingSince ? t('settings.failingSince', { time: formatTime(webhook.failingSince, locale) }) : null;
  }
}
