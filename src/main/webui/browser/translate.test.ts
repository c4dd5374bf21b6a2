import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { asOperator, createPerson, expectAccessible, launch, screenshot } from './browser';
import { createMessage, createText, field, focused, openTranslations, storedText, write } from './translations';

const FRUITS = ['apple', 'pear', 'plum', 'cherry', 'grape', 'lemon', 'melon', 'peach', 'fig', 'quince'];
const COUNT = { name: 'count', type: 'number', example: '5' };

let browser: Browser;

beforeAll(async () => {
  browser = await launch();
  await asOperator('POST', '/v1/catalogs', { name: 'orchard', title: 'Orchard', sourceLocale: 'en', locales: ['de'] });
  for (const fruit of FRUITS) {
    await createMessage('orchard', fruit, { source: `The ${fruit} is ripe.` });
  }
  await asOperator('POST', '/v1/catalogs', { name: 'market', title: 'Market', sourceLocale: 'en', locales: ['ar', 'de', 'fr'] });
  await createMessage('market', 'orders', { source: '{count, plural, one {You have # order.} other {You have # orders.}}', arguments: [COUNT] });
  await createMessage('market', 'total', { source: 'You ordered {count} of them.', arguments: [COUNT] });
  await createMessage('market', 'paid', { source: 'Paid.', lengthLimit: 8 });
  await createMessage('market', 'closed', { source: 'The market is closed.' });
  await createText('market', 'closed', 'de', 'Der Markt ist geschlossen.');
  await createText('market', 'closed', 'fr', 'Le marché est fermé.');
  await createPerson('greta', 'orchard', 'translator', ['de']);
  await createPerson('amal', 'market', 'translator');
  await createPerson('dora', 'market', 'translator', ['de']);
});

afterAll(() => browser.close());

test('translates ten messages with the keyboard alone', async () => {
  const { page, errors } = await openTranslations(browser, 'greta', 'orchard/de');
  await page.getByRole('heading', { level: 2, name: 'apple' }).waitFor();
  await page.keyboard.press('g');
  await page.keyboard.press('t');
  await page.keyboard.press('Enter');
  for (const fruit of FRUITS) {
    await focused(page, fruit, 'German');
    await page.keyboard.type(`Reif: ${fruit} auf Deutsch.`);
    await page.keyboard.press('Control+Enter');
  }
  await expect.poll(() => Promise.all(FRUITS.map((fruit) => storedText('orchard', fruit, 'de'))))
    .toEqual(FRUITS.map((fruit) => `Reif: ${fruit} auf Deutsch.`));
  expect(errors).toEqual([]);
});

test('asks for the six forms of an Arabic plural, and previews them', async () => {
  const visitor = await openTranslations(browser, 'amal', 'market/ar/orders');
  const { page } = visitor;
  const forms = {
    zero: 'ليس لديك طلبات (#).', one: 'لديك # طلب.', two: 'لديك # طلبان.', few: 'لديك # طلبات.', many: 'لديك # طلبًا.', other: 'لديك # طلبية.',
  };
  for (const [form, text] of Object.entries(forms)) {
    await write(page, page.getByRole('textbox', { name: `Text in Arabic, ${form}` }), text);
  }
  const preview = page.getByRole('region', { name: 'Preview' });
  await expect.poll(() => preview.getByRole('listitem').count()).toBe(6);
  await expect.poll(() => preview.getByRole('listitem').nth(5).textContent()).toContain('طلبية.');
  await expectAccessible(visitor);
  await screenshot(visitor, 'translate-plural');
  await page.keyboard.press('Control+S');
  await expect.poll(() => storedText('market', 'orders', 'ar')).not.toBeNull();
  const stored = await storedText('market', 'orders', 'ar');
  for (const [form, text] of Object.entries(forms)) {
    expect(stored).toContain(`${form} {${text}}`);
  }
});

test('does not save an error, and says at the field what is wrong', async () => {
  const { page } = await openTranslations(browser, 'dora', 'market/de/paid');
  await write(page, field(page, 'German'), 'Vollständig bezahlt.');
  await expect.poll(() => field(page, 'German').getAttribute('aria-invalid')).toBe('true');
  await page.getByRole('region', { name: 'Message', exact: true }).getByText(/at most 8/i).waitFor();
  await page.keyboard.press('Control+Enter');
  await page.getByText('Correct the error first.').first().waitFor({ state: 'attached' });
  expect(await storedText('market', 'paid', 'de')).toBeNull();
  await write(page, field(page, 'German'), 'Bezahlt.');
  await expect.poll(() => field(page, 'German').getAttribute('aria-invalid')).toBe('false');
  await page.keyboard.press('Control+Enter');
  await expect.poll(() => storedText('market', 'paid', 'de')).toBe('Bezahlt.');
});

test('shows why the service refused a text, and keeps it', async () => {
  const { page } = await openTranslations(browser, 'dora', 'market/de/total');
  // Without the checks while typing, the service is the first to see the error.
  await page.route('**/checks', (route) => route.fulfill({ json: { texts: [{ key: 'total', findings: [] }] } }));
  await write(page, field(page, 'German'), 'Sie haben {count} davon bestellt {');
  await page.keyboard.press('Control+Enter');
  const reason = page.getByRole('region', { name: 'Message', exact: true }).getByRole('alert');
  await reason.waitFor();
  expect(await reason.textContent()).not.toBe('');
  expect(await field(page, 'German').textContent()).toBe('Sie haben {count} davon bestellt {');
  await page.getByText('A closing brace is missing').waitFor();
  expect(await storedText('market', 'total', 'de')).toBeNull();
  await write(page, field(page, 'German'), 'Sie haben {count} davon bestellt.');
  await page.keyboard.press('Control+Enter');
  await expect.poll(() => storedText('market', 'total', 'de')).toBe('Sie haben {count} davon bestellt.');
});

test('shows texts of other languages read-only, with the reason', async () => {
  const visitor = await openTranslations(browser, 'dora', 'market/fr/closed');
  const { page, errors } = visitor;
  const asked: string[] = [];
  page.on('request', (request) => asked.push(request.url()));
  await page.reload();
  await page.getByText('You can read this text, but not change it. You may translate into German.').waitFor();
  expect(await field(page, 'French').count()).toBe(0);
  await page.getByRole('tab', { name: 'Other languages' }).waitFor();
  expect(asked.filter((url) => url.includes('/suggestions'))).toEqual([]);
  await expectAccessible(visitor);
  expect(errors).toEqual([]);
});

test.each([
  { name: 'light', options: {} },
  { name: 'dark', options: { colorScheme: 'dark' } },
  { name: 'rtl', options: { locale: 'ar' } },
  { name: 'narrow', options: { width: 360 } },
] as const)('is accessible: $name', async ({ name, options }) => {
  const visitor = await openTranslations(browser, 'amal', 'market/ar/total', options);
  const { page } = visitor;
  await page.locator('.cm-content').waitFor();
  await page.getByText('You ordered {count} of them.').first().waitFor();
  expect(await page.locator('html').getAttribute('dir')).toBe(name === 'rtl' ? 'rtl' : 'ltr');
  await expectAccessible(visitor);
  await screenshot(visitor, `translate-${name}`);
});
