import { resolve } from 'node:path';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { asOperator, createPerson, expectAccessible, launch, screenshot, signIn, visit } from './browser';

/** A page of error codes, copied as text. */
const ERROR_CODES = resolve('../../test/resources/exchange-source.txt');

let browser: Browser;

beforeAll(async () => {
  browser = await launch();
  await asOperator('POST', '/v1/catalogs', { name: 'codes', title: 'Codes', sourceLocale: 'en', locales: ['de'] });
  await createPerson('finn', 'codes', 'manager');
});

afterAll(() => browser.close());

async function countMessages(): Promise<number> {
  const counts = await (await asOperator('GET', '/v1/catalogs/codes/draft/counts?locale=en')).json() as { all: number };
  return counts.all;
}

test('a copied page of error codes is imported, and the import undone', async () => {
  const visitor = await visit(browser);
  const { page } = visitor;
  await signIn(visitor, 'finn');
  await page.goto('/app/catalogs/codes/files');
  const chooser = page.waitForEvent('filechooser');
  await page.getByRole('button', { name: 'Choose files' }).click();
  await (await chooser).setFiles(ERROR_CODES);

  await page.getByRole('heading', { name: 'What the import changes' }).waitFor();
  await page.getByText('164 entries').first().waitFor();
  await page.getByRole('cell', { name: '-1015' }).or(page.getByText('-1015', { exact: true })).first().waitFor();
  await expectAccessible(visitor);
  await screenshot(visitor, 'import-plan');
  expect(await countMessages()).toBe(0);

  await page.getByRole('button', { name: /^Import \d+ entries$/ }).click();
  await page.getByRole('heading', { name: /^\d+ entries were imported$/ }).waitFor();
  await expectAccessible(visitor);
  await screenshot(visitor, 'import-done');
  expect(await countMessages()).toBe(164);

  await page.getByRole('button', { name: 'Undo' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Undo' }).click();
  await page.getByRole('heading', { name: 'The import was undone' }).waitFor();
  expect(await countMessages()).toBe(0);
});
