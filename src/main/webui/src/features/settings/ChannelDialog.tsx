import { useState, type FormEvent } from 'react';
import { Button } from 'react-aria-components';
import { useMoveChannel } from '../../api/channels';
import { problemOf } from '../../api/problems';
import type { ReleaseHead } from '../../api/releases';
import { useAnnounce } from '../../components/Announcements';
import { Choice } from '../../components/Choice';
import { Dialog } from '../../components/Dialog';
import { Field } from '../../components/Field';
import { ProblemMessage } from '../../components/ProblemMessage';
import { SubmitButton } from '../../components/SubmitButton';
import { useLabels } from '../../labels/LabelProvider';

interface Props {
  catalog: string;
  releases: readonly ReleaseHead[];
  onClose: () => void;
}

/** Creates a channel by pointing it at a release. */
export function ChannelDialog({ catalog, releases, onClose }: Props) {
  const { t } = useLabels();
  const announce = useAnnounce();
  const create = useMoveChannel(catalog);
  const [channel, setChannel] = useState('');
  const [release, setRelease] = useState(String(releases[0]?.release ?? ''));
  const submit = (event: FormEvent) => {
    event.preventDefault();
    create.mutate({ channel: channel.trim(), release: Number(release), comment: '', rollback: false }, {
      onSuccess: () => {
        announce(t('settings.channelCreated', { channel: channel.trim() }));
        onClose();
      },
    });
  };
  const nameProblem = problemOf(create.error, 'invalid-name', 'resource-exists');
  return (
    <Dialog title={t('settings.createChannel')} isOpen onClose={onClose}>
      <form className="settings-form" onSubmit={submit}>
        <Field label={t('settings.channelName')} hint={t('settings.channelNameHint')} error={nameProblem} value={channel} onChange={setChannel}
          isRequired maxLength={64} autoFocus autoComplete="off" />
        <Choice label={t('settings.channelRelease')} value={release} onChange={setRelease}
          options={releases.map((it) => ({ id: String(it.release), text: t('settings.release', { release: it.release }) }))} />
        {create.isError && !nameProblem && <ProblemMessage error={create.error} />}
        <div className="dialog-actions">
          <Button className="button" onPress={onClose}>{t('common.cancel')}</Button>
          <SubmitButton variant="primary" isPending={create.isPending} isDisabled={release === ''}>{t('common.create')}</SubmitButton>
        </div>
      </form>
    </Dialog>
  );
}
