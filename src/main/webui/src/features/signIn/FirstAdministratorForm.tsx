import { useState, type FormEvent } from 'react';
import { problemAt, problemOf } from '../../api/problems';
import { useCreateFirstAdministrator } from '../../api/session';
import { Field } from '../../components/Field';
import { NewPasswordField, passwordProblem } from '../../components/NewPasswordField';
import { ProblemMessage } from '../../components/ProblemMessage';
import { SubmitButton } from '../../components/SubmitButton';
import { useLabels } from '../../labels/LabelProvider';

/** Creates the first account with the token in the log of the service, and signs in with it. */
export function FirstAdministratorForm() {
  const { t } = useLabels();
  const creation = useCreateFirstAdministrator();
  const [token, setToken] = useState('');
  const [name, setName] = useState('');
  const [displayName, setDisplayName] = useState('');
  const [password, setPassword] = useState('');
  const { error } = creation;
  const problems = {
    token: problemOf(error, 'sign-in-failed') && t('signIn.first.tokenRefused'),
    name: problemAt(error, '/name') ?? problemOf(error, 'already-exists', 'invalid-name'),
    displayName: problemAt(error, '/displayName'),
    password: passwordProblem(error, '/password'),
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    creation.mutate({ token: token.trim(), name, displayName, password });
  };
  return (
    <form className="sign-in-form" onSubmit={submit}>
      <p>{t('signIn.first.introduction')}</p>
      <Field label={t('signIn.first.token')} hint={t('signIn.first.tokenHint')} error={problems.token} value={token} onChange={setToken}
        autoComplete="off" isRequired autoFocus />
      <Field label={t('signIn.name')} hint={t('signIn.first.nameHint')} error={problems.name} value={name} onChange={setName}
        autoComplete="username" isRequired />
      <Field label={t('signIn.first.displayName')} error={problems.displayName} value={displayName} onChange={setDisplayName}
        autoComplete="name" isRequired maxLength={200} />
      <NewPasswordField label={t('signIn.password')} error={problems.password} value={password} onChange={setPassword} />
      {creation.isError && Object.values(problems).every((it) => it === undefined) && <ProblemMessage error={error} />}
      <SubmitButton variant="primary" isPending={creation.isPending}>{t('signIn.first.submit')}</SubmitButton>
    </form>
  );
}
