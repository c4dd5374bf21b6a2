import { useState, type FormEvent } from 'react';
import { problemOf } from '../../api/problems';
import { useChangePassword } from '../../api/session';
import { useAnnounce } from '../../components/Announcements';
import { Field } from '../../components/Field';
import { NewPasswordField, passwordProblem } from '../../components/NewPasswordField';
import { ProblemMessage } from '../../components/ProblemMessage';
import { SubmitButton } from '../../components/SubmitButton';
import { useLabels } from '../../labels/LabelProvider';

/** Changes the password. Sessions in other browsers end. */
export function PasswordChange({ name }: { name: string }) {
  const { t } = useLabels();
  const announce = useAnnounce();
  const change = useChangePassword(name);
  const [password, setPassword] = useState('');
  const [newPassword, setNewPassword] = useState('');
  const problems = {
    password: problemOf(change.error, 'sign-in-failed') && t('account.wrongPassword'),
    newPassword: passwordProblem(change.error, '/newPassword'),
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    change.mutate({ password, newPassword }, {
      onSuccess: () => {
        setPassword('');
        setNewPassword('');
        announce(t('account.passwordChanged'));
      },
    });
  };
  return (
    <form className="account-form" onSubmit={submit}>
      <input type="hidden" name="username" autoComplete="username" value={name} />
      <Field label={t('account.currentPassword')} error={problems.password} value={password} onChange={setPassword} type="password"
        autoComplete="current-password" isRequired />
      <NewPasswordField label={t('account.newPassword')} error={problems.newPassword} value={newPassword} onChange={setNewPassword} />
      <p className="muted">{t('account.passwordEffect')}</p>
      {change.isError && !problems.password && !problems.newPassword && <ProblemMessage error={change.error} />}
      <SubmitButton isPending={change.isPending}>{t('account.changePassword')}</SubmitButton>
    </form>
  );
}
