import { useLabels } from '../../labels/LabelProvider';

export function DashboardPage() {
  const { t } = useLabels();
  return <div className="page"><h1>{t('dashboard.title')}</h1></div>;
}
