import type { Storage } from './index.js';

/** Stores texts in IndexedDB. */
export function indexedDbStorage(name = 'parlance'): Storage {
  const opened = new Promise<IDBDatabase>((resolve, reject) => {
    const request = indexedDB.open(name, 1);
    request.onupgradeneeded = () => request.result.createObjectStore('texts');
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });
  opened.catch(() => {}); // reported by each use
  async function run<T>(mode: IDBTransactionMode, action: (texts: IDBObjectStore) => IDBRequest<T>): Promise<T> {
    const transaction = (await opened).transaction('texts', mode);
    const request = action(transaction.objectStore('texts'));
    return new Promise((resolve, reject) => {
      transaction.oncomplete = () => resolve(request.result);
      transaction.onabort = transaction.onerror = () => reject(transaction.error);
    });
  }
  return {
    get: key => run('readonly', texts => texts.get(key) as IDBRequest<string | undefined>),
    set: (key, value) => run('readwrite', texts => texts.put(value, key)),
  };
}
