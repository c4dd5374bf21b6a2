import { expect, test } from 'vitest';
import type { Catalog, Draft } from '../../api/catalogs';
import type { LocaleProgress } from '../../api/summary';
import { catalogNameFor } from './catalogName';
import { completenessOf } from './completeness';
import { blockersOf, translatedPart } from './progress';

const PROGRESS: LocaleProgress = {
  locale: 'de', source: false, required: true, direction: 'ltr', total: 1000, untranslated: 1, drafts: 2, translated: 900, approved: 97,
  stale: 0, rejected: 0, errors: 3, warnings: 0, blocking: true,
};

test('a locale with a missing text is never shown as complete', () => {
  expect(translatedPart({ ...PROGRESS, drafts: 0, translated: 902 })).toBe(0.99);
  expect(translatedPart({ ...PROGRESS, total: 0, translated: 0, approved: 0 })).toBe(1);
});

test('only required locales block a release by what is missing', () => {
  expect(blockersOf({ ...PROGRESS, required: false }, true)).toEqual([{ state: 'errors', count: 3 }]);
  expect(blockersOf(PROGRESS, false).map(({ state }) => state)).toEqual(['errors', 'untranslated', 'draft']);
});

test('texts without approval block a release if a review is required', () => {
  expect(blockersOf(PROGRESS, true)).toContainEqual({ state: 'translated', count: 900 });
});

test('completeness is that of the draft if it may be read, without the source', () => {
  const locale = { name: '', nativeName: '', direction: 'ltr' as const, completeness: 0 };
  const catalog: Catalog = {
    name: 'shop', title: 'Shop', sourceLocale: 'en', messages: 100, channels: {},
    locales: [{ ...locale, locale: 'de', texts: 50 }, { ...locale, locale: 'en', texts: 100 }],
  };
  const draft: Draft = {
    catalog: 'shop', title: 'Shop', sourceLocale: 'en', version: 1, visibility: 'private', reviewRequired: false, twoPersonRule: false,
    messages: 200, locales: [{ locale: 'de', untranslated: 150, required: false }, { locale: 'en', untranslated: 10, required: false }],
  };
  expect(completenessOf(catalog, undefined)).toBe(0.5);
  expect(completenessOf(catalog, draft)).toBe(0.25);
});

test.each([['Web Shop', 'web-shop'], [' Zahlungen für Ärzte!', 'zahlungen-fur-arzte'], ['日本語', ''], ['v2 / API', 'v2-api']])(
  'the title %s gives the name %s', (title, name) => expect(catalogNameFor(title)).toBe(name));
