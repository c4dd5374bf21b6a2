import { Copy } from 'lucide-react';
import { Button } from 'react-aria-components';
import { useLocaleNames } from '../../api/localeNames';
import { useRelease } from '../../api/releases';
import { useAnnounce } from '../../components/Announcements';
import { Dialog } from '../../components/Dialog';
import { ProblemMessage } from '../../components/ProblemMessage';
import { Skeleton } from '../../components/Skeleton';
import { useLabels } from '../../labels/LabelProvider';

interface Props {
  catalog: string;
  release: number;
  onClose: () => void;
}

/** The SHA-256 digests of the bundles of a release, to compare with what an app has. */
export function DigestDialog({ catalog, release, onClose }: Props) {
  const { t } = useLabels();
  const nameOf = useLocaleNames(catalog);
  const announce = useAnnounce();
  const loaded = useRelease(catalog, release);
  const copy = (digest: string) => void navigator.clipboard.writeText(digest).then(() => announce(t('release.copied')));
  return (
    <Dialog title={t('release.digests', { release })} isOpen onClose={onClose}>
      {loaded.isPending && <Skeleton lines={4} />}
      {loaded.isError && <ProblemMessage error={loaded.error} onRetry={() => void loaded.refetch()} />}
      <ul className="release-digests">
        {loaded.data?.bundles.map(({ locale, digest, changedIn }) => (
          <li key={locale}>
            <p>
              <span dir="auto">{nameOf(locale)}</span>
              <span className="muted">{t('release.changedIn', { release: changedIn })}</span>
            </p>
            <code dir="ltr">{digest}</code>
            <Button className="button quiet small" aria-label={t('release.copyDigest', { locale: nameOf(locale) })}
              onPress={() => copy(digest)}>
              <Copy aria-hidden size={16} />
            </Button>
          </li>
        ))}
      </ul>
      <div className="dialog-actions">
        <Button className="button" onPress={onClose}>{t('common.close')}</Button>
      </div>
    </Dialog>
  );
}
