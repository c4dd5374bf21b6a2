import { useState } from 'react';
import { Button } from 'react-aria-components';
import { useRevokeToken, type PersonalToken } from '../../api/tokens';
import { useAnnounce } from '../../components/Announcements';
import { Dialog } from '../../components/Dialog';
import { ProblemMessage } from '../../components/ProblemMessage';
import { useLabels } from '../../labels/LabelProvider';

/** The tokens with what they may do. Revoking one asks first, because scripts that use it stop. */
export function TokenTable({ tokens }: { tokens: readonly PersonalToken[] }) {
  const { t, locale } = useLabels();
  const announce = useAnnounce();
  const revoke = useRevokeToken();
  const [asked, setAsked] = useState<PersonalToken | null>(null);
  const day = new Intl.DateTimeFormat(locale, { dateStyle: 'medium' });
  const close = () => {
    setAsked(null);
    revoke.reset();
  };
  const confirm = (token: PersonalToken) => revoke.mutate(token.id, {
    onSuccess: () => {
      close();
      announce(t('account.tokenRevoked', { name: token.name }));
    },
  });
  return (
    <>
      <ul className="account-tokens" aria-label={t('account.tokens')}>
        {tokens.map((token) => (
          <li key={token.id}>
            <div>
              <p dir="auto" className="account-token-name">{token.name}</p>
              <p className="muted">{token.scopes.map((scope) => t(`account.scope.${scope}`)).join(' · ')}</p>
            </div>
            <p className="muted account-token-dates">
              <span>{t('account.expires', { date: day.format(new Date(token.expiresAt)) })}</span>
              <span>
                {token.lastUsedAt ? t('account.lastUsed', { date: day.format(new Date(token.lastUsedAt)) }) : t('account.neverUsed')}
              </span>
            </p>
            <Button className="button small" aria-label={t('account.revokeToken', { name: token.name })} onPress={() => setAsked(token)}>
              {t('account.revoke')}
            </Button>
          </li>
        ))}
      </ul>
      <Dialog title={t('account.revokeToken', { name: asked?.name ?? '' })} isOpen={asked !== null} onClose={close}>
        <p>{t('account.revokeEffect')}</p>
        {revoke.isError && <ProblemMessage error={revoke.error} />}
        <div className="dialog-actions">
          <Button className="button" onPress={close}>{t('common.cancel')}</Button>
          {asked && (
            <Button className="button danger" onPress={() => revoke.isPending || confirm(asked)}>{t('account.revoke')}</Button>
          )}
        </div>
      </Dialog>
    </>
  );
}
