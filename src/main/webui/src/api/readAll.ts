import { get } from './client';

/** Reads all pages of a list. For lists that are short by nature. */
export async function readAll<P extends { next?: string | null }, T>(url: string, items: (page: P) => T[], signal: AbortSignal): Promise<T[]> {
  const all: T[] = [];
  let cursor: string | undefined;
  do {
    const page: P = await get<P>(url, { query: { limit: 500, cursor }, signal });
    all.push(...items(page));
    cursor = page.next ?? undefined;
  } while (cursor !== undefined);
  return all;
}
