import { Link } from 'react-router';
import { useDraft, type Catalog } from '../../api/catalogs';
import { mayIn, type Session } from '../../api/session';
import { useLabels } from '../../labels/LabelProvider';
import { localeName } from '../../locales/localeNames';
import { completenessOf } from './completeness';

/** A catalog at a glance. For those who may read the draft the numbers are those of the draft, otherwise those of the release. */
export function CatalogCard({ catalog, session }: { catalog: Catalog; session: Session }) {
  const { t, locale } = useLabels();
  const mayReadDraft = mayIn(session, catalog.name, 'read-draft');
  const draft = useDraft(catalog.name, mayReadDraft);
  const release = catalog.channels['production'];
  const completeness = completenessOf(catalog, draft.data);
  const messages = draft.data?.messages ?? catalog.messages;
  return (
    <article className="card catalog-card" aria-busy={mayReadDraft && draft.isPending}>
      <h2><Link to={`/catalogs/${encodeURIComponent(catalog.name)}`} dir="auto">{catalog.title}</Link></h2>
      {draft.data && <span className="badge">{t(`dashboard.${draft.data.visibility}`)}</span>}
      <p className="muted catalog-card-source">{t('dashboard.sourceLocale', { language: localeName(catalog.sourceLocale, locale) })}</p>
      <p className="catalog-card-counts">
        {t('dashboard.messages', { count: messages })} · {t('dashboard.languages', { count: catalog.locales.length })}
      </p>
      {messages > 0 && (
        <div className="catalog-card-progress">
          <meter className="visually-hidden" aria-label={t('dashboard.completeness')} min={0} max={1} value={completeness} />
          <span className="progress-track" aria-hidden><span style={{ inlineSize: `${completeness * 100}%` }} /></span>
          <span aria-hidden>{new Intl.NumberFormat(locale, { style: 'percent' }).format(completeness)}</span>
        </div>
      )}
      <p className="muted catalog-card-release">
        {release === undefined ? t('dashboard.notReleased') : t('dashboard.released', { release })}
      </p>
    </article>
  );
}
