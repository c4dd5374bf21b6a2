import { NavLink, Outlet, useParams } from 'react-router';
import { useCatalog } from '../api/catalogs';
import { ProblemMessage } from '../components/ProblemMessage';
import { Skeleton } from '../components/Skeleton';
import { useLabels } from '../labels/LabelProvider';

/** The name and the sections of a catalog, above its pages. */
export function CatalogShell() {
  const { t } = useLabels();
  const { catalog = '' } = useParams();
  const loaded = useCatalog(catalog);
  if (loaded.isPending) {
    return <Skeleton lines={8} />;
  }
  if (loaded.isError) {
    return <div className="page"><ProblemMessage error={loaded.error} onRetry={() => void loaded.refetch()} /></div>;
  }
  const base = `/catalogs/${encodeURIComponent(catalog)}`;
  const firstLocale = loaded.data.locales.find((it) => it.locale !== loaded.data.sourceLocale)?.locale ?? loaded.data.sourceLocale;
  const sections = [
    { to: base, label: t('dashboard.title'), end: true },
    { to: `${base}/translate/${firstLocale}`, label: t('translate.title'), end: false },
    { to: `${base}/messages`, label: t('messages.title'), end: false },
    { to: `${base}/releases`, label: t('release.title'), end: false },
    { to: `${base}/files`, label: t('exchange.title'), end: false },
    { to: `${base}/settings`, label: t('settings.title'), end: false },
  ];
  return (
    <>
      <nav className="catalog-bar" aria-label={t('common.sections')}>
        <span className="catalog-name" dir="auto">{loaded.data.title}</span>
        <ul>
          {sections.map(({ to, label, end }) => <li key={label}><NavLink to={to} end={end}>{label}</NavLink></li>)}
        </ul>
      </nav>
      <Outlet />
    </>
  );
}
