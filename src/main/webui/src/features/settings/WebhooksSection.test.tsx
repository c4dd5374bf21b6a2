import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { expect, test } from 'vitest';
import { FakeResponse, fakeService, problem, type FakeRequest } from '../../test/fakeService';
import { renderPage } from '../../test/render';
import { WebhooksSection } from './WebhooksSection';

const PATH = '/v1/catalogs/shop/webhooks';
const HOOK = { id: '1', url: 'https://example.com/hook', description: 'Cache', events: ['channel.moved'], enabled: true };
const DELIVERY = {
  id: 'd1', event: 'channel.moved', createdAt: '2026-01-02T03:04:05Z', status: 'pending', attempts: 2, durationMillis: 12,
  nextAttemptAt: '2026-01-02T03:09:05Z', responseStatus: 500, responseExcerpt: 'down',
};

function render(answers: Record<string, unknown> = {}, canChange = true): FakeRequest[] {
  const requests = fakeService({ [`GET ${PATH}`]: { webhooks: [HOOK] }, ...answers });
  renderPage(<WebhooksSection catalog="shop" canChange={canChange} />);
  return requests;
}

function bodyOf(requests: FakeRequest[], method: string): unknown {
  return JSON.parse(requests.find((it) => it.method === method)?.body ?? 'null');
}

test('shows the secret of a new webhook once', async () => {
  const requests = render({ [`POST ${PATH}`]: new FakeResponse(201, { ...HOOK, secret: 'whsec_abc' }) });
  await userEvent.click(await screen.findByRole('button', { name: 'Add a webhook' }));
  const dialog = within(screen.getByRole('dialog'));
  await userEvent.type(dialog.getByLabelText('URL'), HOOK.url);
  await userEvent.click(dialog.getByRole('checkbox', { name: 'Comment added' }));
  await userEvent.click(dialog.getByRole('checkbox', { name: 'Release created' }));
  await userEvent.click(dialog.getByRole('button', { name: 'Add' }));
  expect(await screen.findByText('whsec_abc')).toBeTruthy();
  expect(bodyOf(requests, 'POST')).toEqual({
    url: HOOK.url, description: '', events: ['release.created', 'comment.added'], enabled: true,
  });
  await userEvent.click(screen.getByRole('button', { name: 'I have copied it' }));
  expect(screen.queryByText('whsec_abc')).toBeNull();
});

test('shows at its field that the address is rejected', async () => {
  render({ [`PATCH ${PATH}/1`]: new FakeResponse(422, { ...problem(422, 'invalid-field', 'Not allowed.').body as object, pointer: '/url',
    arguments: { pointer: '/url' } }) });
  await userEvent.click(await screen.findByRole('button', { name: `Change the webhook ${HOOK.url}` }));
  await userEvent.click(within(screen.getByRole('dialog')).getByRole('button', { name: 'Save' }));
  await waitFor(() => expect(screen.getByLabelText('URL').getAttribute('aria-invalid')).toBe('true'));
});

test('says why a webhook is disabled or fails', async () => {
  render({ [`GET ${PATH}`]: { webhooks: [{ ...HOOK, enabled: false, disabledReason: 'gone' },
    { ...HOOK, id: '2', events: [], failingSince: '2026-01-02T03:04:05Z' }] } });
  expect(await screen.findByText(/because the receiver answered/)).toBeTruthy();
  expect(screen.getByText(/^Failing since/)).toBeTruthy();
  expect(screen.getByText('All events')).toBeTruthy();
});

test('lists deliveries, sends one again and sends a test', async () => {
  const requests = render({
    [`GET ${PATH}/1/deliveries`]: { deliveries: [DELIVERY] },
    [`POST ${PATH}/1/deliveries/d1/replay`]: new FakeResponse(202, DELIVERY),
    [`POST ${PATH}/1/test`]: new FakeResponse(202, DELIVERY),
  });
  await userEvent.click(await screen.findByRole('button', { name: `Deliveries to ${HOOK.url}` }));
  const dialog = within(screen.getByRole('dialog'));
  expect(await dialog.findByText(/HTTP 500/)).toBeTruthy();
  expect(dialog.getByText(/2 attempts/)).toBeTruthy();
  expect(dialog.getByText('down')).toBeTruthy();
  await userEvent.click(dialog.getByRole('button', { name: 'Send again: Channel moved' }));
  await userEvent.click(dialog.getByRole('button', { name: 'Send a test event' }));
  await waitFor(() => expect(requests.filter(({ method }) => method === 'POST').map(({ url }) => url))
    .toEqual([`${PATH}/1/deliveries/d1/replay`, `${PATH}/1/test`]));
});

test('shows the new secret after the rotation was confirmed', async () => {
  render({ [`POST ${PATH}/1/secret`]: { ...HOOK, secret: 'whsec_new' } });
  await userEvent.click(await screen.findByRole('button', { name: `New secret for ${HOOK.url}` }));
  expect(screen.getByText(/both secrets/)).toBeTruthy();
  await userEvent.click(within(screen.getByRole('dialog')).getByRole('button', { name: 'New secret' }));
  expect(await screen.findByText('whsec_new')).toBeTruthy();
});

test('translators do not read webhooks', () => {
  const requests = render({}, false);
  expect(screen.getByText('Only managers of this catalog can see and change this.')).toBeTruthy();
  expect(requests).toEqual([]);
});
