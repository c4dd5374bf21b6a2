import { useState } from 'react';
import { Button } from 'react-aria-components';
import { useChannelMoves, useChannels, type Channel } from '../../api/channels';
import { usePermission } from '../../api/permissions';
import type { ReleaseHead } from '../../api/releases';
import { EmptyState } from '../../components/EmptyState';
import { ProblemMessage } from '../../components/ProblemMessage';
import { Skeleton } from '../../components/Skeleton';
import { formatTime } from '../../components/Time';
import { useLabels } from '../../labels/LabelProvider';
import { ChannelMoves } from './ChannelMoves';
import { MoveChannelDialog } from './MoveChannelDialog';
import { releaseBefore } from './rollback';

/** The channels with the release of each, who moved it, and the buttons that move it. */
export function ChannelList({ catalog, releases }: { catalog: string; releases: readonly ReleaseHead[] }) {
  const { t } = useLabels();
  const channels = useChannels(catalog);
  const canPublish = usePermission(catalog, 'publish');
  if (channels.isPending) {
    return <Skeleton lines={4} />;
  }
  if (channels.isError) {
    return <ProblemMessage error={channels.error} onRetry={() => void channels.refetch()} />;
  }
  if (channels.data.length === 0) {
    return <EmptyState title={t('release.noChannels')}><p>{t('release.noChannelsHint')}</p></EmptyState>;
  }
  return (
    <>
      {canPublish === false && <p className="release-notice">{t('release.notPublisher')}</p>}
      <ul className="release-channels">
        {channels.data.map((channel) => (
          <ChannelCard key={channel.channel} catalog={catalog} channel={channel} releases={releases} canPublish={canPublish === true} />
        ))}
      </ul>
    </>
  );
}

/** The number of moves that are read at first, enough for the release before. */
const FEW = 20;
const MANY = 500;

interface CardProps {
  catalog: string;
  channel: Channel;
  releases: readonly ReleaseHead[];
  canPublish: boolean;
}

function ChannelCard({ catalog, channel, releases, canPublish }: CardProps) {
  const { t, locale } = useLabels();
  const [limit, setLimit] = useState(FEW);
  const [dialog, setDialog] = useState<'move' | 'rollback' | null>(null);
  const loaded = useChannelMoves(catalog, channel.channel, limit);
  const moves = loaded.data ?? [];
  const last = moves[0];
  const before = releaseBefore(moves);
  const rollback = String(last?.rollback ?? false);
  return (
    <li className="card release-card">
      <div className="release-channel-head">
        <div>
          <h2><span dir="auto">{channel.channel}</span></h2>
          <p>{t('release.number', { release: channel.release })}</p>
          {last && (
            <p className="muted">
              {last.movedBy
                ? t('release.lastMoved', { rollback, name: last.movedBy, date: formatTime(last.movedAt, locale) })
                : t('release.lastMovedAt', { rollback, date: formatTime(last.movedAt, locale) })}
            </p>
          )}
        </div>
        {canPublish && (
          <div className="release-actions">
            {before !== null && <Button className="button" onPress={() => setDialog('rollback')}>{t('release.rollback')}</Button>}
            {releases.length > 1 && <Button className="button quiet" onPress={() => setDialog('move')}>{t('release.move')}</Button>}
          </div>
        )}
      </div>
      {loaded.isError && <ProblemMessage error={loaded.error} onRetry={() => void loaded.refetch()} />}
      {moves.length > 0 && (
        <ChannelMoves channel={channel.channel} moves={moves}
          onMore={channel.moves > moves.length && limit < MANY ? () => setLimit(MANY) : undefined} />
      )}
      {dialog && (
        <MoveChannelDialog catalog={catalog} channel={channel} releases={releases} isRollback={dialog === 'rollback'}
          proposal={dialog === 'rollback' ? before : releases[0]?.release ?? null} onClose={() => setDialog(null)} />
      )}
    </li>
  );
}
