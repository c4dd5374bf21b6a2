import { useState } from 'react';
import { Button } from 'react-aria-components';
import { Link } from 'react-router';
import { useChannels } from '../../api/channels';
import { useReleases } from '../../api/releases';
import { ProblemMessage } from '../../components/ProblemMessage';
import { Skeleton } from '../../components/Skeleton';
import { useLabels } from '../../labels/LabelProvider';
import { ChannelDialog } from './ChannelDialog';
import { SettingsSection } from './SettingsSection';

interface Props {
  catalog: string;
  canChange: boolean;
}

/** The channels that apps read. Moving them belongs to the page of the releases. */
export function ChannelsSection({ catalog, canChange }: Props) {
  const { t } = useLabels();
  const channels = useChannels(catalog);
  const loaded = useReleases(catalog);
  const [isCreating, setCreating] = useState(false);
  const releases = loaded.data?.pages.flatMap((page) => page.releases) ?? [];
  return (
    <SettingsSection id="channels" title={t('settings.channels')} about={t('settings.channelsAbout')}
      readOnly={canChange ? undefined : t('settings.publishersOnly')}>
      {channels.isPending && <Skeleton lines={2} />}
      {channels.isError && <ProblemMessage error={channels.error} onRetry={() => void channels.refetch()} />}
      {channels.data && channels.data.length > 0 && (
        <ul className="settings-list" aria-label={t('settings.channels')}>
          {channels.data.map(({ channel, release }) => (
            <li key={channel}>
              <p className="settings-name" dir="ltr">{channel}</p>
              <p className="muted">{t('settings.release', { release })}</p>
            </li>
          ))}
        </ul>
      )}
      {loaded.data && releases.length === 0 && <p className="muted">{t('settings.noReleases')}</p>}
      <div className="settings-actions">
        {canChange && releases.length > 0 && <Button className="button" onPress={() => setCreating(true)}>{t('settings.createChannel')}</Button>}
        <Link className="button quiet" to={`/catalogs/${encodeURIComponent(catalog)}/releases`}>{t('settings.toReleases')}</Link>
      </div>
      {isCreating && <ChannelDialog catalog={catalog} releases={releases} onClose={() => setCreating(false)} />}
    </SettingsSection>
  );
}
