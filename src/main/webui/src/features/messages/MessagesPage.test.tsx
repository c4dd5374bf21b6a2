import { screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { Route, Routes, useLocation } from 'react-router';
import { expect, test } from 'vitest';
import { FakeResponse, fakeService, problem, shopAnswers, type FakeRequest } from '../../test/fakeService';
import { renderPage } from '../../test/render';
import { GoToMessage } from './GoToMessage';
import { MessagesPage } from './MessagesPage';

const MESSAGE = {
  key: 'card.declined', version: 1, code: 'PAY-42', reason: 'CARD_DECLINED', httpStatus: 402, tags: ['card'], lifecycle: 'active',
  audience: 'user', outcomeUnknown: false, arguments: [{ name: 'bank', type: 'string', example: 'ACME' }],
  texts: [{ locale: 'en', message: 'The card of {bank} was declined.' }],
};
const URL = '/v1/catalogs/shop/draft/messages/card.declined';
const LIST = { messages: [{ ...MESSAGE, text: { message: 'The card of {bank} was declined.' } }] };

function render(address: string, answers: Record<string, unknown>, permissions = ['read-draft', 'manage']): FakeRequest[] {
  const requests = fakeService({ ...shopAnswers(permissions), 'GET /v1/catalogs/shop/draft/messages': LIST, ...answers });
  renderPage(
    <Routes>
      <Route path="/catalogs/:catalog/messages" element={<MessagesPage />} />
      <Route path="/catalogs/:catalog/translate/:locale" element={<Address />} />
      <Route path="/go/:catalog/:key" element={<GoToMessage />} />
    </Routes>, address);
  return requests;
}

function Address() {
  const { pathname, search } = useLocation();
  return <p>{pathname + search}</p>;
}

test('lists messages with their source texts, and searches after a pause', async () => {
  const requests = render('/catalogs/shop/messages', {});
  expect(await screen.findByRole('link', { name: /card\.declined.*The card of \{bank\} was declined/ })).toBeTruthy();
  await userEvent.type(screen.getByRole('searchbox'), 'card');
  await waitFor(() => expect(requests.some(({ url }) => url.includes('q=card'))).toBe(true));
  expect(requests.some(({ url }) => url.includes('q=c&'))).toBe(false);
});

test('creates a message, then its source text', async () => {
  const requests = render('/catalogs/shop/messages?create=', {
    'PUT /v1/catalogs/shop/messages/limit': new FakeResponse(201, { ...MESSAGE, key: 'limit' }),
    'PUT /v1/catalogs/shop/messages/limit/texts/en': new FakeResponse(201, {}),
    'GET /v1/catalogs/shop/draft/messages/limit': { ...MESSAGE, key: 'limit' },
  });
  await userEvent.type(await screen.findByLabelText('Key'), 'limit');
  await userEvent.type(screen.getByLabelText('Reason'), 'LIMIT');
  await userEvent.click(screen.getByRole('button', { name: 'Add an argument' }));
  await userEvent.type(screen.getByLabelText('Name'), 'max');
  await userEvent.type(screen.getByLabelText(/Source text/), 'At most 5.');
  await userEvent.click(screen.getByRole('button', { name: 'Create' }));
  expect(await screen.findByRole('heading', { name: 'limit' })).toBeTruthy();
  const [definition, text] = requests.filter(({ method }) => method === 'PUT');
  expect(JSON.parse(definition?.body ?? '')).toMatchObject({ reason: 'LIMIT', arguments: [{ name: 'max', type: 'string' }] });
  expect(definition?.headers.get('If-None-Match')).toBe('*');
  expect(JSON.parse(text?.body ?? '')).toEqual({ message: 'At most 5.' });
});

test('says in words which keys are allowed, at the field', async () => {
  const requests = render('/catalogs/shop/messages?create=', {});
  await userEvent.type(await screen.findByLabelText('Key'), 'Order/Rejected');
  await userEvent.type(screen.getByLabelText('Reason'), 'LIMIT');
  await userEvent.click(screen.getByRole('button', { name: 'Create' }));
  expect(await screen.findByText(/^Use only the letters A–Z/)).toBeTruthy();
  expect(screen.getByLabelText('Key').getAttribute('aria-invalid')).toBe('true');
  expect(requests.some(({ method }) => method === 'PUT')).toBe(false);
});

test('shows a problem of the service at its field', async () => {
  render('/catalogs/shop/messages?create=', {
    'PUT /v1/catalogs/shop/messages/limit': new FakeResponse(422, {
      title: 'Invalid field', detail: 'The field /reason has a value that is not accepted.', status: 422, code: 'invalid-field',
      arguments: { pointer: '/reason' },
    }),
  });
  await userEvent.type(await screen.findByLabelText('Key'), 'limit');
  await userEvent.type(screen.getByLabelText('Reason'), 'no');
  await userEvent.click(screen.getByRole('button', { name: 'Create' }));
  await waitFor(() => expect(screen.getByLabelText('Reason').getAttribute('aria-invalid')).toBe('true'));
  expect(screen.getByText('The field /reason has a value that is not accepted.')).toBeTruthy();
});

test('merges the changes of somebody else, and says which fields collide', async () => {
  let version = 1;
  const requests = render('/catalogs/shop/messages?message=card.declined', {
    [`GET ${URL}`]: () => (version === 1 ? MESSAGE : { ...MESSAGE, version: 2, reason: 'CARD_REFUSED', httpStatus: 409 }),
    'PATCH /v1/catalogs/shop/messages/card.declined': ({ headers }: FakeRequest) => {
      if (headers.get('If-Match') !== '"2"') {
        version = 2;
        return problem(412, 'stale-revision', 'This resource was changed after you read it.');
      }
      return { ...MESSAGE, version: 3 };
    },
  });
  const status = await screen.findByLabelText('HTTP status');
  await userEvent.clear(status);
  await userEvent.type(status, '403');
  await userEvent.click(screen.getByRole('button', { name: 'Save' }));
  expect(await screen.findByText(/Somebody else changed the same fields/)).toBeTruthy();
  expect(screen.getByText('409')).toBeTruthy();
  expect(screen.getByDisplayValue('CARD_REFUSED')).toBeTruthy();
  expect(screen.getByDisplayValue('403')).toBeTruthy();
  await userEvent.click(screen.getByRole('button', { name: 'Save' }));
  await waitFor(() => expect(screen.queryByRole('button', { name: 'Discard changes' })).toBeNull());
  expect(JSON.parse(requests.filter(({ method }) => method === 'PATCH').at(-1)?.body ?? '')).toEqual({ httpStatus: 403 });
});

test('deprecates a message in favour of another one', async () => {
  const requests = render('/catalogs/shop/messages?message=card.declined', {
    [`GET ${URL}`]: MESSAGE,
    'PATCH /v1/catalogs/shop/messages/card.declined': MESSAGE,
  });
  await userEvent.click(await screen.findByRole('button', { name: 'Deprecate…' }));
  await userEvent.type(screen.getByLabelText('Replaced by'), 'card.refused');
  expect(screen.getByText('They also receive card.refused as the message to use instead.')).toBeTruthy();
  await userEvent.click(screen.getByRole('button', { name: 'Deprecate' }));
  await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
  const patch = requests.find(({ method }) => method === 'PATCH');
  expect(JSON.parse(patch?.body ?? '')).toEqual({ lifecycle: 'deprecated', replacedBy: 'card.refused', sunset: null });
});

test('shows the definition to people who may not change it', async () => {
  render('/catalogs/shop/messages?message=card.declined', { [`GET ${URL}`]: MESSAGE }, ['read-draft']);
  expect(await screen.findByText('Only managers of this catalog can change messages.')).toBeTruthy();
  expect(screen.getByText('CARD_DECLINED')).toBeTruthy();
  expect(screen.queryByRole('button')).toBeNull();
});

test('leads from a key to its text in the language of the reader', async () => {
  render('/go/shop/card.declined', { [`GET ${URL}`]: MESSAGE });
  expect(await screen.findByText('/catalogs/shop/translate/en?key=card.declined')).toBeTruthy();
});

test('says that a key does not exist', async () => {
  render('/go/shop/nothing', { 'GET /v1/catalogs/shop/draft/messages/nothing': problem(404, 'unknown-message', 'No such message.') });
  expect(await screen.findByText('There is no message with the key nothing')).toBeTruthy();
  expect(screen.getByRole('link', { name: 'All messages' })).toBeTruthy();
});
