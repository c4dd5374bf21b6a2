import { useRef } from 'react';
import { useRowWindows, WINDOW_SIZE, type DraftRow, type RowList } from '../../../api/draftRows';

export interface MessageRows {
  /** The exact number of messages; null until it is known. */
  total: number | null;
  error: unknown;
  retry: () => void;
  /** Null while the row is loading. */
  rowAt: (index: number) => DraftRow | null;
}

/** Loads the windows that hold the visible rows. */
export function useMessageRows(list: RowList, first: number, last: number): MessageRows {
  const indexes: number[] = [];
  for (let window = Math.floor(first / WINDOW_SIZE); window <= Math.floor(last / WINDOW_SIZE); window++) {
    indexes.push(window);
  }
  const windows = useRowWindows(list, indexes);
  const known = windows.find(({ data }) => data)?.data?.total;
  // The total of the previous search stands until that of the new one arrives, so that nothing jumps.
  const total = useRef<number | null>(null);
  total.current = known ?? total.current;
  return {
    total: total.current,
    error: windows.find(({ isError, data }) => isError && !data)?.error ?? null,
    retry: () => windows.forEach((window) => void window.refetch()),
    rowAt: (index) => windows[indexes.indexOf(Math.floor(index / WINDOW_SIZE))]?.data?.rows[index % WINDOW_SIZE] ?? null,
  };
}
