import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { expectAccessible, launch, screenshot, visit } from './browser';

let browser: Browser;

beforeAll(async () => {
  browser = await launch();
});

afterAll(() => browser.close());

test('the token of the log creates the first administrator', async () => {
  const visitor = await visit(browser);
  const { page } = visitor;
  await page.goto('/app/');
  await page.waitForURL(/sign-in/);
  const create = page.getByRole('button', { name: 'Create the first administrator' });
  const token = page.getByLabel('Token from the log');
  // The form is shown at once unless there are accounts, such as those of other tests.
  await create.or(token).first().waitFor();
  if (await create.isVisible()) {
    await create.click();
  }
  await token.fill('0'.repeat(32));
  await page.getByRole('textbox', { name: 'Name', exact: true }).fill('ada');
  await page.getByLabel('Display name').fill('Ada');
  await page.getByLabel('Password').fill('the very first password');
  await page.keyboard.press('Enter');
  await page.getByText('This token is not valid, or no longer.').waitFor();
  await screenshot(visitor, 'first-administrator');
  await expectAccessible(visitor);

  await token.fill(inject('firstAdministratorToken'));
  await page.keyboard.press('Enter');
  await page.getByRole('heading', { name: 'Catalogs' }).waitFor();
  await page.getByRole('link', { name: 'Exchange API errors' }).waitFor();
  await expectAccessible(visitor);

  await page.getByRole('button', { name: 'Account of ada' }).click();
  await page.getByRole('menuitem', { name: 'Sign out' }).click();
  await page.waitForURL(/sign-in/);
  await page.getByLabel('Name').fill('ada');
  await page.getByLabel('Password').fill('the very first password');
  expect(await create.count()).toBe(0);
  await page.keyboard.press('Enter');
  await page.getByRole('heading', { name: 'Catalogs' }).waitFor();
});
