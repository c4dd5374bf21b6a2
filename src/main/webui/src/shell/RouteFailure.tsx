import { useRouteError } from 'react-router';
import { ApiError } from '../api/client';
import { ButtonLink } from '../components/ButtonLink';
import { useLabels } from '../labels/LabelProvider';

/** The page for an address that does not exist, or that failed to load. */
export function RouteFailure() {
  const { t } = useLabels();
  const error = useRouteError();
  const problem = error instanceof ApiError ? error.problem : null;
  return (
    <main className="load-failure">
      <h1>{problem?.title ?? t(error ? 'common.failed' : 'common.notFound')}</h1>
      {problem?.detail && <p>{problem.detail}</p>}
      <ButtonLink to="/" variant="primary">{t('common.toCatalogs')}</ButtonLink>
    </main>
  );
}
