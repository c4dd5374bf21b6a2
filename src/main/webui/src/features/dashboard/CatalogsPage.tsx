import { Link } from 'react-router';
import { Button } from 'react-aria-components';
import { useCatalogs } from '../../api/catalogs';
import { EmptyState } from '../../components/EmptyState';
import { ProblemMessage } from '../../components/ProblemMessage';
import { Skeleton } from '../../components/Skeleton';
import { useLabels } from '../../labels/LabelProvider';

/** The catalogs that the caller may read. */
export function CatalogsPage() {
  const { t } = useLabels();
  const pages = useCatalogs();
  if (pages.isPending) {
    return <Skeleton lines={6} />;
  }
  if (pages.isError) {
    return <div className="page"><ProblemMessage error={pages.error} onRetry={() => void pages.refetch()} /></div>;
  }
  const catalogs = pages.data.pages.flatMap((page) => page.catalogs);
  return (
    <div className="page">
      <h1>{t('dashboard.catalogs')}</h1>
      {catalogs.length === 0 ? <EmptyState title={t('dashboard.noCatalogs')} /> : (
        <ul className="catalog-list">
          {catalogs.map(({ name, title }) => (
            <li key={name}><Link className="card" to={`/catalogs/${encodeURIComponent(name)}`} dir="auto">{title}</Link></li>
          ))}
        </ul>
      )}
      {pages.hasNextPage && <Button className="button" onPress={() => void pages.fetchNextPage()}>{t('common.more')}</Button>}
    </div>
  );
}
