import type { RouteObject } from 'react-router';
import type { LabelKey } from './labels/keys';
import { CatalogShell } from './shell/CatalogShell';
import { NotFoundPage } from './shell/NotFoundPage';
import { PageSkeleton } from './shell/PageSkeleton';
import { RouteFailure } from './shell/RouteFailure';
import { Shell } from './shell/Shell';
import type { PageHandle } from './shell/useDocumentTitle';

/** Each page is loaded when it is opened. */
export const routes: RouteObject[] = [
  {
    path: 'sign-in',
    HydrateFallback: PageSkeleton,
    ErrorBoundary: RouteFailure,
    lazy: async () => ({ Component: (await import('./features/signIn/SignInPage')).SignInPage }),
  },
  {
    path: '/',
    Component: Shell,
    HydrateFallback: PageSkeleton,
    ErrorBoundary: RouteFailure,
    children: [
      {
        index: true,
        handle: titled('dashboard.catalogs'),
        lazy: async () => ({ Component: (await import('./features/dashboard/CatalogsPage')).CatalogsPage }),
      },
      {
        path: 'first-translation',
        handle: titled('dashboard.guide.title'),
        lazy: async () => ({ Component: (await import('./features/dashboard/FirstTranslationPage')).FirstTranslationPage }),
      },
      {
        path: 'account',
        handle: titled('account.title'),
        lazy: async () => ({ Component: (await import('./features/account/AccountPage')).AccountPage }),
      },
      { path: 'go/:catalog/:key', lazy: async () => ({ Component: (await import('./features/messages/GoToMessage')).GoToMessage }) },
      {
        path: 'catalogs/:catalog',
        Component: CatalogShell,
        children: [
          {
            index: true,
            handle: titled('dashboard.title'),
            lazy: async () => ({ Component: (await import('./features/dashboard/DashboardPage')).DashboardPage }),
          },
          {
            path: 'translate/:locale',
            handle: titled('translate.title'),
            lazy: async () => ({ Component: (await import('./features/translate/TranslatePage')).TranslatePage }),
          },
          {
            path: 'messages',
            handle: titled('messages.title'),
            lazy: async () => ({ Component: (await import('./features/messages/MessagesPage')).MessagesPage }),
          },
          {
            path: 'releases',
            handle: titled('release.title'),
            lazy: async () => ({ Component: (await import('./features/release/ReleasesPage')).ReleasesPage }),
          },
          {
            path: 'files',
            handle: titled('exchange.title'),
            lazy: async () => ({ Component: (await import('./features/exchange/FilesPage')).FilesPage }),
          },
          {
            path: 'settings',
            handle: titled('settings.title'),
            lazy: async () => ({ Component: (await import('./features/settings/SettingsPage')).SettingsPage }),
          },
        ],
      },
      { path: '*', handle: titled('common.notFound'), Component: NotFoundPage },
    ],
  },
];

function titled(title: LabelKey): PageHandle {
  return { title };
}
