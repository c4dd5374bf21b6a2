import type { Catalog } from '../../api/catalogs';
import { useMissing } from '../../api/summary';
import { ButtonLink } from '../../components/ButtonLink';
import { ProblemMessage } from '../../components/ProblemMessage';
import { Skeleton } from '../../components/Skeleton';
import { useLabels } from '../../labels/LabelProvider';
import { localeName } from '../../locales/localeNames';
import { translateAddress } from '../../locales/translateAddress';

interface Props {
  catalog: Catalog;
  locale: string;
  mayManage: boolean;
}

/** The last step: the first text that is missing, and the way to it. */
export function GuideTextStep({ catalog, locale, mayManage }: Props) {
  const { t, locale: editorLocale } = useLabels();
  const missing = useMissing(catalog.name, locale);
  const first = missing.data?.rows[0];
  const base = `/catalogs/${encodeURIComponent(catalog.name)}`;
  return (
    <li className="card guide-step">
      <h2>{t('dashboard.guide.text')}</h2>
      {missing.isPending && <Skeleton lines={2} />}
      {missing.isError && <ProblemMessage error={missing.error} onRetry={() => void missing.refetch()} />}
      {missing.data && first && (
        <>
          <p>{t('dashboard.guide.missing', { count: missing.data.total, language: localeName(locale, editorLocale) })}</p>
          <blockquote dir="auto" lang={catalog.sourceLocale}>{first.source ?? first.key}</blockquote>
          <ButtonLink to={translateAddress(catalog.name, locale, { state: 'untranslated', key: first.key })} state={{ focus: true }} variant="primary">
            {t('dashboard.guide.translate')}
          </ButtonLink>
        </>
      )}
      {missing.data && !first && (catalog.messages > 0 ? (
        <>
          <p>{t('dashboard.guide.complete', { language: localeName(locale, editorLocale) })}</p>
          <ButtonLink to={translateAddress(catalog.name, locale)} variant="primary">{t('dashboard.guide.openTexts')}</ButtonLink>
        </>
      ) : (
        <>
          <p>{t('dashboard.guide.noMessages')}</p>
          {mayManage && <ButtonLink to={`${base}/messages`} variant="primary">{t('dashboard.createMessage')}</ButtonLink>}
          {mayManage && <ButtonLink to={`${base}/files`}>{t('dashboard.importFile')}</ButtonLink>}
        </>
      ))}
    </li>
  );
}
