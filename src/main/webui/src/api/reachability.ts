import { useSyncExternalStore } from 'react';

let reachable = true;
const listeners = new Set<() => void>();

/** Records whether the last request had a response. */
export function reportReachable(value: boolean): void {
  if (value !== reachable) {
    reachable = value;
    listeners.forEach((listener) => listener());
  }
}

/** Whether the service answered the last request. */
export function useReachable(): boolean {
  return useSyncExternalStore(subscribe, () => reachable);
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}
