import { afterEach, expect, test, vi } from 'vitest';
import { ApiError, get, path, send, UnreachableError, withQuery } from './client';

const fetched = vi.fn<typeof fetch>();
vi.stubGlobal('fetch', fetched);
afterEach(() => fetched.mockReset());

function respond(status: number, body: string, type = 'application/json', headers: Record<string, string> = {}) {
  fetched.mockResolvedValueOnce(new Response(body || null, { status, headers: { 'Content-Type': type, ...headers } }));
}

test('returns the body and its version', async () => {
  respond(200, '{"locale":"de"}', 'application/json;charset=UTF-8', { ETag: '"7"' });
  expect(await send('GET', '/v1/x')).toMatchObject({ body: { locale: 'de' }, etag: '"7"', status: 200 });
});

test('accepts a response without a body', async () => {
  fetched.mockResolvedValueOnce(new Response(null, { status: 204 }));
  expect((await send('DELETE', '/v1/session')).body).toBeUndefined();
});

test('throws the problem of the service', async () => {
  respond(412, '{"type":"/codes/parlance/stale","title":"Changed","status":412,"code":"stale"}', 'application/problem+json');
  await expect(get('/v1/x')).rejects.toSatisfy((error: unknown) => error instanceof ApiError && error.problem.code === 'stale');
});

test.each([
  ['a proxy that answers with a page', 200, '<html>', 'text/html'],
  ['an error of a proxy', 502, 'Bad gateway', 'text/plain'],
  ['a body that was cut off', 200, '{"locale":', 'application/json'],
])('reports %s as unreachable', async (_, status, body, type) => {
  respond(status, body, type);
  await expect(get('/v1/x')).rejects.toBeInstanceOf(UnreachableError);
});

test('reports a failed connection as unreachable', async () => {
  fetched.mockRejectedValueOnce(new TypeError('Failed to fetch'));
  await expect(get('/v1/x')).rejects.toBeInstanceOf(UnreachableError);
});

test('sends preconditions, and the body as JSON', async () => {
  respond(200, '{}');
  await send('PUT', '/v1/x', { body: { message: 'Zu viele' }, ifMatch: '"3"' });
  const [, init] = fetched.mock.lastCall ?? [];
  const headers = new Headers(init?.headers);
  expect(headers.get('If-Match')).toBe('"3"');
  expect(headers.get('Content-Type')).toBe('application/json');
  expect(init?.body).toBe('{"message":"Zu viele"}');
});

test('encodes segments and leaves out empty parameters', () => {
  expect(path('a b', '-1015/x')).toBe('/a%20b/-1015%2Fx');
  expect(withQuery('/v1/x', { q: '', locale: 'de', limit: 5, cursor: undefined })).toBe('/v1/x?locale=de&limit=5');
});
