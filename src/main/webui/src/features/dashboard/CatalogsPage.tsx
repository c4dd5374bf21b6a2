import { useState } from 'react';
import { Button } from 'react-aria-components';
import { useNavigate } from 'react-router';
import { useCatalogs } from '../../api/catalogs';
import { useSession } from '../../api/session';
import { ButtonLink } from '../../components/ButtonLink';
import { EmptyState } from '../../components/EmptyState';
import { ProblemMessage } from '../../components/ProblemMessage';
import { Skeleton } from '../../components/Skeleton';
import { useLabels } from '../../labels/LabelProvider';
import { CatalogCard } from './CatalogCard';
import { CreateCatalogDialog } from './CreateCatalogDialog';
import './dashboard.css';
import { GuideHint } from './GuideHint';
import { Mentions } from './Mentions';

/** The catalogs that the person may read. Administrators create others. */
export function CatalogsPage() {
  const { t } = useLabels();
  const navigate = useNavigate();
  const session = useSession();
  const pages = useCatalogs();
  const [isCreating, setCreating] = useState(false);
  if (pages.isPending || !session.data) {
    return <div className="page"><Skeleton lines={8} /></div>;
  }
  if (pages.isError) {
    return <div className="page"><ProblemMessage error={pages.error} onRetry={() => void pages.refetch()} /></div>;
  }
  const catalogs = pages.data.pages.flatMap((page) => page.catalogs);
  const own = session.data;
  const mayCreate = own.administrator;
  return (
    <div className="page">
      <header className="page-header">
        <h1>{t('dashboard.catalogs')}</h1>
        {mayCreate && <Button className="button primary" onPress={() => setCreating(true)}>{t('dashboard.newCatalog')}</Button>}
      </header>
      <Mentions />
      {catalogs.length === 0 ? (
        <EmptyState title={t('dashboard.noCatalogs')}>
          <p>{t(mayCreate ? 'dashboard.noCatalogsAdministrator' : 'dashboard.noCatalogsMember')}</p>
          {mayCreate && <ButtonLink to="/first-translation" variant="primary">{t('dashboard.guide.start')}</ButtonLink>}
        </EmptyState>
      ) : (
        <>
          <GuideHint />
          <ul className="catalog-cards">
            {catalogs.map((catalog) => <li key={catalog.name}><CatalogCard catalog={catalog} session={own} /></li>)}
          </ul>
        </>
      )}
      {pages.hasNextPage && (
        <Button className="button" onPress={() => void pages.fetchNextPage()}>{t('common.more')}</Button>
      )}
      {mayCreate && (
        <CreateCatalogDialog isOpen={isCreating} onClose={() => setCreating(false)}
          onCreated={(name) => void navigate(`/catalogs/${encodeURIComponent(name)}`)} />
      )}
    </div>
  );
}
