import { Suspense } from 'react';
import { Navigate, Outlet, useLocation } from 'react-router';
import { useSession } from '../api/session';
import { KeyboardSheetProvider } from '../components/KeyboardSheet';
import { ProblemMessage } from '../components/ProblemMessage';
import { Skeleton } from '../components/Skeleton';
import { useLabels } from '../labels/LabelProvider';
import { TopBar } from './TopBar';
import { UnreachableBanner } from './UnreachableBanner';
import { useDocumentTitle } from './useDocumentTitle';
import { useHeadingFocus } from './useHeadingFocus';

/** The frame of all pages for people who are signed in. Others sign in first, and then come back. */
export function Shell() {
  const { t } = useLabels();
  const session = useSession();
  const location = useLocation();
  useDocumentTitle();
  useHeadingFocus();
  if (session.isPending) {
    return <Skeleton lines={6} />;
  }
  if (session.isError) {
    return <main className="page"><ProblemMessage error={session.error} onRetry={() => void session.refetch()} /></main>;
  }
  if (session.data === null) {
    return <Navigate to={`/sign-in?to=${encodeURIComponent(location.pathname + location.search)}`} replace />;
  }
  return (
    <KeyboardSheetProvider>
      <div className="shell">
        <a className="skip-link" href="#main">{t('common.skipToContent')}</a>
        <TopBar session={session.data} />
        <main id="main" tabIndex={-1}>
          <Suspense fallback={<Skeleton lines={8} />}>
            <Outlet />
          </Suspense>
        </main>
        <UnreachableBanner />
      </div>
    </KeyboardSheetProvider>
  );
}
