import { Navigate, useParams } from 'react-router';
import { useCatalog } from '../../api/catalogs';
import { ApiError } from '../../api/client';
import { useMessage } from '../../api/messages';
import { ButtonLink } from '../../components/ButtonLink';
import { EmptyState } from '../../components/EmptyState';
import { ProblemMessage } from '../../components/ProblemMessage';
import { Skeleton } from '../../components/Skeleton';
import { useLabels } from '../../labels/LabelProvider';
import { translateAddress } from '../../locales/translateAddress';
import { bestLocale } from './bestLocale';

/** Leads from the key that a pseudo-locale shows on a screen to its text in the reader's language. */
export function GoToMessage() {
  const { t, locale } = useLabels();
  const { catalog = '', key = '' } = useParams();
  const loaded = useCatalog(catalog);
  const message = useMessage(catalog, key);
  const error = loaded.error ?? message.error;
  if (error instanceof ApiError && error.problem.code === 'unknown-message') {
    return (
      <div className="page">
        <h1>{t('messages.title')}</h1>
        <EmptyState title={t('messages.unknown', { key })}>
          <p>{t('messages.unknownHint')}</p>
          <ButtonLink to={`/catalogs/${encodeURIComponent(catalog)}/messages`}>{t('messages.all')}</ButtonLink>
        </EmptyState>
      </div>
    );
  }
  if (error) {
    return (
      <div className="page">
        <h1>{t('messages.title')}</h1>
        <ProblemMessage error={error} onRetry={() => void Promise.all([loaded.refetch(), message.refetch()])} />
      </div>
    );
  }
  if (!loaded.data || !message.data) {
    return <Skeleton lines={8} />;
  }
  const offered = loaded.data.locales.map((it) => it.locale);
  return <Navigate replace to={translateAddress(catalog, bestLocale(offered, [locale, ...navigator.languages], loaded.data.sourceLocale), { key })} />;
}
