import { useEffect, useRef } from 'react';
import { Button } from 'react-aria-components';
import { CopyButton } from '../../components/CopyButton';
import { useLabels } from '../../labels/LabelProvider';

interface Props {
  /** Names what the secret belongs to. */
  title: string;
  secret: string;
  onClose: () => void;
}

/** Shows a new secret: no later response contains it. */
export function KeySecret({ title, secret, onClose }: Props) {
  const { t } = useLabels();
  const box = useRef<HTMLDivElement>(null);
  // The dialog returns the focus to its button first.
  useEffect(() => {
    const timer = window.setTimeout(() => box.current?.focus());
    return () => window.clearTimeout(timer);
  }, []);
  return (
    <div className="settings-secret" ref={box} tabIndex={-1} role="group" aria-label={title}>
      <p>{title}</p>
      <code dir="ltr">{secret}</code>
      <p className="muted">{t('settings.secretOnce')}</p>
      <div className="settings-actions">
        <CopyButton text={secret} />
        <Button className="button quiet" onPress={onClose}>{t('settings.secretKept')}</Button>
      </div>
    </div>
  );
}
