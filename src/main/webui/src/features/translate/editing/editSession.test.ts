import { beforeEach, expect, test, vi } from 'vitest';
import { ApiError, UnreachableError, type Problem } from '../../../api/client';
import type { BaseText, Draft } from '../../../storage/drafts';
import { EditSession } from './editSession';
import type { SavedText, SaveTask } from './saveQueue';

const loaded: BaseText = { message: 'Zu viele Karten', description: '', syntax: 'icu', version: 3 };
const typed = (message: string) => ({ message, description: '' });
const stored = (message: string, version: number): SavedText => ({ message, description: '', syntax: 'icu', state: 'translated', version });

/** A response that has not arrived yet. */
function deferred() {
  let resolve: (text: SavedText) => void = () => undefined;
  const promise = new Promise<SavedText>((it) => {
    resolve = it;
  });
  return { promise, resolve: (text: SavedText) => resolve(text) };
}

const put = vi.fn<SaveTask>();
const onSaved = vi.fn();
const onStorageFailure = vi.fn();
let drafts: Map<string, Draft>;
let session: EditSession;

beforeEach(() => {
  vi.useRealTimers();
  put.mockReset();
  onSaved.mockReset();
  drafts = new Map();
  session = open();
});

function open(): EditSession {
  return new EditSession(put, {
    load: async () => new Map(drafts),
    keep: async (key, draft) => void drafts.set(key, draft),
    remove: async (key) => void drafts.delete(key),
  }, { onSaved, onStorageFailure });
}

function problem(status: number, members: Partial<Problem> = {}): ApiError {
  return new ApiError({ type: '', title: 'Refused', status, code: 'refused', ...members });
}

test('keeps every change with its base version', () => {
  session.change('limit', loaded, typed('Zu viele'));
  expect(drafts.get('limit')).toEqual({ message: 'Zu viele', description: '', base: loaded });
});

test('is not changed by a text that equals the loaded one', () => {
  session.change('limit', { ...loaded, message: 'a\nb' }, typed('a\r\nb'));
  expect(session.snapshot().size).toBe(0);
  session.change('limit', loaded, typed('Zu viele'));
  session.change('limit', loaded, typed(loaded.message));
  expect(session.snapshot().size).toBe(0);
  expect(drafts.size).toBe(0);
});

test('forgets a draft only after the service has stored it', async () => {
  const answer = deferred();
  put.mockReturnValueOnce(answer.promise);
  session.change('limit', loaded, typed('Zu viele'));
  const saved = session.save('limit', { state: 'translated' });
  expect(put).toHaveBeenCalledWith('limit', loaded, 3, typed('Zu viele'), { state: 'translated' });
  expect(drafts.get('limit')?.pending).toEqual({ state: 'translated' });
  answer.resolve(stored('Zu viele', 4));
  expect(await saved).toBe('saved');
  expect(drafts.size).toBe(0);
  expect(onSaved).toHaveBeenCalledWith('limit', stored('Zu viele', 4));
});

test('uses the version of the former save for the next one', async () => {
  const first = deferred();
  put.mockReturnValueOnce(first.promise).mockResolvedValueOnce(stored('Zwei', 5));
  session.change('limit', loaded, typed('Eins'));
  void session.save('limit', { state: 'translated' });
  session.change('limit', loaded, typed('Zwei'));
  const second = session.save('limit', { state: 'translated' });
  expect(put).toHaveBeenCalledTimes(1);
  first.resolve(stored('Eins', 4));
  expect(await second).toBe('saved');
  expect(put).toHaveBeenCalledTimes(2);
  expect(put.mock.lastCall?.[2]).toBe(4);
  expect(session.snapshot().size).toBe(0);
});

