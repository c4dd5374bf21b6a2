import { useState } from 'react';
import { Button } from 'react-aria-components';
import type { Draft } from '../../api/catalogs';
import { useKeys, useRevokeKey, type ApiKey, type NewApiKey } from '../../api/keys';
import { useAnnounce } from '../../components/Announcements';
import { ProblemMessage } from '../../components/ProblemMessage';
import { Skeleton } from '../../components/Skeleton';
import { useLabels } from '../../labels/LabelProvider';
import { localeName } from '../../locales/localeNames';
import { ConfirmDialog } from './ConfirmDialog';
import { focusHeading } from './focusHeading';
import { KeyDialog } from './KeyDialog';
import { KeySecret } from './KeySecret';
import { SettingsSection } from './SettingsSection';
import { isValid, newestFirst } from './validKeys';

interface Props {
  draft: Draft;
  canChange: boolean;
}

/** The keys of programs. Revoked and expired ones are not shown. */
export function KeysSection({ draft, canChange }: Props) {
  const { t, locale } = useLabels();
  const announce = useAnnounce();
  const keys = useKeys(draft.catalog, canChange);
  const revoke = useRevokeKey(draft.catalog);
  const [isCreating, setCreating] = useState(false);
  const [created, setCreated] = useState<NewApiKey | null>(null);
  const [asked, setAsked] = useState<ApiKey | null>(null);
  const now = new Date().toISOString();
  const valid = keys.data?.filter((key) => isValid(key, now)).sort(newestFirst);
  const day = new Intl.DateTimeFormat(locale, { dateStyle: 'medium' });
  const close = () => {
    setAsked(null);
    revoke.reset();
  };
  const confirm = (key: ApiKey) => revoke.mutate(key.id, {
    onSuccess: () => {
      close();
      focusHeading('keys');
      announce(t('settings.keyRevoked', { name: key.name }));
    },
  });
  return (
    <SettingsSection id="keys" title={t('settings.keys')} about={t('settings.keysAbout')}
      readOnly={canChange ? undefined : t('settings.managersSee')}>
      {created && <KeySecret title={t('settings.secret', { name: created.name })} secret={created.key} onClose={() => setCreated(null)} />}
      {canChange && keys.isPending && <Skeleton lines={3} />}
      {keys.isError && <ProblemMessage error={keys.error} onRetry={() => void keys.refetch()} />}
      {valid?.length === 0 && <p className="muted">{t('settings.noKeys')}</p>}
      {valid && valid.length > 0 && (
        <ul className="settings-list" aria-label={t('settings.keys')}>
          {valid.map((key) => (
            <li key={key.id}>
              <div>
                <p className="settings-name" dir="auto">{key.name}</p>
                <p className="muted">
                  {[...key.scopes.map((scope) => t(`settings.scope.${scope}`)), ...(key.locales ?? []).map((it) => localeName(it, locale))]
                    .join(' · ')}
                </p>
                <p className="muted">{[expiry(key), use(key)].join(' · ')}</p>
              </div>
              <Button className="button small" aria-label={t('settings.revokeKey', { name: key.name })}
                onPress={() => setAsked(key)}>{t('settings.revoke')}</Button>
            </li>
          ))}
        </ul>
      )}
      {canChange && <p><Button className="button" onPress={() => setCreating(true)}>{t('settings.createKey')}</Button></p>}
      {isCreating && (
        <KeyDialog catalog={draft.catalog} locales={draft.locales.map((it) => it.locale)} onCreated={setCreated}
          onClose={() => setCreating(false)} />
      )}
      {asked && (
        <ConfirmDialog title={t('settings.revokeKey', { name: asked.name })} confirm={t('settings.revoke')} isPending={revoke.isPending}
          error={revoke.error} onConfirm={() => confirm(asked)} onClose={close}>
          <p>{t('settings.revokeEffect')}</p>
        </ConfirmDialog>
      )}
    </SettingsSection>
  );

  function expiry({ expiresAt }: ApiKey): string {
    return expiresAt ? t('settings.expires', { date: day.format(new Date(expiresAt)) }) : t('settings.unlimited');
  }

  function use({ lastUsedAt }: ApiKey): string {
    return lastUsedAt ? t('settings.lastUsed', { date: day.format(new Date(lastUsedAt)) }) : t('settings.neverUsed');
  }
}
