import type { QueryClient } from '@tanstack/react-query';
import { catalogPath } from '../../../api/catalogs';
import { get } from '../../../api/client';
import { listKeys, rowPosition, rowWindow, WINDOW_SIZE, type DraftRow, type RowList, type RowWindow } from '../../../api/draftRows';
import type { SavedText } from '../editing/saveQueue';

const EXCERPT_LENGTH = 200;

/** Returns the row at an index if its window is loaded. */
export function loadedRow(client: QueryClient, list: RowList, index: number): DraftRow | null {
  const loaded = client.getQueryData(rowWindow(list, Math.floor(index / WINDOW_SIZE)).queryKey);
  return loaded?.rows[index % WINDOW_SIZE] ?? null;
}

/** Returns the index of a message if its window is loaded. */
export function loadedIndex(client: QueryClient, list: RowList, key: string): number | null {
  const { queryKey } = rowWindow(list, 0);
  for (const [, loaded] of client.getQueriesData<RowWindow>({ queryKey: queryKey.slice(0, -1) })) {
    const index = loaded?.rows.findIndex((row) => row.key === key) ?? -1;
    if (loaded && index >= 0) {
      return loaded.offset + index;
    }
  }
  return null;
}

/** Returns the number of messages in the list; 0 while nothing is loaded. */
export function loadedTotal(client: QueryClient, list: RowList): number {
  const { queryKey } = rowWindow(list, 0);
  return client.getQueriesData<RowWindow>({ queryKey: queryKey.slice(0, -1) }).find(([, loaded]) => loaded)?.[1]?.total ?? 0;
}

export async function rowAt(client: QueryClient, list: RowList, index: number): Promise<DraftRow | null> {
  const loaded = await client.ensureQueryData(rowWindow(list, Math.floor(index / WINDOW_SIZE)));
  return loaded.rows[index % WINDOW_SIZE] ?? null;
}

/** Returns the rows from one index to another, in any order. */
export async function rowsBetween(client: QueryClient, list: RowList, from: number, to: number): Promise<DraftRow[]> {
  const [first, last] = from < to ? [from, to] : [to, from];
  const rows: DraftRow[] = [];
  for (let window = Math.floor(first / WINDOW_SIZE); window <= Math.floor(last / WINDOW_SIZE); window++) {
    const loaded = await client.ensureQueryData(rowWindow(list, window));
    rows.push(...loaded.rows.filter((_, index) => loaded.offset + index >= first && loaded.offset + index <= last));
  }
  return rows;
}

/** Returns the message after or before another one in the list, which may itself not be listed. */
export async function neighbour(client: QueryClient, list: RowList, key: string, step: 1 | -1): Promise<DraftRow | null> {
  const index = loadedIndex(client, list, key);
  const loaded = index === null ? null : loadedRow(client, list, index + step);
  return loaded ?? listedNeighbour(client, list, key, step);
}

async function listedNeighbour(client: QueryClient, list: RowList, key: string, step: 1 | -1): Promise<DraftRow | null> {
  const { offset } = await client.fetchQuery({ ...rowPosition(list, key), staleTime: 0, retry: false });
  if (step < 0 && offset === 0) {
    return null;
  }
  // Between the two requests the message may have left the list, so that the next one stands in its place.
  const query = { locale: list.locale, ...list.filters, sort: list.sort, offset: step > 0 ? offset : offset - 1, limit: step > 0 ? 2 : 1 };
  const { rows } = await get<RowWindow>(catalogPath(list.catalog, 'draft', 'rows'), { query });
  return rows.find((row) => row.key !== key) ?? null;
}

/** Shows a saved text in all loaded windows, before they are loaded again. */
export function showSaved(client: QueryClient, { catalog, locale }: RowList, key: string, text: SavedText): void {
  const message = text.message.length > EXCERPT_LENGTH ? `${text.message.slice(0, EXCERPT_LENGTH - 1)}…` : text.message;
  const change: Partial<DraftRow> = { message, state: text.state, version: text.version, stale: false, rejected: false };
  client.setQueriesData<RowWindow>({ queryKey: listKeys(catalog, locale).rows }, (loaded) => {
    if (!loaded?.rows.some((row) => row.key === key)) {
      return loaded;
    }
    return { ...loaded, rows: loaded.rows.map((row) => (row.key === key ? { ...row, ...change } : row)) };
  });
}
