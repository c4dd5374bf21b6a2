import { useState } from 'react';
import { Button } from 'react-aria-components';
import { Navigate, useSearchParams } from 'react-router';
import { useSession, useSessionStatus } from '../../api/session';
import { ProblemMessage } from '../../components/ProblemMessage';
import { Skeleton } from '../../components/Skeleton';
import { useLabels } from '../../labels/LabelProvider';
import { FirstAdministratorForm } from './FirstAdministratorForm';
import { PasswordForm } from './PasswordForm';
import { ProviderLink } from './ProviderLink';
import { pageAfterSignIn } from './pageAfterSignIn';
import './signIn.css';

/** Signs in with what the service offers, then opens the page that was asked for. */
export function SignInPage() {
  const { t } = useLabels();
  const session = useSession();
  const status = useSessionStatus();
  const [parameters] = useSearchParams();
  const [form, setForm] = useState<'first' | 'password' | null>(null);
  const target = pageAfterSignIn(parameters.get('to'));
  if (session.data) {
    return <Navigate to={target} replace />;
  }
  const needsFirst = status.data?.firstAdministrator === true;
  const createsFirst = needsFirst && (form ?? (status.data?.accounts ? 'password' : 'first')) === 'first';
  return (
    <main className="sign-in">
      <title>{`${t(createsFirst ? 'signIn.first.title' : 'signIn.title')} · Parlance`}</title>
      <p className="sign-in-brand">Parlance</p>
      <div className="card sign-in-card">
        {status.isPending ? <Skeleton lines={4} /> : <h1>{t(createsFirst ? 'signIn.first.title' : 'signIn.title')}</h1>}
        {status.isError && <ProblemMessage error={status.error} onRetry={() => void status.refetch()} />}
        {status.data && (createsFirst ? <FirstAdministratorForm /> : <PasswordForm />)}
        {status.data?.provider && <ProviderLink target={target} />}
      </div>
      {needsFirst && (
        <Button className="button quiet" onPress={() => setForm(createsFirst ? 'password' : 'first')}>
          {t(createsFirst ? 'signIn.haveAccount' : 'signIn.first.title')}
        </Button>
      )}
    </main>
  );
}
