import { ApiError } from '../../../api/client';
import { approveText, removeText, restoreText, saveText, type DraftText, type TextAddress } from '../../../api/draftTexts';
import type { BulkAction } from './actions';

/** A change of one text, as far as it is needed to take it back. */
export interface Changed {
  key: string;
  /** 0 if the text was created. */
  before: number;
  after: number;
}

/** Reads a text; null if there is none. */
type ReadText = (address: TextAddress) => Promise<DraftText | null>;

/**
 * Applies an action to one text, like a single edit.
 *
 * @returns null if nothing was to be done
 */
export async function changeText(action: BulkAction, address: TextAddress, sourceLocale: string, read: ReadText): Promise<Changed | null> {
  const text = await read(address);
  if (action === 'copySource') {
    const source = text === null ? await read({ ...address, locale: sourceLocale }) : null;
    if (source === null) {
      return null;
    }
    const { message, description, syntax } = source;
    const { body } = await saveText(address, 0, { message, description, syntax, state: 'draft' });
    return { key: address.key, before: 0, after: body.version };
  }
  if (text === null) {
    return null;
  }
  const { message, description, syntax, version } = text;
  const changed = action === 'approve'
    ? await approveText(address, version)
    : (await saveText(address, version, { message, description, syntax, state: action === 'draft' ? 'draft' : 'translated' })).body;
  return changed.version === version ? null : { key: address.key, before: version, after: changed.version };
}

/** Takes a change back, unless the text was changed again. */
export async function takeBack({ key, before, after }: Changed, address: Omit<TextAddress, 'key'>): Promise<void> {
  if (before === 0) {
    await removeText({ ...address, key }, after);
  } else {
    await restoreText({ ...address, key }, after, before);
  }
}

/** Returns why a change was refused. */
export function reasonOf(error: unknown): string {
  if (error instanceof ApiError) {
    return error.problem.detail ?? error.problem.title;
  }
  throw error;
}
