import { expect, test } from 'vitest';
import { keepDraft, loadDrafts, removeDraft, type Draft } from './drafts';

const base = { message: 'Too many', description: '', syntax: 'icu', version: 3 } as const;
const draft = (message: string): Draft => ({ message, description: '', base });
const anna = { person: 'anna', catalog: 'shop', locale: 'de' };

test('keeps the last change of a text with the version it was made from', async () => {
  await Promise.all([keepDraft(anna, 'limit', draft('Z')), keepDraft(anna, 'limit', draft('Zu viele'))]);
  expect(await loadDrafts(anna)).toEqual(new Map([['limit', draft('Zu viele')]]));
});

test('keeps drafts apart by person, catalog and locale', async () => {
  await keepDraft(anna, 'limit', draft('Annas Text'));
  await keepDraft({ ...anna, person: 'bert' }, 'limit', draft('Berts Text'));
  await keepDraft({ ...anna, locale: 'de-AT' }, 'limit', draft('Österreich'));
  expect((await loadDrafts({ ...anna, person: 'bert' })).get('limit')?.message).toBe('Berts Text');
  expect((await loadDrafts(anna)).size).toBe(1);
  expect((await loadDrafts({ ...anna, catalog: 'desk' })).size).toBe(0);
});

test('removes a draft and no other', async () => {
  await keepDraft(anna, 'limit', draft('Zu viele'));
  await keepDraft(anna, 'closed', draft('Geschlossen'));
  await removeDraft(anna, 'limit');
  expect([...(await loadDrafts(anna)).keys()]).toEqual(['closed']);
});
