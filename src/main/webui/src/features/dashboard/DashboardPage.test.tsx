import { screen, within } from '@testing-library/react';
import { Route, Routes } from 'react-router';
import { expect, test } from 'vitest';
import { renderPage } from '../../test/render';
import { serve } from '../../test/service';
import { DashboardPage } from './DashboardPage';

const SESSION = { name: 'anna', kind: 'person', administrator: false };
const CATALOG = { name: 'shop', title: 'Shop', sourceLocale: 'en', messages: 10, locales: [], channels: { production: 3 } };
const LOCALE = { source: false, required: false, direction: 'ltr', total: 10, stale: 0, rejected: 0, errors: 0, warnings: 0, blocking: false };
const SUMMARY = {
  catalog: 'shop', messages: 10,
  locales: [
    { ...LOCALE, locale: 'de', untranslated: 4, drafts: 1, translated: 2, approved: 3, stale: 2, required: true, blocking: true,
      lastChange: { at: new Date().toISOString(), by: 'bert', cause: 'edit' } },
    { ...LOCALE, locale: 'fr', untranslated: 0, drafts: 0, translated: 0, approved: 10 },
  ],
  activity: [{ day: '2026-11-27', changes: 0 }, { day: '2026-11-28', changes: 12 }],
  release: { latest: 3, unchanged: false, blockers: 5 },
};

const USAGE = {
  target: 95,
  locales: [
    { locale: 'de', seen: 1000, covered: 875, coverage: 87.5, needed: 4,
      texts: ['sold-out', 'closed', 'paid', 'late'].map((key) => ({ key, renders: 20, state: 'untranslated' })) },
    { locale: 'en', seen: 500, covered: 500, coverage: 100, needed: 0, texts: [] },
    { locale: 'fr', seen: 0, covered: 0, needed: 0, texts: [] },
  ],
};

function open(permissions: string[]) {
  serve({
    'GET /v1/session/status': { json: { signedIn: true, provider: false, firstAdministrator: false } },
    'GET /v1/session': { json: { ...SESSION, catalogs: [{ catalog: 'shop', permissions, locales: [] }] } },
    'GET /v1/catalogs/shop': { json: CATALOG },
    'GET /v1/catalogs/shop/draft': { json: { reviewRequired: false } },
    'GET /v1/catalogs/shop/draft/summary': { json: SUMMARY },
    'GET /v1/catalogs/shop/usage/coverage': { json: USAGE },
  });
  renderPage(<Routes><Route path="/catalogs/:catalog" element={<DashboardPage />} /></Routes>, '/catalogs/shop');
}

test('each part of a bar opens its texts', async () => {
  open(['read-draft']);
  const bar = await screen.findByRole('list', { name: 'Progress of German' });
  const links = within(bar).getAllByRole('link').map((it) => [it.getAttribute('aria-label'), it.getAttribute('href')]);
  expect(links).toEqual([
    ['3 approved', '/catalogs/shop/translate/de?state=approved'],
    ['2 translated', '/catalogs/shop/translate/de?state=translated'],
    ['1 draft', '/catalogs/shop/translate/de?state=draft'],
    ['4 missing', '/catalogs/shop/translate/de?state=untranslated'],
  ]);
  expect(screen.getByRole('link', { name: '2 stale' }).getAttribute('href')).toBe('/catalogs/shop/translate/de?state=stale');
  expect(screen.getByText('now · bert')).toBeTruthy();
});

test('names what blocks the next release', async () => {
  open(['read-draft']);
  const section = (await screen.findByRole('heading', { name: 'Next release' })).closest('section');
  const links = section ? within(section).getAllByRole('link').map((it) => it.textContent) : [];
  expect(links).toEqual(['4 missing', '1 draft', 'Go to releases']);
});

test('names the texts that raise what users saw most', async () => {
  open(['read-draft']);
  const section = (await screen.findByRole('heading', { name: 'What users saw' })).closest('section');
  const rows = section ? within(section).getAllByRole('listitem').map((it) => it.textContent) : [];
  expect(rows).toEqual(['German87.5%4 texts raise it to 95%sold-outclosedpaid', 'English100%']);
  expect(screen.getByRole('link', { name: 'sold-out' }).getAttribute('href')).toBe('/catalogs/shop/translate/de?key=sold-out');
});

test('describes the activity in words', async () => {
  open(['read-draft']);
  expect(await screen.findByRole('img', { name: '12 changes in 2 days, most on November 28 (12)' })).toBeTruthy();
});

test('only managers add languages', async () => {
  open(['read-draft']);
  await screen.findByRole('heading', { name: 'Next release' });
  expect(screen.queryByRole('button', { name: 'Add a language' })).toBeNull();
});

test('readers of releases learn why there is nothing to see', async () => {
  open([]);
  expect(await screen.findByText('You can read the releases of this catalog')).toBeTruthy();
});
