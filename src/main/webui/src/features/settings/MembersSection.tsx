import { useState } from 'react';
import { Button } from 'react-aria-components';
import type { Draft } from '../../api/catalogs';
import { useMembers, useRemoveMember, type Member } from '../../api/members';
import { useAnnounce } from '../../components/Announcements';
import { ProblemMessage } from '../../components/ProblemMessage';
import { Skeleton } from '../../components/Skeleton';
import { useLabels } from '../../labels/LabelProvider';
import { localeName } from '../../locales/localeNames';
import { ConfirmDialog } from './ConfirmDialog';
import { MemberDialog } from './MemberDialog';
import { SettingsSection } from './SettingsSection';

interface Props {
  draft: Draft;
  canChange: boolean;
}

/** The people who work on a catalog. Only those who may change the list may read it. */
export function MembersSection({ draft, canChange }: Props) {
  const { t, locale } = useLabels();
  const announce = useAnnounce();
  const members = useMembers(draft.catalog, canChange);
  const remove = useRemoveMember(draft.catalog);
  const [edited, setEdited] = useState<string | null>(null);
  const [isAdding, setAdding] = useState(false);
  const [asked, setAsked] = useState<Member | null>(null);
  const changed = members.data?.find(({ person }) => person === edited);
  const locales = draft.locales.map((it) => it.locale);
  const close = () => {
    setAsked(null);
    remove.reset();
  };
  const confirm = (member: Member) => remove.mutate(member, {
    onSuccess: () => {
      close();
      announce(t('settings.memberRemoved', { name: member.person }));
    },
  });
  return (
    <SettingsSection id="members" title={t('settings.members')} about={t('settings.membersAbout')}
      readOnly={canChange ? undefined : t('settings.managersSee')}>
      {canChange && members.isPending && <Skeleton lines={3} />}
      {members.isError && <ProblemMessage error={members.error} onRetry={() => void members.refetch()} />}
      {members.data?.length === 0 && <p className="muted">{t('settings.noMembers')}</p>}
      {members.data && members.data.length > 0 && (
        <ul className="settings-list" aria-label={t('settings.members')}>
          {members.data.map((member) => (
            <li key={member.person}>
              <div>
                <p className="settings-name" dir="auto">{member.person}</p>
                <p className="muted">{[t(`settings.role.${member.role}`), ...(member.locales ?? []).map((it) => localeName(it, locale))].join(' · ')}</p>
              </div>
              <div className="settings-actions">
                <Button className="button small" aria-label={t('settings.changeMember', { name: member.person })}
                  onPress={() => setEdited(member.person)}>{t('settings.change')}</Button>
                <Button className="button small" aria-label={t('common.remove', { name: member.person })}
                  onPress={() => setAsked(member)}>{t('settings.remove')}</Button>
              </div>
            </li>
          ))}
        </ul>
      )}
      {canChange && <p><Button className="button" onPress={() => setAdding(true)}>{t('settings.addMember')}</Button></p>}
      {isAdding && <MemberDialog catalog={draft.catalog} locales={locales} member={null} onClose={() => setAdding(false)} />}
      {changed && <MemberDialog catalog={draft.catalog} locales={locales} member={changed} onClose={() => setEdited(null)} />}
      {asked && (
        <ConfirmDialog title={t('settings.removeMemberTitle', { name: asked.person })} confirm={t('settings.remove')}
          isPending={remove.isPending} error={remove.error} onConfirm={() => confirm(asked)} onClose={close}>
          <p>{t('settings.removeMemberEffect')}</p>
        </ConfirmDialog>
      )}
    </SettingsSection>
  );
}
