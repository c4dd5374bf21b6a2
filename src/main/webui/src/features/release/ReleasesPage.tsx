import { useParams, useSearchParams } from 'react-router';
import { useCatalog } from '../../api/catalogs';
import { useReleases } from '../../api/releases';
import { ProblemMessage } from '../../components/ProblemMessage';
import { Sections } from '../../components/Sections';
import { Skeleton } from '../../components/Skeleton';
import { useLabels } from '../../labels/LabelProvider';
import { ChannelList } from './ChannelList';
import { CompareReleases } from './CompareReleases';
import { History } from './History';
import { NextRelease } from './NextRelease';
import './release.css';

const VIEWS = ['next', 'channels', 'history', 'compare'] as const;

type View = (typeof VIEWS)[number];

/** The next release, the channels, and the releases so far. The selected part is in the address. */
export function ReleasesPage() {
  const { t } = useLabels();
  const { catalog = '' } = useParams();
  const releases = useReleases(catalog);
  const channels = useCatalog(catalog).data?.channels ?? {};
  const [parameters, setParameters] = useSearchParams();
  const view = VIEWS.find((it) => it === parameters.get('view')) ?? 'next';
  if (releases.isPending) {
    return <Skeleton lines={8} />;
  }
  if (releases.isError) {
    return <div className="page"><ProblemMessage error={releases.error} onRetry={() => void releases.refetch()} /></div>;
  }
  const heads = releases.data.pages.flatMap((page) => page.releases);
  const select = (id: View) => setParameters(id === 'next' ? {} : { view: id });
  const compare = (before: number, after: number) => setParameters({ view: 'compare', from: String(before), to: String(after) });
  return (
    <div className="page release-page">
      <header className="page-header">
        <h1>{t('release.title')}</h1>
        <p className="release-status">
          {Object.entries(channels).map(([channel, release]) => (
            <span key={channel} className="badge">{t('release.serves', { channel, release })}</span>
          ))}
        </p>
      </header>
      <Sections label={t('release.title')} selected={view} onSelect={select} sections={[
        { id: 'next', text: t('release.next'), content: <NextRelease catalog={catalog} latest={heads[0]?.release ?? null} /> },
        { id: 'channels', text: t('release.channels'), content: <ChannelList catalog={catalog} releases={heads} /> },
        {
          id: 'history',
          text: t('release.history'),
          content: (
            <History catalog={catalog} releases={heads} onCompare={compare}
              onMore={releases.hasNextPage ? () => void releases.fetchNextPage() : undefined} />
          ),
        },
        { id: 'compare', text: t('release.compare'), content: <CompareReleases catalog={catalog} latest={heads[0]?.release ?? null} /> },
      ]} />
    </div>
  );
}
