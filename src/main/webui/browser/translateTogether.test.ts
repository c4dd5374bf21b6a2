import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { asOperator, createPerson, expectAccessible, launch, screenshot } from './browser';
import { createMessage, createText, field, openTranslations, row, storedText, write } from './translations';

let browser: Browser;

beforeAll(async () => {
  browser = await launch();
  await asOperator('POST', '/v1/catalogs', { name: 'bridge', title: 'Bridge', sourceLocale: 'en', locales: ['de'] });
  await createMessage('bridge', 'open', { source: 'The bridge is open again for ships.' });
  await createMessage('bridge', 'shut', { source: 'The bridge is shut.' });
  await createMessage('bridge', 'toll', { source: 'Please pay the toll.' });
  await createText('bridge', 'open', 'de', 'Die Brücke ist wieder offen für Schiffe.');
  await createPerson('nora', 'bridge', 'translator', ['de']);
  await createPerson('otto', 'bridge', 'translator', ['de']);
});

afterAll(() => browser.close());

test('merges the changes of two people in place', async () => {
  const nora = await openTranslations(browser, 'nora', 'bridge/de/open');
  const otto = await openTranslations(browser, 'otto', 'bridge/de/open');
  await write(nora.page, field(nora.page, 'German'), 'Die alte Brücke ist wieder offen für Schiffe.');
  await write(otto.page, field(otto.page, 'German'), 'Die Brücke ist wieder offen für große Schiffe.');
  await otto.page.keyboard.press('Control+S');
  await expect.poll(() => storedText('bridge', 'open', 'de')).toBe('Die Brücke ist wieder offen für große Schiffe.');
  await nora.page.getByText('Another person saved this text meanwhile. Both versions are shown when you save.').waitFor();
  expect(await field(nora.page, 'German').textContent()).toBe('Die alte Brücke ist wieder offen für Schiffe.');
  await nora.page.keyboard.press('Control+S');
  const conflict = nora.page.getByRole('region', { name: 'Another person saved this text while you typed' });
  await conflict.waitFor();
  await expectAccessible(nora);
  await screenshot(nora, 'translate-conflict');
  await conflict.getByRole('button', { name: 'Merge' }).click();
  await expect.poll(() => field(nora.page, 'German').textContent()).toBe('Die alte Brücke ist wieder offen für große Schiffe.');
  await field(nora.page, 'German').focus();
  await nora.page.keyboard.press('Control+S');
  await expect.poll(() => storedText('bridge', 'open', 'de')).toBe('Die alte Brücke ist wieder offen für große Schiffe.');
  expect(await conflict.count()).toBe(0);
});

test('shows the save of another person in the list without a reload', async () => {
  const nora = await openTranslations(browser, 'nora', 'bridge/de/toll');
  const otto = await openTranslations(browser, 'otto', 'bridge/de/shut');
  await row(nora.page, 'shut').waitFor();
  await row(nora.page, 'shut').getByText('Another person is here').waitFor({ state: 'attached' });
  await write(otto.page, field(otto.page, 'German'), 'Die Brücke ist gesperrt.');
  await otto.page.keyboard.press('Control+S');
  await row(nora.page, 'shut').getByText('Die Brücke ist gesperrt.').waitFor();
  expect([...nora.errors, ...otto.errors]).toEqual([]);
});

test('talks in comments, with a mention, until they are resolved', async () => {
  const nora = await openTranslations(browser, 'nora', 'bridge/de/toll');
  const otto = await openTranslations(browser, 'otto', 'bridge/de/toll');
  await nora.page.getByRole('tab', { name: 'Comments' }).click();
  await otto.page.getByRole('tab', { name: 'Comments' }).click();
  await otto.page.getByText('No comment yet').waitFor();
  await nora.page.getByLabel('New comment').fill('Is it a toll or a fee, @otto?');
  await nora.page.keyboard.press('Control+Enter');
  const comment = otto.page.getByRole('listitem').filter({ hasText: 'Is it a toll or a fee' });
  await comment.locator('strong', { hasText: '@otto' }).waitFor();
  await expectAccessible(otto);
  await screenshot(otto, 'translate-comments');
  await comment.getByRole('button', { name: 'Resolve' }).click();
  await nora.page.getByText('Resolved by otto').waitFor();
  await nora.page.getByRole('button', { name: 'Reopen' }).click();
  await comment.getByRole('button', { name: 'Resolve' }).waitFor();
});
