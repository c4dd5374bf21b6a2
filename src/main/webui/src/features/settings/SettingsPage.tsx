import { useLabels } from '../../labels/LabelProvider';

export function SettingsPage() {
  const { t } = useLabels();
  return <div className="page"><h1>{t('settings.title')}</h1></div>;
}
