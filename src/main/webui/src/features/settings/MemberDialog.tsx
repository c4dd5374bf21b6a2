import { useState, type FormEvent } from 'react';
import { Button } from 'react-aria-components';
import { ROLES, useSaveMember, type Member, type Role } from '../../api/members';
import { problemAt, problemOf } from '../../api/problems';
import { useAnnounce } from '../../components/Announcements';
import { Choice } from '../../components/Choice';
import { Dialog } from '../../components/Dialog';
import { Field } from '../../components/Field';
import { ProblemMessage } from '../../components/ProblemMessage';
import { SubmitButton } from '../../components/SubmitButton';
import { useLabels } from '../../labels/LabelProvider';
import { LocaleLimit } from './LocaleLimit';

interface Props {
  catalog: string;
  locales: readonly string[];
  /** The member to change; `null` to add a person. */
  member: Member | null;
  onClose: () => void;
}

/** Adds a person to a catalog, or changes what they can do. */
export function MemberDialog({ catalog, locales, member, onClose }: Props) {
  const { t } = useLabels();
  const announce = useAnnounce();
  const save = useSaveMember(catalog);
  const [person, setPerson] = useState(member?.person ?? '');
  const [role, setRole] = useState<Role>(member?.role ?? 'translator');
  const [limit, setLimit] = useState<string[]>(member?.locales ?? []);
  const isLimitable = role === 'translator' || role === 'reviewer';
  const submit = (event: FormEvent) => {
    event.preventDefault();
    save.mutate({ person: person.trim(), role, locales: isLimitable ? limit : [], version: member?.version }, {
      onSuccess: () => {
        announce(t('settings.memberSaved', { name: person.trim() }));
        onClose();
      },
    });
  };
  const unknown = problemOf(save.error, 'unknown-account') === undefined ? undefined : t('settings.unknownPerson');
  const personProblem = unknown ?? problemOf(save.error, 'invalid-name', 'resource-exists', 'unverified-identity')
    ?? problemAt(save.error, '/person');
  return (
    <Dialog title={member ? t('settings.changeMemberTitle', { name: member.person }) : t('settings.addMember')} isOpen onClose={onClose}>
      <form className="settings-form" onSubmit={submit}>
        {!member && (
          <Field label={t('settings.person')} hint={t('settings.personHint')} error={personProblem} value={person} onChange={setPerson}
            isRequired maxLength={128} autoFocus autoComplete="off" />
        )}
        <div className="field">
          <Choice label={t('settings.role')} value={role} onChange={setRole}
            options={ROLES.map((id) => ({ id, text: t(`settings.role.${id}`) }))} />
          <p className="hint">{t(`settings.roleCan.${role}`)}</p>
        </div>
        {isLimitable && <LocaleLimit locales={locales} value={limit} onChange={setLimit} />}
        {save.isError && (member !== null || !personProblem) && <ProblemMessage error={save.error} />}
        <div className="dialog-actions">
          <Button className="button" onPress={onClose}>{t('common.cancel')}</Button>
          <SubmitButton variant="primary" isPending={save.isPending}>{t(member ? 'common.save' : 'settings.add')}</SubmitButton>
        </div>
      </form>
    </Dialog>
  );
}
