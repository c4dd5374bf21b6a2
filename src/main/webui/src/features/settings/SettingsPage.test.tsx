import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { Route, Routes } from 'react-router';
import { expect, test } from 'vitest';
import { FakeResponse, fakeService, shopAnswers, type FakeRequest } from '../../test/fakeService';
import { renderPage } from '../../test/render';
import { SettingsPage } from './SettingsPage';

const DRAFT = {
  catalog: 'shop', title: 'Shop', sourceLocale: 'en', version: 5, visibility: 'private', reviewRequired: false,
  twoPersonRule: false, messages: 3,
  locales: [{ locale: 'de', required: false, untranslated: 1 }, { locale: 'en', required: true, untranslated: 0 }],
};
const CATALOG = '/v1/catalogs/shop';
const MANAGER = ['read-draft', 'manage', 'administer', 'publish'];

function render(permissions: string[], answers: Record<string, unknown> = {}): FakeRequest[] {
  const requests = fakeService({
    ...shopAnswers(permissions),
    [`GET ${CATALOG}/draft`]: DRAFT,
    [`GET ${CATALOG}/releases`]: { releases: [] },
    [`GET ${CATALOG}/channels`]: { channels: [] },
    [`GET ${CATALOG}/members`]: { members: [{ person: 'ben', role: 'translator', locales: ['de'], version: 2 }] },
    [`GET ${CATALOG}/keys`]: { keys: [] },
    [`GET ${CATALOG}/webhooks`]: { webhooks: [] },
    [`GET ${CATALOG}/glossary`]: { terms: [{ term: 'card', translations: { de: 'Karte' }, doNotTranslate: false, notes: '', version: 4 }] },
    ...answers,
  });
  renderPage(<Routes><Route path="/catalogs/:catalog/settings" element={<SettingsPage />} /></Routes>, '/catalogs/shop/settings');
  return requests;
}

function section(name: string) {
  return within(screen.getByRole('region', { name }));
}

function bodyOf(requests: FakeRequest[], method: string): unknown {
  return JSON.parse(requests.find((it) => it.method === method)?.body ?? 'null');
}

test('saves only the settings that were changed', async () => {
  const requests = render(MANAGER, { [`PATCH ${CATALOG}`]: DRAFT });
  await userEvent.click(await screen.findByLabelText(/Require a second person/));
  await userEvent.click(screen.getByRole('button', { name: 'Save' }));
  expect(await screen.findByText('Saved')).toBeTruthy();
  expect(bodyOf(requests, 'PATCH')).toEqual({ twoPersonRule: true });
  expect(requests.find(({ method }) => method === 'PATCH')?.headers.get('If-Match')).toBe('"5"');
});

test('saves web origins as a list, and none as the default', async () => {
  const requests = render(MANAGER, { [`PATCH ${CATALOG}`]: DRAFT });
  const field = await screen.findByLabelText('Web origins that may read (CORS)');
  await userEvent.type(field, 'https://app.example.com  http://localhost:3000');
  await userEvent.click(screen.getByRole('button', { name: 'Save' }));
  expect(await screen.findByText('Saved')).toBeTruthy();
  expect(bodyOf(requests, 'PATCH')).toEqual({ corsOrigins: ['https://app.example.com', 'http://localhost:3000'] });
});

test('restores the default of the web origins', async () => {
  const requests = render(MANAGER, {
    [`GET ${CATALOG}/draft`]: { ...DRAFT, corsOrigins: ['https://app.example.com'] },
    [`PATCH ${CATALOG}`]: DRAFT,
  });
  await userEvent.clear(await screen.findByLabelText('Web origins that may read (CORS)'));
  await userEvent.click(screen.getByRole('button', { name: 'Save' }));
  expect(await screen.findByText('Saved')).toBeTruthy();
  expect(bodyOf(requests, 'PATCH')).toEqual({ corsOrigins: null });
});

test('shows an invalid web origin at its field', async () => {
  render(MANAGER, {
    [`PATCH ${CATALOG}`]: new FakeResponse(400, { title: 'Invalid field', detail: 'The origin is not accepted.', status: 400,
      code: 'invalid-field', arguments: { pointer: '/corsOrigins/1', expected: 'value' } }),
  });
  await userEvent.type(await screen.findByLabelText('Web origins that may read (CORS)'), 'https://app.example.com x');
  await userEvent.click(screen.getByRole('button', { name: 'Save' }));
  expect(await screen.findByText('The origin is not accepted.')).toBeTruthy();
  expect(screen.getByLabelText('Web origins that may read (CORS)').getAttribute('aria-invalid')).toBe('true');
});

