import { Button } from 'react-aria-components';
import { useDeliveries, useReplay, useTestWebhook, type Delivery, type Webhook } from '../../api/webhooks';
import { useAnnounce } from '../../components/Announcements';
import { Dialog } from '../../components/Dialog';
import { ProblemMessage } from '../../components/ProblemMessage';
import { Skeleton } from '../../components/Skeleton';
import { formatTime, Time } from '../../components/Time';
import { useLabels } from '../../labels/LabelProvider';

const ERRORS = {
  'unknown-host': 'settings.deliveryError.unknownHost',
  'address-not-allowed': 'settings.deliveryError.addressNotAllowed',
  'connection-failed': 'settings.deliveryError.connectionFailed',
  'tls-failed': 'settings.deliveryError.tlsFailed',
  timeout: 'settings.deliveryError.timeout',
  'invalid-response': 'settings.deliveryError.invalidResponse',
} as const;

interface Props {
  catalog: string;
  webhook: Webhook;
  onClose: () => void;
}

/** The latest deliveries of a webhook, with their outcome. */
export function DeliveriesDialog({ catalog, webhook, onClose }: Props) {
  const { t } = useLabels();
  const announce = useAnnounce();
  const deliveries = useDeliveries(catalog, webhook.id);
  const test = useTestWebhook(catalog);
  const replay = useReplay(catalog, webhook.id);
  const sent = () => announce(t('settings.eventQueued'));
  return (
    <Dialog title={t('settings.deliveries')} isOpen isWide onClose={onClose}>
      <p className="muted deliveries-url" dir="ltr">{webhook.url}</p>
      {deliveries.isPending && <Skeleton lines={5} />}
      {deliveries.isError && <ProblemMessage error={deliveries.error} onRetry={() => void deliveries.refetch()} />}
      {test.isError && <ProblemMessage error={test.error} />}
      {replay.isError && <ProblemMessage error={replay.error} />}
      {deliveries.data?.length === 0 && <p className="muted">{t('settings.noDeliveries')}</p>}
      {deliveries.data && deliveries.data.length > 0 && (
        <ul className="settings-list deliveries" aria-label={t('settings.deliveries')}>
          {deliveries.data.map((it) => <DeliveryRow key={it.id} delivery={it} onReplay={() => replay.mutate(it.id, { onSuccess: sent })} />)}
        </ul>
      )}
      <div className="dialog-actions">
        <Button className="button" onPress={() => test.mutate(webhook.id, { onSuccess: sent })} isDisabled={test.isPending}>
          {t('settings.testWebhook')}
        </Button>
        <Button className="button primary" onPress={onClose}>{t('common.close')}</Button>
      </div>
    </Dialog>
  );
}

function DeliveryRow({ delivery, onReplay }: { delivery: Delivery; onReplay: () => void }) {
  const { t, locale } = useLabels();
  const event = t(`settings.event.${delivery.event}`);
  const millis = new Intl.NumberFormat(locale, { style: 'unit', unit: 'millisecond' });
  const details = [
    delivery.responseStatus ? `HTTP ${delivery.responseStatus}` : null,
    delivery.error ? t(ERRORS[delivery.error]) : null,
    delivery.durationMillis === null || delivery.durationMillis === undefined ? null : millis.format(delivery.durationMillis),
    t('settings.attempts', { count: delivery.attempts }),
    delivery.nextAttemptAt && delivery.attempts > 0 ? t('settings.nextAttempt', { time: formatTime(delivery.nextAttemptAt, locale) }) : null,
  ];
  return (
    <li>
      <div>
        <p className="settings-name">
          {event} <span className={`delivery-status ${delivery.status}`}>{t(`settings.delivery.${delivery.status}`)}</span>
        </p>
        <p className="muted"><Time value={delivery.createdAt} /></p>
        <p className="muted">{details.filter((it) => it !== null).join(' · ')}</p>
        {delivery.responseExcerpt && delivery.status !== 'delivered' && (
          <pre className="delivery-excerpt" dir="auto" tabIndex={0}>{delivery.responseExcerpt}</pre>
        )}
      </div>
      <Button className="button small" aria-label={t('settings.replayEvent', { event })} onPress={onReplay}>{t('settings.replay')}</Button>
    </li>
  );
}
