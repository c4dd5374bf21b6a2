import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { expect, test } from 'vitest';
import { renderPage } from '../../test/render';
import { serve } from '../../test/service';
import { Tokens } from './Tokens';

const TOKEN = { id: '01', name: 'Laptop', scopes: ['translate'], createdAt: '2026-11-01T00:00:00Z', expiresAt: '2999-01-01T00:00:00Z' };

test('lists only tokens that are valid', async () => {
  serve({
    'GET /v1/session/tokens': {
      json: {
        tokens: [TOKEN, { ...TOKEN, id: '02', name: 'Old', expiresAt: '2020-01-01T00:00:00Z' },
          { ...TOKEN, id: '03', name: 'Gone', revokedAt: '2026-11-02T00:00:00Z' }],
      },
    },
  });
  renderPage(<Tokens />);
  const list = await screen.findByRole('list', { name: 'Personal tokens' });
  expect(within(list).getAllByRole('listitem')).toHaveLength(1);
  expect(within(list).getByText('Never used')).toBeTruthy();
});

test('shows the secret of a new token until it is dismissed', async () => {
  const user = userEvent.setup();
  const service = serve({
    'GET /v1/session/tokens': { json: { tokens: [] } },
    'POST /v1/session/tokens': { json: { ...TOKEN, token: 'prlp_secret' } },
  });
  renderPage(<Tokens />);
  await user.click(await screen.findByRole('button', { name: 'Create a token' }));
  await user.type(screen.getByLabelText('Name'), 'Laptop');
  await user.click(screen.getByRole('checkbox', { name: 'Import files' }));
  await user.click(screen.getByRole('button', { name: 'Create' }));
  expect(await screen.findByText('prlp_secret')).toBeTruthy();
  expect(service.sent('POST /v1/session/tokens')).toMatchObject([{ name: 'Laptop', scopes: ['translate', 'import'] }]);
  await user.click(screen.getByRole('button', { name: 'I have copied it' }));
  expect(screen.queryByText('prlp_secret')).toBeNull();
});

test('asks before a token is revoked', async () => {
  const user = userEvent.setup();
  serve({
    'GET /v1/session/tokens': [{ json: { tokens: [TOKEN] } }, { json: { tokens: [] } }],
    'DELETE /v1/session/tokens/01': { json: {} },
  });
  renderPage(<Tokens />);
  await user.click(await screen.findByRole('button', { name: 'Revoke “Laptop”' }));
  await user.click(within(screen.getByRole('dialog')).getByRole('button', { name: 'Revoke' }));
  expect(await screen.findByText('No tokens yet')).toBeTruthy();
});
