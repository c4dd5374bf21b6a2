import { screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { expect, test } from 'vitest';
import { renderPage } from '../../test/render';
import { serve } from '../../test/service';
import { SignInPage } from './SignInPage';

const SIGNED_OUT = { signedIn: false, provider: false, accounts: true, firstAdministrator: false };

test('offers the provider only if there is one', async () => {
  serve({ 'GET /v1/session/status': { json: SIGNED_OUT } });
  const { unmount } = renderPage(<SignInPage />);
  expect(await screen.findByLabelText('Password')).toBeTruthy();
  expect(screen.queryByRole('link')).toBeNull();
  unmount();

  serve({ 'GET /v1/session/status': { json: { ...SIGNED_OUT, provider: true } } });
  renderPage(<SignInPage />, '/sign-in?to=%2Faccount');
  const link = await screen.findByRole('link', { name: 'Sign in with your organization' });
  expect(link.getAttribute('href')).toBe('/v1/session/provider');
});

test('says until when the service refuses further attempts', async () => {
  const user = userEvent.setup();
  serve({
    'GET /v1/session/status': { json: SIGNED_OUT },
    'POST /v1/session': { status: 429, code: 'too-many-attempts', arguments: { seconds: 30 } },
  });
  renderPage(<SignInPage />);
  await user.type(await screen.findByLabelText('Name'), 'anna');
  await user.type(screen.getByLabelText('Password'), 'wrong');
  await user.click(screen.getByRole('button', { name: 'Sign in' }));
  expect(await screen.findByText(/^You can try again at \d/)).toBeTruthy();
  expect(screen.getByRole('button', { name: 'Sign in' }).hasAttribute('disabled')).toBe(true);
});

test('creates the first administrator and shows each problem at its field', async () => {
  const user = userEvent.setup({ delay: null });
  const service = serve({
    'GET /v1/session/status': { json: { ...SIGNED_OUT, accounts: false, firstAdministrator: true } },
    'POST /v1/first-administrator': [
      { status: 401, code: 'sign-in-failed' },
      { status: 422, code: 'invalid-password', detail: 'A password must have at least 15 characters.' },
      { json: { name: 'anna' } },
    ],
    'POST /v1/session': { json: {} },
  });
  renderPage(<SignInPage />);
  await user.type(await screen.findByLabelText('Token from the log'), ' 13d7 ');
  await user.type(screen.getByLabelText('Name'), 'anna');
  await user.type(screen.getByLabelText('Display name'), 'Anna');
  await user.type(screen.getByLabelText('Password'), 'correct horse battery');
  const submit = screen.getByRole('button', { name: 'Create the account' });
  await user.click(submit);
  expect(await screen.findByText(/^This token is not valid/)).toBeTruthy();
  expect(screen.getByLabelText('Token from the log').getAttribute('aria-invalid')).toBe('true');
  await user.click(submit);
  expect(await screen.findByText('A password must have at least 15 characters.')).toBeTruthy();
  expect(screen.getByLabelText('Password').getAttribute('aria-invalid')).toBe('true');
  await user.click(submit);
  await waitFor(() => expect(service.sent('POST /v1/session')).toEqual([{ name: 'anna', password: 'correct horse battery' }]));
  expect(service.sent('POST /v1/first-administrator')[0]).toMatchObject({ token: '13d7' });
});

test('people with accounts sign in first, even without an administrator', async () => {
  serve({ 'GET /v1/session/status': { json: { ...SIGNED_OUT, firstAdministrator: true } } });
  renderPage(<SignInPage />);
  expect(await screen.findByRole('heading', { name: 'Sign in' })).toBeTruthy();
  await userEvent.click(screen.getByRole('button', { name: 'Create the first administrator' }));
  expect(screen.getByLabelText('Token from the log')).toBeTruthy();
});
