import { useState } from 'react';
import { Button } from 'react-aria-components';
import type { Draft } from '../../api/catalogs';
import { useSaveVisibility } from '../../api/settings';
import { useAnnounce } from '../../components/Announcements';
import { useLabels } from '../../labels/LabelProvider';
import { ConfirmDialog } from './ConfirmDialog';
import { SettingsSection } from './SettingsSection';

interface Props {
  draft: Draft;
  canChange: boolean;
}

/** Shows and changes the visibility of the releases. A change is confirmed with its consequences. */
export function VisibilitySection({ draft, canChange }: Props) {
  const { t } = useLabels();
  const announce = useAnnounce();
  const save = useSaveVisibility(draft.catalog);
  const [isAsking, setAsking] = useState(false);
  const isPublic = draft.visibility === 'public';
  const close = () => {
    setAsking(false);
    save.reset();
  };
  const confirm = () => save.mutate(!isPublic, {
    onSuccess: () => {
      close();
      announce(t(isPublic ? 'settings.isPrivate' : 'settings.isPublic'));
    },
  });
  const action = t(isPublic ? 'settings.close' : 'settings.open');
  return (
    <SettingsSection id="visibility" title={t('settings.visibility')} readOnly={canChange ? undefined : t('settings.managersOnly')}>
      <p><strong>{t(isPublic ? 'settings.isPublic' : 'settings.isPrivate')}</strong></p>
      <p>{t(isPublic ? 'settings.publicReaders' : 'settings.privateReaders')}</p>
      {canChange && <p><Button className="button" onPress={() => setAsking(true)}>{action}</Button></p>}
      {isAsking && (
        <ConfirmDialog title={t(isPublic ? 'settings.closeTitle' : 'settings.openTitle', { title: draft.title })} confirm={action}
          isPending={save.isPending} error={save.error} onConfirm={confirm} onClose={close}>
          <p>{t(isPublic ? 'settings.privateReaders' : 'settings.publicReaders')}</p>
          {isPublic && <p>{t('settings.closeDelay')}</p>}
        </ConfirmDialog>
      )}
    </SettingsSection>
  );
}
