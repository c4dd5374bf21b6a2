import { useLabels } from '../../labels/LabelProvider';

export function AccountPage() {
  const { t } = useLabels();
  return <div className="page"><h1>{t('account.title')}</h1></div>;
}