test('keeps what was typed while a save was on its way', async () => {
  const answer = deferred();
  put.mockReturnValueOnce(answer.promise);
  session.change('limit', loaded, typed('Eins'));
  const saved = session.save('limit', { state: 'translated' });
  session.change('limit', loaded, typed('Eins und mehr'));
  answer.resolve(stored('Eins', 4));
  await saved;
  expect(session.snapshot().get('limit')).toMatchObject({ message: 'Eins und mehr', status: 'editing', base: { version: 4, message: 'Eins' } });
  expect(drafts.get('limit')?.base.version).toBe(4);
});

test('repeats a save until the service is back', async () => {
  vi.useFakeTimers();
  put.mockRejectedValueOnce(new UnreachableError(null)).mockRejectedValueOnce(problem(503)).mockResolvedValueOnce(stored('Zu viele', 4));
  session.change('limit', loaded, typed('Zu viele'));
  expect(await session.save('limit', { state: 'translated' })).toBe('waiting');
  expect(session.snapshot().get('limit')?.status).toBe('waiting');
  await vi.advanceTimersByTimeAsync(2_000);
  await vi.advanceTimersByTimeAsync(4_000);
  expect(put).toHaveBeenCalledTimes(3);
  expect(session.snapshot().size).toBe(0);
});

test('sends what waits at once when asked', async () => {
  put.mockRejectedValueOnce(new UnreachableError(null)).mockResolvedValueOnce(stored('Zu viele', 4));
  session.change('limit', loaded, typed('Zu viele'));
  await session.save('limit', { state: 'translated' });
  session.retry('limit');
  await vi.waitFor(() => expect(session.snapshot().size).toBe(0));
});

test('sends a save of an earlier session', async () => {
  drafts.set('limit', { message: 'Zu viele', description: '', base: loaded, pending: { state: 'approved' } });
  drafts.set('closed', { message: 'Zu', description: '', base: loaded });
  put.mockResolvedValueOnce(stored('Zu viele', 4));
  session = open();
  await session.restore();
  expect(put).toHaveBeenCalledTimes(1);
  expect(put.mock.lastCall?.[4]).toEqual({ state: 'approved' });
  await vi.waitFor(() => expect([...session.snapshot().keys()]).toEqual(['closed']));
});

test('keeps a refused text with its reason', async () => {
  put.mockRejectedValueOnce(problem(422, { detail: 'Invalid pattern' }));
  session.change('limit', loaded, typed('{'));
  expect(await session.save('limit', { state: 'translated' })).toBe('refused');
  expect(session.snapshot().get('limit')).toMatchObject({ message: '{', status: 'refused', problem: { detail: 'Invalid pattern' } });
  expect(drafts.get('limit')?.message).toBe('{');
});

test('continues from their version after a conflict', async () => {
  put.mockRejectedValueOnce(problem(412, { theirs: { version: 4, text: { message: 'Ihre', state: 'translated' } }, base: { version: 3, text: { message: loaded.message } } }));
  session.change('limit', loaded, typed('Meine'));
  expect(await session.save('limit', { state: 'translated' })).toBe('conflict');
  expect(session.snapshot().get('limit')?.conflict?.theirs?.text.message).toBe('Ihre');
  session.rebase('limit', typed('Meine'));
  put.mockResolvedValueOnce(stored('Meine', 5));
  await session.save('limit', { state: 'translated' });
  expect(put.mock.lastCall?.[2]).toBe(4);
  expect(session.snapshot().size).toBe(0);
});

test('recognises its own save whose response was lost', async () => {
  put.mockRejectedValueOnce(problem(412, { theirs: { version: 4, text: { message: 'Zu viele', description: '', state: 'translated' } } }));
  session.change('limit', loaded, typed('Zu viele'));
  expect(await session.save('limit', { state: 'translated' })).toBe('saved');
  expect(session.snapshot().size).toBe(0);
});

test('says so if drafts cannot be kept', async () => {
  session = new EditSession(put, { load: () => Promise.reject(new Error('private')), keep: async () => undefined, remove: async () => undefined }, { onSaved, onStorageFailure });
  await session.restore();
  expect(onStorageFailure).toHaveBeenCalled();
});
