import { useMemo } from 'react';
import { Outlet, useMatch, useParams } from 'react-router';
import { useCatalog, type Catalog } from '../api/catalogs';
import { mayIn, useSession, type Session } from '../api/session';
import { ProblemMessage } from '../components/ProblemMessage';
import { Skeleton } from '../components/Skeleton';
import { useLabels } from '../labels/LabelProvider';
import { SectionBar } from './SectionBar';
import { useGoKeys } from './useGoKeys';

/** The sections of a catalog, above its pages. */
export function CatalogShell() {
  const { t } = useLabels();
  const { catalog = '' } = useParams();
  const session = useSession();
  const loaded = useCatalog(catalog);
  const open = useMatch('/catalogs/:catalog/translate/:locale')?.params.locale;
  const base = `/catalogs/${encodeURIComponent(catalog)}`;
  const locale = open ?? (loaded.data && session.data ? ownLocale(loaded.data, session.data) : undefined);
  const translate = locale === undefined ? base : `${base}/translate/${encodeURIComponent(locale)}`;
  useGoKeys(useMemo(() => ({ d: base, t: translate, r: `${base}/releases` }), [base, translate]));
  if (loaded.isPending) {
    return <Skeleton lines={8} />;
  }
  if (loaded.isError) {
    return <div className="page"><ProblemMessage error={loaded.error} onRetry={() => void loaded.refetch()} /></div>;
  }
  const sections = [
    { to: base, label: t('dashboard.title') },
    { to: translate, label: t('translate.title') },
    { to: `${base}/messages`, label: t('messages.title') },
    { to: `${base}/releases`, label: t('release.title') },
    { to: `${base}/files`, label: t('exchange.title') },
    { to: `${base}/settings`, label: t('settings.title') },
  ];
  return (
    <>
      <SectionBar sections={sections} />
      <Outlet />
    </>
  );
}

/** Returns the first locale that the person may translate, or else the first one. */
function ownLocale({ name, sourceLocale, locales }: Catalog, session: Session): string {
  const targets = locales.map((it) => it.locale).filter((it) => it !== sourceLocale);
  return targets.find((it) => mayIn(session, name, 'translate', it)) ?? targets[0] ?? sourceLocale;
}
