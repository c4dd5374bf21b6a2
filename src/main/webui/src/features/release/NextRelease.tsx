import { useState } from 'react';
import { Button } from 'react-aria-components';
import { Link } from 'react-router';
import { path } from '../../api/client';
import { useCatalog } from '../../api/catalogs';
import { useDraftCounts } from '../../api/draftCounts';
import { usePermission } from '../../api/permissions';
import { useNextRelease, type ReleaseCut } from '../../api/releases';
import { ButtonLink } from '../../components/ButtonLink';
import { EmptyState } from '../../components/EmptyState';
import { ProblemMessage } from '../../components/ProblemMessage';
import { Skeleton } from '../../components/Skeleton';
import { useLabels } from '../../labels/LabelProvider';
import { translateLink } from '../../links';
import { ChangeList } from './ChangeList';
import { classify, isBreaking, totals } from './changes';
import { Gate } from './Gate';
import { LocaleChangesView } from './LocaleChangesView';
import { PublishDialog } from './PublishDialog';
import { TextCounts } from './TextCounts';
import { findBlockers, findWarnings } from './warnings';

/** The channel that apps read unless they ask for another. */
const PRODUCTION = 'production';

interface Props {
  catalog: string;
  /** The number of the latest release; `null` before the first one. */
  latest: number | null;
}

/** The gate of the next release, what it changes, and the button that publishes it. */
export function NextRelease({ catalog, latest }: Props) {
  const { t } = useLabels();
  const canPublish = usePermission(catalog, 'publish');
  const canRead = usePermission(catalog, 'read-draft');
  const counts = useDraftCounts(catalog, canRead === true);
  const next = useNextRelease(catalog, canPublish === true);
  const loaded = useCatalog(catalog).data;
  const sourceLocale = loaded?.sourceLocale ?? '';
  const served = loaded?.channels[PRODUCTION];
  const [isPublishing, setPublishing] = useState(false);
  const warnings = counts.data ? findWarnings(counts.data) : [];
  if (canPublish === false) {
    const blockers = counts.data ? findBlockers(counts.data) : [];
    return (
      <>
        <p className="release-notice">{t(canRead ? 'release.notPublisher' : 'release.notReader')}</p>
        {counts.isError && <ProblemMessage error={counts.error} onRetry={() => void counts.refetch()} />}
        {blockers.length > 0 && (
          <section className="card release-card">
            <h2>{t('release.blockers')}</h2>
            <TextCounts catalog={catalog} label={t('release.blockers')} counts={blockers} blocking />
          </section>
        )}
        {warnings.length > 0 && <Warnings catalog={catalog} counts={warnings} />}
      </>
    );
  }
  if (latest === null && counts.data?.messages === 0) {
    const base = `/catalogs${path(catalog)}`;
    return (
      <EmptyState title={t('release.noMessages')}>
        <p>{t('release.noMessagesHint')}</p>
        <ButtonLink to={`${base}/files`} variant="primary">{t('release.importFiles')}</ButtonLink>
        <ButtonLink to={`${base}/messages`}>{t('release.defineMessages')}</ButtonLink>
      </EmptyState>
    );
  }
  if (next.isError) {
    return <ProblemMessage error={next.error} onRetry={() => void next.refetch()} />;
  }
  if (!next.data) {
    return <div aria-label={t('release.checking')}><Skeleton lines={8} /></div>;
  }
  const cut = next.data;
  if (cut.unchanged) {
    return (
      <EmptyState title={t('release.unchanged')}>
        <p>{t('release.unchangedHint', { release: latest ?? '' })}</p>
        {served !== undefined && served !== latest && (
          <p>
            {t('release.serves', { channel: PRODUCTION, release: served })}{' '}
            <Link to="?view=channels">{t('release.moveTitle', { channel: PRODUCTION })}</Link>
          </p>
        )}
        <ButtonLink to={translateLink(catalog, sourceLocale)}>{t('release.editTexts')}</ButtonLink>
      </EmptyState>
    );
  }
  return (
    <>
      <section className="card release-card" aria-busy={next.isFetching}>
        <Gate catalog={catalog} cut={cut} sourceLocale={sourceLocale} />
        <div className="release-actions">
          <Button className="button primary" isDisabled={!cut.findings.every(isBreaking)} onPress={() => setPublishing(true)}>
            {t('release.publish')}
          </Button>
          <Button className="button" isPending={next.isFetching} onPress={() => void next.refetch()}>{t('release.check')}</Button>
        </div>
      </section>
      {warnings.length > 0 && <Warnings catalog={catalog} counts={warnings} />}
      <NextChanges catalog={catalog} cut={cut} latest={latest} served={served} />
      <PublishDialog catalog={catalog} cut={cut} release={(latest ?? 0) + 1} isOpen={isPublishing} onClose={() => setPublishing(false)} />
    </>
  );
}

function Warnings({ catalog, counts }: { catalog: string; counts: ReturnType<typeof findWarnings> }) {
  const { t } = useLabels();
  return (
    <section className="card release-card">
      <h2>{t('release.warnings')}</h2>
      <TextCounts catalog={catalog} label={t('release.warnings')} counts={counts} />
    </section>
  );
}

interface ChangesProps extends Props {
  cut: ReleaseCut;
  /** The release that apps see. */
  served: number | undefined;
}

function NextChanges({ catalog, cut, latest, served }: ChangesProps) {
  const { t } = useLabels();
  if (cut.changes.length === 0) {
    return null;
  }
  const { all } = totals(cut.changes);
  const listed = cut.changes.reduce((sum, { messages }) => sum + messages.length, 0);
  return (
    <section className="release-section">
      <h2>{latest === null ? t('release.firstRelease') : t('release.changesSince', { release: latest })}</h2>
      <p className="muted">
        {listed < all ? t('release.changesListed', { shown: listed, count: all }) : t('release.changesTotal', { count: all })}
      </p>
      {latest !== null && served !== undefined && served !== latest && (
        <p>
          {t('release.behind', { channel: PRODUCTION, release: served, latest })}{' '}
          <Link to={`?view=compare&from=${served}&to=${latest}`}>{t('release.behindCompare')}</Link>
        </p>
      )}
      <LocaleChangesView catalog={catalog} locales={cut.changes}>
        {(locale) => {
          const found = cut.changes.filter((it) => it.locale === locale);
          const messages = found.flatMap((it) => it.messages);
          return (
            <ChangeList catalog={catalog} locale={locale} changes={classify(messages, cut.findings)}
              unlisted={totals(found).all - messages.length} />
          );
        }}
      </LocaleChangesView>
    </section>
  );
}
