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
  const [hasAccount, setHasAccount] = useState(false);
  const target = pageAfterSignIn(parameters.get('to'));
  if (session.data) {
    return <Navigate to={target} replace />;
  }
  const createsFirst = status.data?.firstAdministrator === true && !hasAccount;
  return (
    <main className="sign-in">
      <title>{`${t(createsFirst ? 'signIn.first.title' : 'signIn.title')} · Parlance`}</title>
      <p className="sign-in-brand">Parlance</p>
      <div className="card sign-in-card">
        <h1>{t(createsFirst ? 'signIn.first.title' : 'signIn.title')}</h1>
        {status.isPending && <Skeleton lines={4} />}
        {status.isError && <ProblemMessage error={status.error} onRetry={() => void status.refetch()} />}
        {status.data && (createsFirst ? <FirstAdministratorForm /> : <PasswordForm />)}
        {status.data?.provider && <ProviderLink target={target} />}
      </div>
      {status.data?.firstAdministrator && (
        <Button className="button quiet" onPress={() => setHasAccount(!hasAccount)}>
          {t(createsFirst ? 'signIn.haveAccount' : 'signIn.first.title')}
        </Button>
      )}
    </main>
  );
}
