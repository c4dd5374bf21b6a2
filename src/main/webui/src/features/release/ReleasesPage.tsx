import { useLabels } from '../../labels/LabelProvider';

export function ReleasesPage() {
  const { t } = useLabels();
  return <div className="page"><h1>{t('release.title')}</h1></div>;
}
