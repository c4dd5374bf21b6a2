import { useRouteError } from 'react-router';
import { ApiError } from '../api/client';
import { ButtonLink } from '../components/ButtonLink';
import { useLabels } from '../labels/LabelProvider';

/** Stands in for a page that failed to load, and for its frame. */
export function RouteFailure() {
  const { t } = useLabels();
  const error = useRouteError();
  const problem = error instanceof ApiError ? error.problem : null;
  return (
    <main className="load-failure">
      <h1>{problem?.title ?? t('common.failed')}</h1>
      {problem?.detail && <p>{problem.detail}</p>}
      <ButtonLink to="/" variant="primary">{t('common.toCatalogs')}</ButtonLink>
    </main>
  );
}
