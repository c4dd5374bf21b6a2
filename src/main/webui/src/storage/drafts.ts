import { createStore, promisifyRequest, type UseStore } from 'idb-keyval';
import type { SavedState, Syntax } from '../api/draftTexts';

/** A text as it was loaded; version 0 if there was none. */
export interface BaseText {
  message: string;
  description: string;
  syntax: Syntax;
  version: number;
}

/** A text that was typed and not saved yet. */
export interface Draft {
  message: string;
  description: string;
  /** The version from which the person started. */
  base: BaseText;
  /** Set if the person asked to save it: it is sent when the service is back. */
  pending?: { state: SavedState; confirm?: Record<string, string> };
}

/** Whose drafts of which texts. */
export interface DraftScope {
  person: string;
  catalog: string;
  locale: string;
}

let opened: UseStore | null = null;

function store(): UseStore {
  opened ??= createStore('parlance-drafts', 'texts');
  return opened;
}

function address({ person, catalog, locale }: DraftScope, key: string): IDBValidKey {
  return [person, catalog, locale, key];
}

/** Keeps a draft. Writes are applied in the order of the calls. */
export async function keepDraft(scope: DraftScope, key: string, draft: Draft): Promise<void> {
  await store()('readwrite', (texts) => {
    texts.put(draft, address(scope, key));
    return promisifyRequest(texts.transaction);
  });
}

export async function removeDraft(scope: DraftScope, key: string): Promise<void> {
  await store()('readwrite', (texts) => {
    texts.delete(address(scope, key));
    return promisifyRequest(texts.transaction);
  });
}

/** Returns the drafts of a person in a locale, by message key. */
export async function loadDrafts(scope: DraftScope): Promise<Map<string, Draft>> {
  const { person, catalog, locale } = scope;
  // An array sorts after all strings, so it ends the range of this locale.
  const range = IDBKeyRange.bound([person, catalog, locale], [person, catalog, locale, []]);
  return store()('readonly', async (texts) => {
    const [keys, drafts] = await Promise.all([promisifyRequest(texts.getAllKeys(range)), promisifyRequest<Draft[]>(texts.getAll(range))]);
    const found = new Map<string, Draft>();
    keys.forEach((key, index) => {
      const draft = drafts[index];
      if (Array.isArray(key) && draft) {
        found.set(String(key[3]), draft);
      }
    });
    return found;
  });
}
