import { useState } from 'react';
import { Button } from 'react-aria-components';
import { useCatalog } from '../../api/catalogs';
import type { ReleaseHead } from '../../api/releases';
import { EmptyState } from '../../components/EmptyState';
import { Time } from '../../components/Time';
import { useLabels } from '../../labels/LabelProvider';
import { DigestDialog } from './DigestDialog';

interface Props {
  catalog: string;
  /** Newest first. */
  releases: readonly ReleaseHead[];
  onCompare: (before: number, after: number) => void;
  onMore: (() => void) | undefined;
}

/** All releases: who created them, when and why, and which channels serve them. */
export function History({ catalog, releases, onCompare, onMore }: Props) {
  const { t } = useLabels();
  const channels = Object.entries(useCatalog(catalog).data?.channels ?? {});
  const [digestsOf, setDigestsOf] = useState<number | null>(null);
  if (releases.length === 0) {
    return <EmptyState title={t('release.noReleases')}><p>{t('release.emptyHint')}</p></EmptyState>;
  }
  return (
    <>
      <ol className="release-history" aria-label={t('release.releases')}>
        {releases.map(({ release, createdAt, createdBy, comment }) => (
          <li key={release} className="release-row">
            <div>
              <p className="release-row-head">
                <strong id={`release-${release}`}>{t('release.number', { release })}</strong>
                {channels.filter(([, served]) => served === release).map(([channel]) => (
                  <span key={channel} className="badge success" dir="auto">{channel}</span>
                ))}
              </p>
              {comment && <p><bdi>{comment}</bdi></p>}
              <p className="muted release-row-by">
                {createdBy && <span dir="auto">{createdBy}</span>}
                <Time value={createdAt} />
              </p>
            </div>
            <div className="release-actions">
              {release > 1 && (
                <Button className="button small" aria-label={t('release.compareWith', { before: release - 1, after: release })}
                  onPress={() => onCompare(release - 1, release)}>
                  {t('release.compare')}
                </Button>
              )}
              <Button className="button small" id={`digests-${release}`} aria-labelledby={`digests-${release} release-${release}`}
                onPress={() => setDigestsOf(release)}>
                {t('release.digestsShow')}
              </Button>
            </div>
          </li>
        ))}
      </ol>
      {onMore && <Button className="button" onPress={onMore}>{t('common.more')}</Button>}
      {digestsOf !== null && <DigestDialog catalog={catalog} release={digestsOf} onClose={() => setDigestsOf(null)} />}
    </>
  );
}
