import { inject, expect } from 'vitest';
import type { Browser, Locator, Page } from 'playwright-core';
import { asOperator, signIn, visit, type Visitor } from './browser';
import { OPERATOR_TOKEN } from './service';

interface Argument {
  name: string;
  type: string;
  example: string;
}

interface NewMessage {
  source: string;
  arguments?: Argument[];
  lengthLimit?: number;
}

const NEW = { 'If-None-Match': '*' };

/** Creates a message with its English source. The key is its code. */
export async function createMessage(catalog: string, key: string, { source, ...definition }: NewMessage): Promise<void> {
  await asOperator('PUT', `/v1/catalogs/${catalog}/messages/${key}`, { reason: key.toUpperCase().replaceAll('-', '_'), httpStatus: 400, ...definition }, NEW);
  await createText(catalog, key, 'en', source);
}

/** Creates a text of a message, as another person would. */
export async function createText(catalog: string, key: string, locale: string, message: string): Promise<void> {
  await asOperator('PUT', `/v1/catalogs/${catalog}/messages/${key}/texts/${locale}`, { message, state: 'translated' }, NEW);
}

/** Returns a text as the service stores it; null if there is none. */
export async function storedText(catalog: string, key: string, locale: string): Promise<string | null> {
  const response = await fetch(`${inject('serviceUrl')}/v1/catalogs/${catalog}/messages/${key}/texts/${locale}`, {
    headers: { Authorization: `Bearer ${OPERATOR_TOKEN}` },
  });
  expect([200, 404]).toContain(response.status);
  return response.ok ? ((await response.json()) as { message: string }).message : null;
}

/** Signs in and opens the translate page; with a key, at this message. */
export async function openTranslations(browser: Browser, person: string, address: string, options?: Parameters<typeof visit>[1]): Promise<Visitor> {
  const visitor = await visit(browser, options);
  await signIn(visitor, person);
  await visitor.page.goto(translateUrl(address));
  await visitor.page.getByRole('heading', { level: 1 }).waitFor();
  return visitor;
}

/** The address of the translate page, from `catalog/locale` or `catalog/locale/key`. */
export function translateUrl(address: string): string {
  const [catalog, locale, key] = address.split('/');
  return `/app/catalogs/${catalog}/translate/${locale}${key ? `?key=${key}` : ''}`;
}

/** The field of the open text. */
export function field(page: Page, language: string): Locator {
  return page.getByRole('textbox', { name: `Text in ${language}`, exact: true });
}

/** Replaces what a field contains, by the keyboard. */
export async function write(page: Page, target: Locator, text: string): Promise<void> {
  await target.focus();
  await page.keyboard.press('Control+A');
  await page.keyboard.type(text);
}

/** Waits until the field of a message has the focus. */
export async function focused(page: Page, key: string, language: string): Promise<void> {
  await page.getByRole('heading', { level: 2, name: key, exact: true }).waitFor();
  await expect.poll(() => field(page, language).evaluate((element) => element === element.ownerDocument.activeElement)).toBe(true);
}

/** The row of a message in the list. */
export function row(page: Page, key: string): Locator {
  return page.getByRole('grid').getByRole('row').filter({ has: page.getByText(key, { exact: true }) });
}
