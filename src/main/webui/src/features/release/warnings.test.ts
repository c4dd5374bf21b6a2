import { expect, test } from 'vitest';
import type { LocaleCounts } from '../../api/draftCounts';
import { findBlockers, findWarnings } from './warnings';

const zero: Omit<LocaleCounts, 'locale' | 'required'> = {
  untranslated: 0, drafts: 0, translated: 0, approved: 0, stale: 0, errors: 0, warnings: 0,
};
const counts = {
  reviewRequired: true,
  messages: 9,
  locales: [
    { ...zero, locale: 'de', required: true, untranslated: 2, translated: 1, stale: 3, errors: 1 },
    { ...zero, locale: 'ar', required: false, untranslated: 4, drafts: 5, translated: 6, warnings: 7 },
  ],
};

test('warns of texts that a release leaves out, in locales that it does not need', () => {
  expect(findWarnings(counts).map(({ locale, kind, count }) => [locale, kind, count])).toEqual([
    ['de', 'stale', 3], ['ar', 'untranslated', 4], ['ar', 'drafts', 5], ['ar', 'translated', 6], ['ar', 'warnings', 7],
  ]);
});

test('texts of required locales and errors block', () => {
  expect(findBlockers(counts).map(({ locale, kind, count }) => [locale, kind, count])).toEqual([
    ['de', 'errors', 1], ['de', 'untranslated', 2], ['de', 'translated', 1],
  ]);
});

test('unapproved texts are released unless the catalog requires review', () => {
  const open = { ...counts, reviewRequired: false };
  expect([...findWarnings(open), ...findBlockers(open)].some(({ kind }) => kind === 'translated')).toBe(false);
});
