import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { asOperator, createPerson, expectAccessible, launch, signIn, visit } from './browser';

let browser: Browser;

beforeAll(async () => {
  browser = await launch();
  await asOperator('POST', '/v1/catalogs', { name: 'entrance', title: 'Entrance', sourceLocale: 'en', locales: ['de'] });
  await createPerson('ruth', 'entrance', 'translator', ['de']);
});

afterAll(() => browser.close());

test('asks for the credentials, then opens the page that was asked for', async () => {
  const visitor = await visit(browser);
  await visitor.page.goto('/app/catalogs/entrance');
  await visitor.page.waitForURL(/sign-in/);
  await expectAccessible(visitor);
  await visitor.page.getByLabel('Name').fill('ruth');
  await visitor.page.getByLabel('Password').fill('correct horse battery');
  await visitor.page.keyboard.press('Enter');
  await visitor.page.waitForURL(/\/app\/catalogs\/entrance$/);
  await expectAccessible(visitor);
});

test('says why it refuses credentials, and keeps the name', async () => {
  const { page } = await visit(browser);
  await page.goto('/app/sign-in');
  await page.getByLabel('Name').fill('ruth');
  await page.getByLabel('Password').fill('not the password');
  await page.keyboard.press('Enter');
  await expect.poll(() => page.getByRole('alert').count()).toBe(1);
  expect(await page.getByLabel('Name').inputValue()).toBe('ruth');
});

test('signs out on this device only', async () => {
  const here = await visit(browser);
  const elsewhere = await visit(browser);
  await signIn(here, 'ruth');
  await signIn(elsewhere, 'ruth');
  await here.page.getByRole('button', { name: 'Account of ruth' }).click();
  await here.page.getByRole('menuitem', { name: 'Sign out' }).click();
  await here.page.waitForURL(/sign-in/);
  await elsewhere.page.reload();
  await elsewhere.page.getByRole('button', { name: 'Account of ruth' }).waitFor();
});

test('never leads to another site', async () => {
  const visitor = await visit(browser);
  await visitor.page.goto('/app/sign-in?to=//example.org/');
  await visitor.page.getByLabel('Name').fill('ruth');
  await visitor.page.getByLabel('Password').fill('correct horse battery');
  await visitor.page.keyboard.press('Enter');
  await visitor.page.waitForURL(/\/app\/?$/);
});
