import { useState } from 'react';
import { Button } from 'react-aria-components';
import { Link } from 'react-router';
import { useSaveMessage, type DefinedMessage } from '../../api/messages';
import { useAnnounce } from '../../components/Announcements';
import { ProblemMessage } from '../../components/ProblemMessage';
import { useLabels } from '../../labels/LabelProvider';
import { LifecycleDialog } from './LifecycleDialog';

interface Props {
  catalog: string;
  message: DefinedMessage;
  canChange: boolean;
}

/** Shows the lifecycle of a message, its effect on readers, and the possible transitions. */
export function LifecyclePanel({ catalog, message, canChange }: Props) {
  const { t, locale } = useLabels();
  const announce = useAnnounce();
  const save = useSaveMessage(catalog);
  const [target, setTarget] = useState<'deprecated' | 'retired' | null>(null);
  const { key, version, lifecycle, replacedBy, sunset } = message;
  const activate = () => save.mutate({ key, version, patch: { lifecycle: 'active', replacedBy: null, sunset: null } }, {
    onSuccess: () => announce(t('messages.saved', { key })),
  });
  return (
    <section className="messages-lifecycle" aria-labelledby="lifecycle">
      <h2 id="lifecycle">{t('messages.lifecycle')}</h2>
      <p><span className={BADGES[lifecycle]}>{t(`messages.lifecycle.${lifecycle}`)}</span></p>
      <p className="muted">{t(`messages.effect.${lifecycle}`)}</p>
      {replacedBy && (
        <p>{t('messages.replacedBy')} <Link to={`?message=${encodeURIComponent(replacedBy)}`} dir="ltr">{replacedBy}</Link></p>
      )}
      {sunset && <p>{t('messages.servedUntil', { date: formatDay(sunset, locale) })}</p>}
      {save.isError && <ProblemMessage error={save.error} />}
      {canChange && (
        <div className="messages-actions">
          {lifecycle !== 'active' && (
            <Button className="button" onPress={activate} isDisabled={save.isPending}>{t('messages.activate')}</Button>
          )}
          {lifecycle !== 'retired' && lifecycle !== 'draft' && (
            <Button className="button" onPress={() => setTarget('deprecated')}>
              {t(lifecycle === 'deprecated' ? 'messages.changeDeprecation' : 'messages.deprecateAsk')}
            </Button>
          )}
          {lifecycle !== 'retired' && (
            <Button className="button danger" onPress={() => setTarget('retired')}>{t('messages.retireAsk')}</Button>
          )}
        </div>
      )}
      {target && <LifecycleDialog catalog={catalog} message={message} target={target} onClose={() => setTarget(null)} />}
    </section>
  );
}

export const BADGES = { draft: 'badge', active: 'badge success', deprecated: 'badge warning', retired: 'badge' } as const;

/** A day has no time zone. */
function formatDay(day: string, locale: string): string {
  return new Intl.DateTimeFormat(locale, { dateStyle: 'long', timeZone: 'UTC' }).format(new Date(`${day}T00:00:00Z`));
}
