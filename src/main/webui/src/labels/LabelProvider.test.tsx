import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { beforeEach, expect, test } from 'vitest';
import { serve } from '../test/service';
import { LabelProvider, useLabels } from './LabelProvider';

beforeEach(() => localStorage.clear());

function Page() {
  const { t, setLocale } = useLabels();
  return <button onClick={() => setLocale('ar')}>{t('account.menu', { name: 'Anna' })}</button>;
}

const open = () => render(<QueryClientProvider client={new QueryClient()}><LabelProvider><Page /></LabelProvider></QueryClientProvider>);

const ENGLISH = { json: { locale: 'en', messages: { 'account.menu': 'Account of {name}' } } };
const ARABIC = { json: { locale: 'ar', messages: { 'account.menu': 'حساب {name}' } } };

test('another language replaces the labels and the direction without a reload', async () => {
  serve({ 'GET /v1/catalogs/web/bundles/auto': ENGLISH, 'GET /v1/catalogs/web/bundles/ar': ARABIC });
  open();
  await userEvent.click(await screen.findByRole('button', { name: 'Account of Anna' }));
  expect(await screen.findByRole('button', { name: 'حساب Anna' })).toBeTruthy();
  expect(document.documentElement.lang).toBe('ar');
  expect(document.documentElement.dir).toBe('rtl');
  expect(localStorage.getItem('parlance.language')).toBe('ar');
});

test('a remembered language that no longer exists is replaced by that of the browser', async () => {
  localStorage.setItem('parlance.language', 'xx');
  serve({ 'GET /v1/catalogs/web/bundles/xx': { status: 404, code: 'unknown-locale' }, 'GET /v1/catalogs/web/bundles/auto': ENGLISH });
  open();
  expect(await screen.findByRole('button', { name: 'Account of Anna' })).toBeTruthy();
});

test('waits for a service that is starting', async () => {
  const starting = { status: 503, code: 'not-ready' };
  serve({ 'GET /v1/catalogs/web/bundles/auto': [starting, ENGLISH], 'GET /v1/catalogs/web/bundles/en': starting });
  open();
  expect(await screen.findByText(/^The service is starting/)).toBeTruthy();
  expect(await screen.findByRole('button', { name: 'Account of Anna' }, { timeout: 5_000 })).toBeTruthy();
});
