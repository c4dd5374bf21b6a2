import { Button } from 'react-aria-components';
import { ApiError } from '../api/client';
import { useLabels } from '../labels/LabelProvider';

interface Props {
  error: unknown;
  onRetry?: () => void;
}

/** Shows the problem that the service reported, with a button to retry. */
export function ProblemMessage({ error, onRetry }: Props) {
  const { t } = useLabels();
  const problem = error instanceof ApiError ? error.problem : null;
  return (
    <div className="problem" role="alert">
      <p className="problem-title">{problem?.title ?? t('common.unreachable')}</p>
      {problem?.detail && <p dir="auto">{problem.detail}</p>}
      {onRetry && <Button className="button" onPress={onRetry}>{t('common.retry')}</Button>}
    </div>
  );
}
