import { useLabels } from '../../labels/LabelProvider';

export function FilesPage() {
  const { t } = useLabels();
  return <div className="page"><h1>{t('exchange.title')}</h1></div>;
}
