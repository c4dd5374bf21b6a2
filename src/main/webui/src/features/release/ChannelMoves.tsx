import { ChevronDown } from 'lucide-react';
import { Button, Disclosure, DisclosurePanel, Heading } from 'react-aria-components';
import type { ChannelMove } from '../../api/channels';
import { Time } from '../../components/Time';
import { useLabels } from '../../labels/LabelProvider';

interface Props {
  channel: string;
  /** Newest first. */
  moves: readonly ChannelMove[];
  onMore: (() => void) | undefined;
}

/** Lists the moves of a channel with their releases, authors, times and comments. */
export function ChannelMoves({ channel, moves, onMore }: Props) {
  const { t } = useLabels();
  return (
    <Disclosure className="release-disclosure">
      <Heading level={3}>
        <Button slot="trigger" className="button quiet small">
          <ChevronDown aria-hidden size={16} />
          {t('release.moveHistoryOf', { channel })}
        </Button>
      </Heading>
      <DisclosurePanel>
        <ol className="release-moves">
          {moves.map((move) => (
            <li key={move.move}>
              <span className="release-move-what">
                {move.previous === undefined || move.previous === null
                  ? t('release.movedFirst', { to: move.release })
                  : t(move.rollback ? 'release.rolledBack' : 'release.moved', { from: move.previous, to: move.release })}
              </span>
              <span className="muted">
                {move.movedBy && <span dir="auto">{move.movedBy}</span>}
                <Time value={move.movedAt} />
              </span>
              {move.comment && <p><bdi>{move.comment}</bdi></p>}
            </li>
          ))}
        </ol>
        {onMore && <Button className="button small" onPress={onMore}>{t('common.more')}</Button>}
      </DisclosurePanel>
    </Disclosure>
  );
}
