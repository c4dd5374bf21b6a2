import type { ImportRun } from '../../api/imports';
import { useLabels } from '../../labels/LabelProvider';

/** Shows the reason why a background import stored nothing. */
export function ImportProblem({ run }: { run: ImportRun }) {
  const { t } = useLabels();
  return (
    <div className="problem" role="alert">
      <p className="problem-title">{t('exchange.failed')}</p>
      {run.problem
        ? (
          <>
            <p>{t('exchange.failed.problem', { problem: run.problem })}</p>
            <a href={`/codes/parlance/${encodeURIComponent(run.problem)}`} target="_blank" rel="noreferrer"><code>{run.problem}</code></a>
          </>
        )
        : <p>{t('exchange.failed.interrupted')}</p>}
    </div>
  );
}
