import { MutationCache, QueryCache, QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { createBrowserRouter, RouterProvider } from 'react-router';
import { ApiError, UnreachableError } from './api/client';
import { SESSION } from './api/session';
import { AnnouncementProvider } from './components/Announcements';
import { LabelProvider } from './labels/LabelProvider';
import { routes } from './routes';
import { LoadFailure } from './shell/LoadFailure';

/** The session has ended: the shell asks for the password, and comes back to the page. */
const checkSession = (error: Error) => {
  if (error instanceof ApiError && error.status === 401) {
    void queries.invalidateQueries({ queryKey: SESSION });
  }
};

const queries = new QueryClient({
  queryCache: new QueryCache({ onError: checkSession }),
  mutationCache: new MutationCache({ onError: checkSession }),
  defaultOptions: {
    queries: {
      // A problem stays the same; an unreachable service comes back.
      retry: (count, error) => error instanceof UnreachableError && count < 3,
      staleTime: 5_000,
      // The browser may have no connection to the internet, but one to the service.
      networkMode: 'always',
    },
  },
});

const router = createBrowserRouter(routes, { basename: '/app' });

export function App() {
  return (
    <LoadFailure>
      <QueryClientProvider client={queries}>
        <LabelProvider>
          <AnnouncementProvider>
            <RouterProvider router={router} />
          </AnnouncementProvider>
        </LabelProvider>
      </QueryClientProvider>
    </LoadFailure>
  );
}
