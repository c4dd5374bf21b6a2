import { Button } from 'react-aria-components';
import { useLabels } from '../../../labels/LabelProvider';
import type { OpenText } from './useOpenText';

interface Props {
  open: OpenText;
  onRetry: () => void;
}

/** Shows whether the text is being saved, kept in the browser, or rejected with a reason. */
export function SaveStatus({ open, onRetry }: Props) {
  const { t } = useLabels();
  const { edit, isOutdated } = open;
  if (edit?.status === 'waiting') {
    return (
      <div className="translate-kept">
        <p>{t('translate.kept')}</p>
        <Button className="button small" onPress={onRetry}>{t('common.retry')}</Button>
      </div>
    );
  }
  if (edit?.status === 'refused' && edit.problem) {
    const { title, detail, status } = edit.problem;
    return (
      <div className="problem" role="alert">
        <p className="problem-title">{title}</p>
        {detail && <p dir="auto">{detail}</p>}
        {status === 401
          ? <a className="button small" href="/app/sign-in" target="_blank" rel="noreferrer">{t('signIn.title')}</a>
          : null}
        {status !== 422 && <Button className="button small" onPress={onRetry}>{t('common.retry')}</Button>}
      </div>
    );
  }
  return isOutdated ? <p className="translate-note">{t('translate.outdated')}</p> : null;
}
