import { QueryClient } from '@tanstack/react-query';
import { beforeEach, expect, test, vi } from 'vitest';
import { rowWindow, type DraftRow, type RowList, type RowWindow } from '../../../api/draftRows';
import { loadedIndex, neighbour, showSaved } from './rowCache';

const list: RowList = { catalog: 'shop', locale: 'de', filters: { state: 'untranslated' }, sort: 'position' };
const fetched = vi.fn<typeof fetch>();
let client: QueryClient;

const row = (key: string): DraftRow => ({ key, code: key, lifecycle: 'active', state: 'untranslated', stale: false, rejected: true, version: 0 });
const page = (offset: number, ...keys: string[]): RowWindow => ({ revision: 1, total: 500, offset, rows: keys.map(row) });
const respond = (body: object) => fetched.mockResolvedValueOnce(new Response(JSON.stringify(body), { headers: { 'Content-Type': 'application/json' } }));

beforeEach(() => {
  vi.stubGlobal('fetch', fetched.mockReset());
  client = new QueryClient();
});

test('finds the next message among the loaded rows', async () => {
  client.setQueryData(rowWindow(list, 1).queryKey, page(100, 'a', 'b'));
  expect(loadedIndex(client, list, 'b')).toBe(101);
  expect((await neighbour(client, list, 'a', 1))?.key).toBe('b');
  expect(fetched).not.toHaveBeenCalled();
});

test('asks for the next message at the end of the loaded rows', async () => {
  client.setQueryData(rowWindow(list, 0).queryKey, page(0, 'a', 'b'));
  respond({ key: 'b', listed: true, offset: 1, total: 500 });
  respond(page(1, 'b', 'c'));
  expect((await neighbour(client, list, 'b', 1))?.key).toBe('c');
});

test('does not skip a message if the present one has left the list meanwhile', async () => {
  respond({ key: 'b', listed: true, offset: 1, total: 500 });
  respond(page(1, 'c', 'd'));
  expect((await neighbour(client, list, 'b', 1))?.key).toBe('c');
});

test('has none before the first message', async () => {
  respond({ key: 'a', listed: true, offset: 0, total: 500 });
  expect(await neighbour(client, list, 'a', -1)).toBeNull();
});

test('shows a saved text in the list at once', () => {
  const { queryKey } = rowWindow(list, 0);
  client.setQueryData(queryKey, page(0, 'a', 'b'));
  showSaved(client, list, 'b', { message: 'x'.repeat(300), description: '', syntax: 'icu', state: 'translated', version: 1 });
  expect(client.getQueryData(queryKey)?.rows[1]).toMatchObject({ message: `${'x'.repeat(199)}…`, state: 'translated', version: 1, rejected: false });
  expect(client.getQueryData(queryKey)?.rows[0]?.state).toBe('untranslated');
});
