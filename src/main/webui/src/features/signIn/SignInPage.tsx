import { useState, type FormEvent } from 'react';
import { Button } from 'react-aria-components';
import { Navigate, useSearchParams } from 'react-router';
import { useSession, useSignIn } from '../../api/session';
import { Field } from '../../components/Field';
import { ProblemMessage } from '../../components/ProblemMessage';
import { useLabels } from '../../labels/LabelProvider';

/** Signs in with a name and a password, then opens the page that was asked for. */
export function SignInPage() {
  const { t } = useLabels();
  const session = useSession();
  const signIn = useSignIn();
  const [parameters] = useSearchParams();
  const [name, setName] = useState('');
  const [password, setPassword] = useState('');
  if (session.data) {
    return <Navigate to={localPath(parameters.get('to'))} replace />;
  }
  const submit = (event: FormEvent) => {
    event.preventDefault();
    signIn.mutate({ name, password });
  };
  return (
    <main className="sign-in">
      <h1>{t('signIn.title')}</h1>
      <form onSubmit={submit}>
        <Field label={t('signIn.name')} value={name} onChange={setName} autoComplete="username" isRequired />
        <Field label={t('signIn.password')} value={password} onChange={setPassword} type="password" autoComplete="current-password"
          isRequired />
        {signIn.isError && <ProblemMessage error={signIn.error} />}
        <Button type="submit" className="button primary" isPending={signIn.isPending}>{t('signIn.submit')}</Button>
      </form>
    </main>
  );
}

/** Returns a path of the editor; anything else would send people elsewhere after they have signed in. */
function localPath(path: string | null): string {
  return path?.startsWith('/') && !path.startsWith('//') ? path : '/';
}
