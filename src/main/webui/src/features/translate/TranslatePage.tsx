import { useLabels } from '../../labels/LabelProvider';

export function TranslatePage() {
  const { t } = useLabels();
  return <div className="page"><h1>{t('translate.title')}</h1></div>;
}
