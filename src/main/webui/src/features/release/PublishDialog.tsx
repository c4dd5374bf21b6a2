import { useState } from 'react';
import { Button } from 'react-aria-components';
import { useDraft } from '../../api/catalogs';
import { useChannels, useMoveChannel } from '../../api/channels';
import { useCreateRelease, useRefreshCatalog, type ReleaseCut } from '../../api/releases';
import { useAnnounce } from '../../components/Announcements';
import { Check } from '../../components/Check';
import { Choice } from '../../components/Choice';
import { Dialog } from '../../components/Dialog';
import { Field } from '../../components/Field';
import { ProblemMessage } from '../../components/ProblemMessage';
import { useLabels } from '../../labels/LabelProvider';
import { totals } from './changes';

interface Props {
  catalog: string;
  /** The dry run that was shown. */
  cut: ReleaseCut;
  /** The number that the release gets, unless another one is made first. */
  release: number;
  isOpen: boolean;
  onClose: () => void;
}

const PRODUCTION = 'production';
/** No channel can have these names. */
const NONE = '*';
const OTHER = '+';

/** Asks for the channel and a comment, says what apps will see, then creates the release and moves the channel. */
export function PublishDialog({ catalog, cut, release, isOpen, onClose }: Props) {
  const { t } = useLabels();
  const channels = useChannels(catalog).data ?? [];
  const draft = useDraft(catalog);
  const create = useCreateRelease(catalog);
  const move = useMoveChannel(catalog);
  const refresh = useRefreshCatalog(catalog);
  const announce = useAnnounce();
  const [comment, setComment] = useState('');
  const [choice, setChoice] = useState(PRODUCTION);
  const [newName, setNewName] = useState('');
  const [accepted, setAccepted] = useState(false);
  // Kept if only the move fails, so that a second attempt creates no second release.
  const [created, setCreated] = useState<number | null>(null);
  const isPending = create.isPending || move.isPending;
  const isBreaking = cut.findings.length > 0;
  const name = choice === OTHER ? newName.trim() : choice;
  const current = channels.find(({ channel }) => channel === name);
  const names = [...new Set([PRODUCTION, ...channels.map(({ channel }) => channel)])];

  const close = () => {
    create.reset();
    move.reset();
    setCreated(null);
    setAccepted(false);
    setComment('');
    onClose();
    if (created !== null) {
      refresh();
    }
  };
  const publish = async () => {
    const number = created ?? (await create.mutateAsync({ comment: comment.trim(), acceptBreaking: accepted })).release?.release ?? release;
    setCreated(number);
    if (name === NONE) {
      announce(t('release.createdOnly', { release: number }));
    } else {
      await move.mutateAsync({ channel: name, release: number, comment: comment.trim(), moves: current?.moves, rollback: false });
      announce(t('release.channelMoved', { channel: name, release: number }));
    }
    close();
    refresh();
  };
  const effect = name === NONE ? t('release.publishNoEffect', { release })
    : current ? t('release.publishEffect', { channel: name, release, from: current.release })
      : t('release.publishEffectNew', { channel: name, release });
  return (
    <Dialog title={t('release.publishTitle', { release })} isOpen={isOpen} onClose={() => isPending || close()}>
      <p>{t('release.publishSummary', { release, count: totals(cut.changes).all, locales: cut.changes.length })}</p>
      <Choice label={t('release.channel')} value={choice} onChange={setChoice} isDisabled={isPending} options={[
        ...names.map((id) => ({ id, text: id })),
        { id: OTHER, text: t('release.newChannel') },
        { id: NONE, text: t('release.noChannel') },
      ]} />
      {choice === OTHER && <Field label={t('release.newChannelName')} value={newName} onChange={setNewName} isRequired />}
      <p className="release-effect">{effect}</p>
      {name !== NONE && draft.data?.visibility === 'private' && <p className="hint">{t('release.privateCatalog')}</p>}
      <Field label={t('release.comment')} hint={t('release.commentHint')} value={comment} onChange={setComment} maxLength={2000} multiline
        isDisabled={created !== null} />
      {isBreaking && <Check label={t('release.accept')} hint={t('release.acceptHint')} checked={accepted} onChange={setAccepted} />}
      <div role="status">{isPending && t(move.isPending ? 'release.publishingMove' : 'release.publishing')}</div>
      {created !== null && move.isError && <p>{t('release.created', { release: created })}</p>}
      {(create.error ?? move.error) && <ProblemMessage error={create.error ?? move.error} />}
      <div className="dialog-actions">
        <Button className="button" onPress={close} isDisabled={isPending}>{t('common.cancel')}</Button>
        <Button className="button primary" isDisabled={isPending || isBreaking && !accepted || choice === OTHER && name === ''}
          onPress={() => void publish().catch(keepOpen)}>
          {t('release.publish')}
        </Button>
      </div>
    </Dialog>
  );
}

/** The mutations hold the error, and the dialog shows it. */
function keepOpen(): void {}
