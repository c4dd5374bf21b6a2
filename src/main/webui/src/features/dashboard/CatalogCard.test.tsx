import { screen } from '@testing-library/react';
import { expect, test } from 'vitest';
import type { Session } from '../../api/session';
import { renderPage } from '../../test/render';
import { serve } from '../../test/service';
import { CatalogCard } from './CatalogCard';

const CATALOG = { name: 'shop', title: 'Shop', sourceLocale: 'en', messages: 10, locales: [], channels: {} };
const ANNA = { name: 'anna', kind: 'person', administrator: false } as const;

function open(catalogs: Session['catalogs']) {
  const locales = [{ locale: 'de', untranslated: 4, required: true }, { locale: 'fr', untranslated: 7, required: true }];
  serve({ 'GET /v1/catalogs/shop/draft': { json: { visibility: 'private', messages: 10, locales } } });
  renderPage(<CatalogCard catalog={CATALOG} session={{ ...ANNA, catalogs }} />);
}

test('leads translators to what is missing in their languages', async () => {
  open([{ catalog: 'shop', permissions: ['read', 'read-draft', 'translate'], locales: ['de'] }]);
  expect((await screen.findByRole('link', { name: 'German: 4 missing' }, { timeout: 10_000 })).getAttribute('href')).toBe('/catalogs/shop/translate/de?state=untranslated');
  expect(screen.queryByRole('link', { name: /French/ })).toBeNull();
  expect(screen.getByText('Private')).toBeTruthy();
});

test('says that a catalog is public to people who are no members', () => {
  open([]);
  expect(screen.getByText('Public')).toBeTruthy();
});