test('says who can read a catalog before it is opened', async () => {
  const requests = render(MANAGER, { [`PUT ${CATALOG}/visibility`]: { public: true } });
  await screen.findByRole('region', { name: 'Visibility' });
  await userEvent.click(section('Visibility').getByRole('button', { name: 'Make public' }));
  const dialog = within(screen.getByRole('dialog'));
  expect(dialog.getByText(/Anyone can read the releases/)).toBeTruthy();
  await userEvent.click(dialog.getByRole('button', { name: 'Make public' }));
  await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
  expect(bodyOf(requests, 'PUT')).toEqual({ public: true });
});

test('says how many texts go before a language is removed', async () => {
  const requests = render(MANAGER, { [`DELETE ${CATALOG}/locales/de`]: DRAFT });
  await userEvent.click(await screen.findByRole('button', { name: 'Remove German' }));
  expect(screen.getByText(/2 texts leave the draft/)).toBeTruthy();
  await userEvent.click(within(screen.getByRole('dialog')).getByRole('button', { name: 'Remove' }));
  await waitFor(() => expect(requests.some(({ method, url }) => method === 'DELETE' && url === `${CATALOG}/locales/de`)).toBe(true));
});

test('shows at its field that an account does not exist', async () => {
  render(MANAGER, {
    [`PUT ${CATALOG}/members/nobody`]: new FakeResponse(404, { title: 'Unknown account', detail: 'There is no such account.', status: 404,
      code: 'unknown-account' }),
  });
  await userEvent.click(await screen.findByRole('button', { name: 'Add a member' }));
  await userEvent.type(screen.getByLabelText('Name of the account'), 'nobody');
  await userEvent.click(within(screen.getByRole('dialog')).getByRole('button', { name: 'Add' }));
  expect(await screen.findByText(/^There is no account with this name/)).toBeTruthy();
  expect(screen.getByLabelText('Name of the account').getAttribute('aria-invalid')).toBe('true');
});

test('changes a member with the version that was read', async () => {
  const requests = render(MANAGER, { [`PUT ${CATALOG}/members/ben`]: { person: 'ben', role: 'translator', locales: [], version: 3 } });
  await userEvent.click(await screen.findByRole('button', { name: 'Change ben' }));
  await userEvent.click(screen.getByRole('checkbox', { name: 'German' }));
  await userEvent.click(within(screen.getByRole('dialog')).getByRole('button', { name: 'Save' }));
  await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
  expect(bodyOf(requests, 'PUT')).toEqual({ role: 'translator', locales: [] });
  expect(requests.find(({ method }) => method === 'PUT')?.headers.get('If-Match')).toBe('"2"');
});

test('shows the secret of a new key once', async () => {
  render(MANAGER, { [`POST ${CATALOG}/keys`]: new FakeResponse(201, {
    id: '1', name: 'Build', scopes: ['read'], createdAt: '2026-01-01T00:00:00Z', createdBy: 'ann', key: 'prlc_secret',
  }) });
  await userEvent.click(await screen.findByRole('button', { name: 'Create a key' }));
  await userEvent.type(within(screen.getByRole('dialog')).getByLabelText('Name'), 'Build');
  await userEvent.click(screen.getByRole('button', { name: 'Create' }));
  expect(await screen.findByText('prlc_secret')).toBeTruthy();
  await userEvent.click(screen.getByRole('button', { name: 'I have copied it' }));
  expect(screen.queryByText('prlc_secret')).toBeNull();
});

test('a term without a translation omits it', async () => {
  const requests = render(MANAGER, { [`PUT ${CATALOG}/glossary/card`]: {} });
  await userEvent.click(await screen.findByRole('button', { name: 'Change card' }));
  await userEvent.clear(screen.getByLabelText('German'));
  await userEvent.click(within(screen.getByRole('dialog')).getByRole('button', { name: 'Save' }));
  await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
  expect(bodyOf(requests, 'PUT')).toEqual({ translations: {}, doNotTranslate: false, notes: '' });
});

test('translators see the settings with the reason why they cannot change them', async () => {
  const requests = render(['read-draft', 'translate']);
  expect((await screen.findAllByText('Only managers of this catalog can change this.')).length).toBe(4);
  expect(await screen.findByText('Karte')).toBeTruthy();
  expect(screen.queryByRole('button')).toBeNull();
  expect(requests.some(({ url }) => url.includes('/members') || url.includes('/keys'))).toBe(false);
});
