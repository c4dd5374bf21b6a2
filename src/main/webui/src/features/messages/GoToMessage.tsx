import { useLabels } from '../../labels/LabelProvider';

export function GoToMessage() {
  const { t } = useLabels();
  return <div className="page"><h1>{t('messages.title')}</h1></div>;
}
