import type { Storage } from './index.js';

/** Stores texts in `localStorage`, or in an object of the same shape. */
export function localTextStorage(storage: Pick<globalThis.Storage, 'getItem' | 'setItem'> = globalThis.localStorage): Storage {
  return {
    get: key => storage.getItem(key),
    set: (key, value) => storage.setItem(key, value),
  };
}
