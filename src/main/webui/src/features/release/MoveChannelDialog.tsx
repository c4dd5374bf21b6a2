import { useState } from 'react';
import { Button } from 'react-aria-components';
import { useMoveChannel, type Channel } from '../../api/channels';
import type { ReleaseHead } from '../../api/releases';
import { useAnnounce } from '../../components/Announcements';
import { Choice } from '../../components/Choice';
import { Dialog } from '../../components/Dialog';
import { Field } from '../../components/Field';
import { ProblemMessage } from '../../components/ProblemMessage';
import { formatTime } from '../../components/Time';
import { useLabels } from '../../labels/LabelProvider';

interface Props {
  catalog: string;
  channel: Channel;
  releases: readonly ReleaseHead[];
  /** Whether the history shows the move as a rollback. */
  isRollback: boolean;
  /** The release that is selected at first. */
  proposal: number | null;
  onClose: () => void;
}

/** Asks for the release that a channel serves from now on, and says what apps will see. */
export function MoveChannelDialog({ catalog, channel, releases, isRollback, proposal, onClose }: Props) {
  const { t, locale } = useLabels();
  const move = useMoveChannel(catalog);
  const announce = useAnnounce();
  const others = releases.filter(({ release }) => release !== channel.release);
  const [target, setTarget] = useState(String(others.find(({ release }) => release === proposal)?.release ?? others[0]?.release ?? ''));
  const [comment, setComment] = useState('');
  const confirm = () => move.mutate({
    channel: channel.channel, release: Number(target), comment: comment.trim(), moves: channel.moves, rollback: isRollback,
  }, {
    onSuccess: () => {
      announce(t('release.channelMoved', { channel: channel.channel, release: target }));
      onClose();
    },
  });
  return (
    <Dialog title={t(isRollback ? 'release.rollbackTitle' : 'release.moveTitle', { channel: channel.channel })} isOpen
      onClose={() => move.isPending || onClose()}>
      <Choice label={t('release.moveTarget')} value={target} onChange={setTarget} isDisabled={move.isPending}
        options={others.map((it) => ({ id: String(it.release), text: describe(it) }))} />
      <p className="release-effect">{t('release.moveEffect', { channel: channel.channel, from: channel.release, to: target })}</p>
      <Field label={t('release.comment')} hint={t('release.commentHint')} value={comment} onChange={setComment} maxLength={2000}
        multiline />
      {move.isError && <ProblemMessage error={move.error} />}
      <div className="dialog-actions">
        <Button className="button" onPress={onClose} isDisabled={move.isPending}>{t('common.cancel')}</Button>
        <Button className="button primary" onPress={confirm} isDisabled={move.isPending || target === ''}>
          {t(isRollback ? 'release.rollbackConfirm' : 'release.moveConfirm')}
        </Button>
      </div>
    </Dialog>
  );

  function describe({ release, createdAt, comment: about }: ReleaseHead): string {
    return [t('release.number', { release }), formatTime(createdAt, locale), about].filter(Boolean).join(' · ');
  }
}
