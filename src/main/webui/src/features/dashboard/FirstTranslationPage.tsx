import { useState } from 'react';
import { useCatalogs } from '../../api/catalogs';
import { mayIn, useSession } from '../../api/session';
import { ProblemMessage } from '../../components/ProblemMessage';
import { Skeleton } from '../../components/Skeleton';
import { useLabels } from '../../labels/LabelProvider';
import './dashboard.css';
import { GuideCatalogStep } from './GuideCatalogStep';
import { GuideLocaleStep } from './GuideLocaleStep';
import { GuideTextStep } from './GuideTextStep';

/** Leads to the first missing text in three steps. Each step appears when the one before is done. */
export function FirstTranslationPage() {
  const { t } = useLabels();
  const session = useSession();
  const pages = useCatalogs();
  const [catalog, setCatalog] = useState<string | null>(null);
  const [locale, setLocale] = useState<string | null>(null);
  if (pages.isPending || !session.data) {
    return <div className="page"><Skeleton lines={8} /></div>;
  }
  if (pages.isError) {
    return <div className="page"><ProblemMessage error={pages.error} onRetry={() => void pages.refetch()} /></div>;
  }
  const own = session.data;
  const catalogs = pages.data.pages.flatMap((page) => page.catalogs).filter((it) => mayIn(own, it.name, 'translate'));
  const chosen = catalogs.find((it) => it.name === catalog);
  const chooseCatalog = (name: string) => {
    setCatalog(name);
    setLocale(null);
  };
  return (
    <div className="page guide">
      <header>
        <h1>{t('dashboard.guide.title')}</h1>
        <p className="muted">{t('dashboard.guide.introduction')}</p>
      </header>
      <ol className="guide-steps">
        <GuideCatalogStep catalogs={catalogs} value={catalog} onChange={chooseCatalog} mayCreate={own.administrator} />
        {chosen && <GuideLocaleStep key={chosen.name} catalog={chosen} session={own} value={locale} onChange={setLocale} />}
        {chosen && locale && <GuideTextStep catalog={chosen} locale={locale} mayManage={mayIn(own, chosen.name, 'manage')} />}
      </ol>
    </div>
  );
}
