import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { asOperator, createPerson, launch, screenshot } from './browser';
import { createMessage, field, openTranslations, storedText, translateUrl, write } from './translations';

let browser: Browser;

beforeAll(async () => {
  browser = await launch();
  await asOperator('POST', '/v1/catalogs', { name: 'harbour', title: 'Harbour', sourceLocale: 'en', locales: ['de'] });
  for (const ship of ['tug', 'ferry', 'barge']) {
    await createMessage('harbour', ship, { source: `The ${ship} has arrived.` });
  }
  await createPerson('hanna', 'harbour', 'translator', ['de']);
});

afterAll(() => browser.close());

test('keeps what was typed when the tab is closed', async () => {
  const { context, page } = await openTranslations(browser, 'hanna', 'harbour/de/tug');
  await write(page, field(page, 'German'), 'Der Schlepper ist da.');
  await page.getByText('Kept here, not saved yet').waitFor();
  await expect.poll(() => keptDrafts(page)).toContain('Der Schlepper ist da.');
  await page.close();
  const again = await context.newPage();
  await again.goto(translateUrl('harbour/de/tug'));
  await expect.poll(() => field(again, 'German').textContent()).toBe('Der Schlepper ist da.');
  expect(await storedText('harbour', 'tug', 'de')).toBeNull();
  await field(again, 'German').focus();
  await again.keyboard.press('Control+S');
  await expect.poll(() => storedText('harbour', 'tug', 'de')).toBe('Der Schlepper ist da.');
});

test('loses nothing while the service is unreachable, and saves when it is back', async () => {
  const visitor = await openTranslations(browser, 'hanna', 'harbour/de/ferry');
  const { context, page, errors } = visitor;
  await field(page, 'German').waitFor();
  await context.setOffline(true);
  await write(page, field(page, 'German'), 'Die Fähre ist da.');
  await page.keyboard.press('Control+S');
  await page.getByText('Not saved yet; your text is kept here.').first().waitFor();
  await page.getByText('The service cannot be reached. Trying again…').waitFor();
  await write(page, field(page, 'German'), 'Die große Fähre ist da.');
  // Said quietly: nothing interrupts.
  expect(await page.getByRole('alert').count() + await page.getByRole('alertdialog').count()).toBe(0);
  await screenshot(visitor, 'translate-unreachable');
  await context.setOffline(false);
  await expect.poll(() => storedText('harbour', 'ferry', 'de')).toBe('Die Fähre ist da.');
  expect(await field(page, 'German').textContent()).toBe('Die große Fähre ist da.');
  await page.getByText('Kept here, not saved yet').waitFor();
  await page.keyboard.press('Control+S');
  await expect.poll(() => storedText('harbour', 'ferry', 'de')).toBe('Die große Fähre ist da.');
  expect(errors).toEqual([]);
});

test('sends what was to be saved after a tab was closed while the service was unreachable', async () => {
  const { context, page } = await openTranslations(browser, 'hanna', 'harbour/de/barge');
  await field(page, 'German').waitFor();
  await context.setOffline(true);
  await write(page, field(page, 'German'), 'Der Kahn ist da.');
  await page.keyboard.press('Control+S');
  await page.getByText('Not saved yet; your text is kept here.').first().waitFor();
  await page.close();
  await context.setOffline(false);
  await (await context.newPage()).goto(translateUrl('harbour/de'));
  await expect.poll(() => storedText('harbour', 'barge', 'de')).toBe('Der Kahn ist da.');
});

/** Returns the drafts that the browser keeps. */
function keptDrafts(page: Page): Promise<string[]> {
  return page.evaluate(`new Promise((resolve, reject) => {
    const opening = indexedDB.open('parlance-drafts');
    opening.onerror = () => reject(opening.error);
    opening.onsuccess = () => {
      const reading = opening.result.transaction('texts').objectStore('texts').getAll();
      reading.onsuccess = () => {
        opening.result.close();
        resolve(reading.result.map(({ message }) => message));
      };
    };
  })`);
}
