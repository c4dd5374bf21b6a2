import { configure, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { Route, Routes } from 'react-router';
import { expect, test, vi } from 'vitest';
import { fakeService, problem, shopAnswers } from '../../test/fakeService';
import { renderPage } from '../../test/render';
import { ReleasesPage } from './ReleasesPage';

// Roles are slow to find in jsdom, all the more on a busy machine.
vi.setConfig({ testTimeout: 60_000 });
configure({ asyncUtilTimeout: 10_000 });

const ALL = ['read', 'read-draft', 'publish'];
const heads = [
  { release: 2, createdAt: '2026-03-14T09:30:00Z', createdBy: 'ann', comment: 'Spring' },
  { release: 1, createdAt: '2026-03-01T09:30:00Z', createdBy: 'ann', comment: '' },
];
const breaking = { code: 'breaking-change', title: 'Breaking change', detail: 'Apps would break.', key: 'old' };
const cut = {
  made: false, unchanged: false, findings: [breaking], findingCount: 1,
  changes: [
    { locale: 'de', added: 0, changed: 1, removed: 0, messages: [{ key: 'total', before: 'Summe', after: 'Summe {sum}' }] },
    { locale: 'en', added: 1, changed: 0, removed: 1, messages: [{ key: 'new', after: 'New' }, { key: 'old', before: 'Old' }] },
  ],
};
const answers = {
  ...shopAnswers(ALL),
  'GET /v1/catalogs/shop/releases': { releases: heads },
  'GET /v1/catalogs/shop/channels': { channels: [{ channel: 'production', release: 2, moves: 5 }] },
  'GET /v1/catalogs/shop/channels/production/moves': {
    moves: [
      { move: 5, release: 2, previous: 1, rollback: false, movedAt: '2026-03-14T09:31:00Z', movedBy: 'ann', comment: 'Now' },
      { move: 4, release: 1, rollback: false, movedAt: '2026-03-01T09:31:00Z', movedBy: 'bob', comment: '' },
    ],
  },
  'POST /v1/catalogs/shop/releases?dryRun=true': cut,
};

function open(address = '') {
  renderPage(<Routes><Route path="/catalogs/:catalog/releases" element={<ReleasesPage />} /></Routes>, `/catalogs/shop/releases${address}`);
  return userEvent.setup();
}

test('shows what blocks the release, with links to the texts', async () => {
  const missing = {
    code: 'release-incomplete', title: 'Release incomplete', detail: 'Texts are missing.', keys: ['a b'], count: 7, locale: 'de',
  };
  fakeService({ ...answers, 'POST /v1/catalogs/shop/releases?dryRun=true': { ...cut, findings: [missing], findingCount: 1 } });
  open();
  expect(await screen.findByText('1 problem blocks the release')).toBeDefined();
  expect(screen.getByRole('link', { name: 'Show 7 texts' }).getAttribute('href')).toBe('/catalogs/shop/translate/de?state=untranslated');
  expect(screen.getByRole('link', { name: 'Open a b in German' }).getAttribute('href'))
    .toBe('/catalogs/shop/translate/de?state=untranslated&key=a+b');
  expect(screen.getByRole<HTMLButtonElement>('button', { name: 'Publish' }).disabled).toBe(true);
});

test('shows the changes of a locale, those first that may break apps', async () => {
  fakeService(answers);
  const user = open();
  const english = await screen.findByRole('option', { name: /English/ });
  expect(english.getAttribute('aria-selected')).toBe('true');
  const rows = screen.getAllByRole('listitem').map((row) => row.textContent);
  expect(rows.findIndex((row) => row?.startsWith('old'))).toBeLessThan(rows.findIndex((row) => row?.startsWith('new')));
  await user.click(screen.getByRole('option', { name: /German/ }));
  expect(await screen.findByText('Argument {sum} added')).toBeDefined();
});

test('says before publishing that apps need a key for a private catalog', async () => {
  fakeService({ ...answers, 'POST /v1/catalogs/shop/releases?dryRun=true': { ...cut, findings: [], findingCount: 0 },
    'GET /v1/catalogs/shop/draft': { visibility: 'private', reviewRequired: false, messages: 4, locales: [] } });
  const user = open();
  await user.click(await screen.findByRole('button', { name: 'Publish' }));
  expect(await within(screen.getByRole('dialog')).findByText(/^This catalog is private/)).toBeDefined();
});

test('publishes once people accept what may break, and moves the channel', async () => {
  const requests = fakeService({
    ...answers,
    'POST /v1/catalogs/shop/releases': { made: true, findings: [], changes: [], release: { release: 3 } },
    'PUT /v1/catalogs/shop/channels/production': { channel: 'production', release: 3, moves: 6, from: 2, to: 3, moved: true },
  });
  const user = open();
  await user.click(await screen.findByRole('button', { name: 'Publish' }));
  const dialog = within(await screen.findByRole('dialog', { name: 'Publish release 3' }));
  expect(dialog.getByText(/instead of release 2/)).toBeDefined();
  const publish = dialog.getByRole<HTMLButtonElement>('button', { name: 'Publish' });
  expect(publish.disabled).toBe(true);
  await user.click(dialog.getByRole('checkbox', { name: /Release although/ }));
  await user.type(dialog.getByRole('textbox', { name: 'Comment' }), 'Totals');
  await user.click(publish);
  expect(await screen.findByText('production now serves release 3')).toBeDefined();
  expect(JSON.parse(requests.find(({ url, method }) => method === 'POST' && url.endsWith('/releases'))?.body ?? ''))
    .toEqual({ comment: 'Totals', acceptBreaking: true });
  const move = requests.find(({ method }) => method === 'PUT');
  expect(move?.headers.get('If-Match')).toBe('"5"');
  expect(JSON.parse(move?.body ?? '')).toEqual({ release: 3, comment: 'Totals' });
});

test('creates no second release if only the move failed', async () => {
  let attempts = 0;
  const requests = fakeService({
    ...answers,
    'POST /v1/catalogs/shop/releases?dryRun=true': { ...cut, findings: [], findingCount: 0 },
    'POST /v1/catalogs/shop/releases': { made: true, release: { release: 3 } },
    'PUT /v1/catalogs/shop/channels/production': () => (attempts++ === 0
      ? problem(412, 'stale-revision', 'Another move came first.') : { channel: 'production', release: 3, moves: 7, to: 3, moved: true }),
  });
  const user = open();
  await user.click(await screen.findByRole('button', { name: 'Publish' }));
  const dialog = within(await screen.findByRole('dialog'));
  await user.click(dialog.getByRole('button', { name: 'Publish' }));
  expect(await dialog.findByText('Another move came first.')).toBeDefined();
  await user.click(dialog.getByRole('button', { name: 'Publish' }));
  expect(await screen.findByText('production now serves release 3')).toBeDefined();
  expect(requests.filter(({ url, method }) => method === 'POST' && url.endsWith('/releases'))).toHaveLength(1);
});

test('rolls a channel back to the release before', async () => {
  const requests = fakeService({
    ...answers,
    'POST /v1/catalogs/shop/channels/production/rollback': { channel: 'production', release: 1, moves: 6, from: 2, to: 1, moved: true },
  });
  const user = open('?view=channels');
  await user.click(await screen.findByRole('button', { name: 'Roll back' }));
  const dialog = within(await screen.findByRole('dialog', { name: 'Roll back production' }));
  expect(dialog.getByText(/texts of release 1 instead of release 2/)).toBeDefined();
  await user.click(dialog.getByRole('button', { name: 'Roll back' }));
  expect(await screen.findByText('production now serves release 1')).toBeDefined();
  expect(JSON.parse(requests.find(({ url }) => url.endsWith('/rollback'))?.body ?? '')).toEqual({ to: 1, comment: '' });
});

test('people who may not publish see why, and what blocks', async () => {
  const counts = { untranslated: 4, drafts: 0, translated: 0, approved: 0, stale: 0, errors: 0, warnings: 0 };
  const requests = fakeService({
    ...answers,
    ...shopAnswers(['read', 'read-draft']),
    'GET /v1/catalogs/shop/draft': { reviewRequired: false, messages: 4, locales: [{ locale: 'de', required: true, ...counts }] },
  });
  open();
  expect(await screen.findByText(/not publish them/)).toBeDefined();
  expect(await screen.findByRole('link', { name: '4 texts are missing' })).toBeDefined();
  expect(screen.queryByRole('button', { name: 'Publish' })).toBeNull();
  expect(requests.some(({ method }) => method === 'POST')).toBe(false);
});

test('compares two releases by the texts of a locale', async () => {
  fakeService({
    ...answers,
    'GET /v1/catalogs/shop/releases/1/diff/2': { changes: [{ locale: 'de', added: 0, changed: 1, removed: 0, messages: [] }] },
    'GET /v1/catalogs/shop/releases/1/bundles/de': { locale: 'de', messages: { total: 'Die Summe', same: 'Gleich' } },
    'GET /v1/catalogs/shop/releases/2/bundles/de': { locale: 'de', messages: { total: 'Ihre Summe', same: 'Gleich' } },
  });
  open('?view=compare');
  expect((await screen.findByText('Die')).tagName).toBe('DEL');
  expect(screen.getByText('Ihre').tagName).toBe('INS');
  expect(screen.queryByText('same')).toBeNull();
});

test('says that there is no release yet', async () => {
  fakeService({ ...answers, 'GET /v1/catalogs/shop/releases': { releases: [] } });
  open('?view=history');
  expect(await screen.findByText('No release yet')).toBeDefined();
});

test('says how many changes the service does not list', async () => {
  const many = { ...cut, changes: [{ locale: 'de', added: 150, changed: 0, removed: 0, messages: [{ key: 'a', after: 'A' }] }] };
  fakeService({ ...answers, 'POST /v1/catalogs/shop/releases?dryRun=true': many });
  open();
  expect(await screen.findByText('149 more changes are not listed')).toBeDefined();
});

test('leads people with an empty catalog to files and messages', async () => {
  fakeService({
    ...answers,
    'GET /v1/catalogs/shop/releases': { releases: [] },
    'GET /v1/catalogs/shop/draft': { reviewRequired: false, messages: 0, locales: [] },
  });
  open();
  expect((await screen.findByRole('link', { name: 'Import files' })).getAttribute('href')).toBe('/catalogs/shop/files');
  expect(screen.queryByRole('button', { name: 'Publish' })).toBeNull();
});
