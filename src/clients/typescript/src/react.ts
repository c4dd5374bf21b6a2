import { createContext, createElement, type ReactNode, useContext, useSyncExternalStore } from 'react';
import type { Parlance } from './index.js';

const Context = createContext<Parlance | undefined>(undefined);

/** Provides the client to all components below. */
export function ParlanceProvider({ client, children }: { client: Parlance; children?: ReactNode }) {
  return createElement(Context.Provider, { value: client }, children);
}

/** Returns the client, and renders the component again after each change of the texts. */
export function useParlance(): Parlance {
  const client = useContext(Context);
  if (!client) {
    throw new Error('useParlance needs a ParlanceProvider.');
  }
  const current = () => client.current;
  useSyncExternalStore(client.onChange, current, current);
  return client;
}
