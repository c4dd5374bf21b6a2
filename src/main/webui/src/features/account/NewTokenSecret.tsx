import { useEffect, useRef } from 'react';
import { Button } from 'react-aria-components';
import type { NewToken } from '../../api/tokens';
import { CopyButton } from '../../components/CopyButton';
import { useLabels } from '../../labels/LabelProvider';

/** Shows the secret of a new token: no later response contains it. */
export function NewTokenSecret({ token, onClose }: { token: NewToken; onClose: () => void }) {
  const { t } = useLabels();
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => box.current?.focus(), []);
  return (
    <div className="account-secret" ref={box} tabIndex={-1} role="group" aria-label={t('account.secret', { name: token.name })}>
      <p>{t('account.secret', { name: token.name })}</p>
      <code dir="ltr">{token.token}</code>
      <p className="muted">{t('account.secretOnce')}</p>
      <div className="account-actions">
        <CopyButton text={token.token} />
        <Button className="button quiet" onPress={onClose}>{t('account.secretKept')}</Button>
      </div>
    </div>
  );
}
