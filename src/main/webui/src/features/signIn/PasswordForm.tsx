import { useState, type FormEvent } from 'react';
import { useSignIn } from '../../api/session';
import { Field } from '../../components/Field';
import { ProblemMessage } from '../../components/ProblemMessage';
import { SubmitButton } from '../../components/SubmitButton';
import { useLabels } from '../../labels/LabelProvider';
import { useWait } from './useWait';

/** Signs in with a name and a password. After too many attempts it says when the next one is possible. */
export function PasswordForm() {
  const { t, locale } = useLabels();
  const signIn = useSignIn();
  const waitUntil = useWait(signIn.error, signIn.submittedAt);
  const [name, setName] = useState('');
  const [password, setPassword] = useState('');
  const submit = (event: FormEvent) => {
    event.preventDefault();
    signIn.mutate({ name, password });
  };
  return (
    <form className="sign-in-form" onSubmit={submit}>
      <Field label={t('signIn.name')} value={name} onChange={setName} autoComplete="username" isRequired autoFocus />
      <Field label={t('signIn.password')} value={password} onChange={setPassword} type="password" autoComplete="current-password"
        isRequired />
      {signIn.isError && (
        <ProblemMessage error={signIn.error} />
      )}
      {waitUntil && (
        <p className="muted">
          {t('signIn.waitUntil', { time: new Intl.DateTimeFormat(locale, { timeStyle: 'medium' }).format(waitUntil) })}
        </p>
      )}
      <SubmitButton variant="primary" isPending={signIn.isPending} isDisabled={waitUntil !== null}>
        {t('signIn.submit')}
      </SubmitButton>
    </form>
  );
}
