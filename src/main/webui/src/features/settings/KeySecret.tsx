import { useEffect, useRef } from 'react';
import { Button } from 'react-aria-components';
import type { NewApiKey } from '../../api/keys';
import { CopyButton } from '../../components/CopyButton';
import { useLabels } from '../../labels/LabelProvider';

interface Props {
  created: NewApiKey;
  onClose: () => void;
}

/** Shows the secret of a new key: no later response contains it. */
export function KeySecret({ created, onClose }: Props) {
  const { t } = useLabels();
  const box = useRef<HTMLDivElement>(null);
  // The dialog returns the focus to its button first.
  useEffect(() => {
    const timer = window.setTimeout(() => box.current?.focus());
    return () => window.clearTimeout(timer);
  }, []);
  return (
    <div className="settings-secret" ref={box} tabIndex={-1} role="group" aria-label={t('settings.secret', { name: created.name })}>
      <p>{t('settings.secret', { name: created.name })}</p>
      <code dir="ltr">{created.key}</code>
      <p className="muted">{t('settings.secretOnce')}</p>
      <div className="settings-actions">
        <CopyButton text={created.key} />
        <Button className="button quiet" onPress={onClose}>{t('settings.secretKept')}</Button>
      </div>
    </div>
  );
}
