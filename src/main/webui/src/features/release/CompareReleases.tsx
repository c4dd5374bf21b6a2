import { useSearchParams } from 'react-router';
import { useComparison, useReleaseTexts } from '../../api/releases';
import { Choice } from '../../components/Choice';
import { EmptyState } from '../../components/EmptyState';
import { ProblemMessage } from '../../components/ProblemMessage';
import { Skeleton } from '../../components/Skeleton';
import { useLabels } from '../../labels/LabelProvider';
import { ChangeList } from './ChangeList';
import { classify, compareTexts, totals } from './changes';
import { LocaleChangesView } from './LocaleChangesView';

interface Props {
  catalog: string;
  /** The number of the latest release; `null` before the first one. */
  latest: number | null;
}

/** Compares any two releases. Both are in the address; the last two at first. */
export function CompareReleases({ catalog, latest }: Props) {
  const { t } = useLabels();
  const [parameters, setParameters] = useSearchParams();
  if (latest === null || latest < 2) {
    return <EmptyState title={t('release.nothingToCompare')}><p>{t('release.emptyHint')}</p></EmptyState>;
  }
  const numberOf = (name: string, fallback: number) => {
    const number = Number(parameters.get(name));
    return Number.isInteger(number) && number >= 1 && number <= latest ? number : fallback;
  };
  const before = numberOf('from', latest - 1);
  const after = numberOf('to', latest);
  const choose = (name: string, release: string) => setParameters((previous) => {
    previous.set(name, release);
    return previous;
  }, { replace: true });
  // Releases are numbered without gaps.
  const options = Array.from({ length: latest }, (_, index) => ({
    id: String(latest - index), text: t('release.number', { release: latest - index }),
  }));
  return (
    <>
      <div className="release-compare">
        <Choice label={t('release.compareFrom')} value={String(before)} onChange={(it) => choose('from', it)} options={options} />
        <Choice label={t('release.compareTo')} value={String(after)} onChange={(it) => choose('to', it)} options={options} />
      </div>
      <Comparison catalog={catalog} before={before} after={after} />
    </>
  );
}

interface ComparisonProps {
  catalog: string;
  before: number;
  after: number;
}

function Comparison({ catalog, before, after }: ComparisonProps) {
  const { t } = useLabels();
  const comparison = useComparison(catalog, before, after);
  if (comparison.isPending) {
    return <Skeleton lines={6} />;
  }
  if (comparison.isError) {
    return <ProblemMessage error={comparison.error} onRetry={() => void comparison.refetch()} />;
  }
  const { changes } = comparison.data;
  return changes.length === 0 ? <EmptyState title={t('release.noChanges')} /> : (
    <section className="release-section">
      <p className="muted">{t('release.changesTotal', { count: totals(changes).all })}</p>
      <LocaleChangesView catalog={catalog} locales={changes}>
        {(locale) => <LocaleComparison catalog={catalog} before={before} after={after} locale={locale} />}
      </LocaleChangesView>
    </section>
  );
}

/** The changes of one locale. Both bundles never change, so browsers keep them. */
function LocaleComparison({ catalog, before, after, locale }: ComparisonProps & { locale: string }) {
  const one = useReleaseTexts(catalog, before, locale);
  const other = useReleaseTexts(catalog, after, locale);
  if (one.isError || other.isError) {
    return <ProblemMessage error={one.error ?? other.error} onRetry={() => void Promise.all([one.refetch(), other.refetch()])} />;
  }
  if (one.data === undefined || other.data === undefined) {
    return <Skeleton lines={6} />;
  }
  return <ChangeList catalog={catalog} locale={locale} changes={classify(compareTexts(one.data ?? {}, other.data ?? {}))} />;
}
