import { Link } from 'react-router';
import { useDraft, type Catalog } from '../../api/catalogs';
import { mayIn, type Session } from '../../api/session';
import { useLabels } from '../../labels/LabelProvider';
import { localeName } from '../../locales/localeNames';
import { translateAddress } from '../../locales/translateAddress';
import { completenessOf } from './completeness';

/** A catalog at a glance. For those who may read the draft the numbers are those of the draft, otherwise those of the release. */
export function CatalogCard({ catalog, session }: { catalog: Catalog; session: Session }) {
  const { t, locale } = useLabels();
  const mayReadDraft = mayIn(session, catalog.name, 'read-draft');
  const draft = useDraft(catalog.name, mayReadDraft);
  // Only public catalogs are listed for people who have no permission in them.
  const visibility = draft.data?.visibility ?? (mayIn(session, catalog.name, 'read') ? null : 'public');
  const todo = (draft.data?.locales ?? []).filter((it) => it.untranslated > 0 && isOwn(session, catalog.name, it.locale, locale));
  const release = catalog.channels['production'];
  const completeness = completenessOf(catalog, draft.data);
  const messages = draft.data?.messages ?? catalog.messages;
  return (
    <article className="card catalog-card" aria-busy={mayReadDraft && draft.isPending}>
      <h2><Link to={`/catalogs/${encodeURIComponent(catalog.name)}`} dir="auto">{catalog.title}</Link></h2>
      {visibility && <span className="badge">{t(`dashboard.${visibility}`)}</span>}
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
      {todo.length > 0 && (
        <ul className="catalog-card-todo">
          {todo.map((it) => (
            <li key={it.locale}>
              <Link to={translateAddress(catalog.name, it.locale, { state: 'untranslated' })}>
                {`${localeName(it.locale, locale)}: ${t('dashboard.missing', { count: it.untranslated })}`}
              </Link>
            </li>
          ))}
        </ul>
      )}
      <p className="muted catalog-card-release">
        {release === undefined ? t('dashboard.notReleased') : t('dashboard.released', { release })}
      </p>
    </article>
  );
}

/** Whether the person translates into a locale: one that limits their role, or the language of the editor. */
function isOwn(session: Session, catalog: string, locale: string, language: string): boolean {
  const limits = session.catalogs.find((it) => it.catalog === catalog)?.locales ?? [];
  return mayIn(session, catalog, 'translate', locale) && (limits.length > 0 || locale.split('-')[0] === language.split('-')[0]);
}
