import { X } from 'lucide-react';
import { useState } from 'react';
import { Button } from 'react-aria-components';
import { ButtonLink } from '../../components/ButtonLink';
import { useLabels } from '../../labels/LabelProvider';

const DISMISSED = 'parlance.guideDismissed';

/** Offers the guide to newcomers, until they dismiss it in this browser. */
export function GuideHint() {
  const { t } = useLabels();
  const [isDismissed, setDismissed] = useState(() => localStorage.getItem(DISMISSED) !== null);
  if (isDismissed) {
    return null;
  }
  const dismiss = () => {
    localStorage.setItem(DISMISSED, 'true');
    setDismissed(true);
  };
  return (
    <aside className="guide-hint" aria-label={t('dashboard.guide.title')}>
      <p>{t('dashboard.guide.hint')}</p>
      <ButtonLink to="/first-translation">{t('dashboard.guide.start')}</ButtonLink>
      <Button className="button quiet" aria-label={t('common.dismiss')} onPress={dismiss}><X aria-hidden size={16} /></Button>
    </aside>
  );
}
