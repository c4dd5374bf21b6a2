import { useState } from 'react';
import { Button } from 'react-aria-components';
import { useParams } from 'react-router';
import { useCatalog, useDraft } from '../../api/catalogs';
import { mayIn, useSession } from '../../api/session';
import { useSummary } from '../../api/summary';
import { useUsageCoverage } from '../../api/usage';
import { ButtonLink } from '../../components/ButtonLink';
import { EmptyState } from '../../components/EmptyState';
import { ProblemMessage } from '../../components/ProblemMessage';
import { Skeleton } from '../../components/Skeleton';
import { useLabels } from '../../labels/LabelProvider';
import { Activity } from './Activity';
import { AddLocaleDialog } from './AddLocaleDialog';
import './dashboard.css';
import { LocaleRows } from './LocaleRows';
import { NextRelease } from './NextRelease';
import { SeenTexts } from './SeenTexts';

/** Shows the progress of a catalog: its locales, its activity and the blockers of its next release. */
export function DashboardPage() {
  const { t } = useLabels();
  const { catalog: name = '' } = useParams();
  const session = useSession();
  const catalog = useCatalog(name);
  const mayRead = session.data ? mayIn(session.data, name, 'read-draft') : false;
  const summary = useSummary(name, mayRead);
  const draft = useDraft(name, mayRead);
  const usage = useUsageCoverage(name, mayRead);
  const [isAdding, setAdding] = useState(false);
  if (!catalog.data || !session.data) {
    return null;
  }
  const mayManage = mayIn(session.data, name, 'manage');
  const base = `/catalogs/${encodeURIComponent(name)}`;
  const release = catalog.data.channels['production'];
  const messages = summary.data?.messages ?? catalog.data.messages;
  return (
    <div className="page">
      <header className="page-header">
        <div>
          <h1 dir="auto">{catalog.data.title}</h1>
          <p className="muted">
            {[
              t('dashboard.messages', { count: messages }),
              t('dashboard.languages', { count: summary.data?.locales.length ?? catalog.data.locales.length }),
              release === undefined ? t('dashboard.notReleased') : t('dashboard.released', { release }),
            ].join(' · ')}
          </p>
        </div>
        <div className="dashboard-actions">
          {mayManage && <Button className="button" onPress={() => setAdding(true)}>{t('dashboard.addLanguage')}</Button>}
          {mayRead && <ButtonLink to={`${base}/files`}>{t('dashboard.importOrExport')}</ButtonLink>}
        </div>
      </header>
      {!mayRead && <EmptyState title={t('dashboard.noDraft')}><p>{t('dashboard.noDraftHint')}</p></EmptyState>}
      {mayRead && summary.isPending && <Skeleton lines={12} />}
      {summary.isError && <ProblemMessage error={summary.error} onRetry={() => void summary.refetch()} />}
      {summary.data && messages === 0 && (
        <EmptyState title={t('dashboard.noMessages')}>
          <p>{t('dashboard.noMessagesHint')}</p>
          {mayManage && <ButtonLink to={`${base}/messages`} variant="primary">{t('dashboard.createMessage')}</ButtonLink>}
        </EmptyState>
      )}
      {summary.data && messages > 0 && (
        <>
          <LocaleRows summary={summary.data} />
          <div className="dashboard-panels">
            <NextRelease summary={summary.data} reviewRequired={draft.data?.reviewRequired === true} />
            <Activity days={summary.data.activity} />
            {usage.data && <SeenTexts catalog={name} usage={usage.data} />}
          </div>
        </>
      )}
      {mayManage && (
        <AddLocaleDialog catalog={name} present={catalog.data.locales.map((it) => it.locale)} isOpen={isAdding}
          onClose={() => setAdding(false)} />
      )}
    </div>
  );
}
