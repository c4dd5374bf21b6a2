import type { RouteObject } from 'react-router';
import { CatalogShell } from './shell/CatalogShell';
import { RouteFailure } from './shell/RouteFailure';
import { Shell } from './shell/Shell';

/** Each page is loaded when it is opened. */
export const routes: RouteObject[] = [
  {
    path: 'sign-in',
    ErrorBoundary: RouteFailure,
    lazy: async () => ({ Component: (await import('./features/signIn/SignInPage')).SignInPage }),
  },
  {
    path: '/',
    Component: Shell,
    ErrorBoundary: RouteFailure,
    children: [
      { index: true, lazy: async () => ({ Component: (await import('./features/dashboard/CatalogsPage')).CatalogsPage }) },
      { path: 'account', lazy: async () => ({ Component: (await import('./features/account/AccountPage')).AccountPage }) },
      { path: 'go/:catalog/:key', lazy: async () => ({ Component: (await import('./features/messages/GoToMessage')).GoToMessage }) },
      {
        path: 'catalogs/:catalog',
        Component: CatalogShell,
        children: [
          { index: true, lazy: async () => ({ Component: (await import('./features/dashboard/DashboardPage')).DashboardPage }) },
          { path: 'translate/:locale', lazy: async () => ({ Component: (await import('./features/translate/TranslatePage')).TranslatePage }) },
          { path: 'messages', lazy: async () => ({ Component: (await import('./features/messages/MessagesPage')).MessagesPage }) },
          { path: 'releases', lazy: async () => ({ Component: (await import('./features/release/ReleasesPage')).ReleasesPage }) },
          { path: 'files', lazy: async () => ({ Component: (await import('./features/exchange/FilesPage')).FilesPage }) },
          { path: 'settings', lazy: async () => ({ Component: (await import('./features/settings/SettingsPage')).SettingsPage }) },
        ],
      },
      { path: '*', Component: RouteFailure },
    ],
  },
];
