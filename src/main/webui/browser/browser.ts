import { readFileSync, mkdirSync } from 'node:fs';
import { createRequire } from 'node:module';
import { resolve } from 'node:path';
import { chromium, type Browser, type BrowserContext, type Page } from 'playwright-core';
import { expect, inject } from 'vitest';
import { OPERATOR_TOKEN } from './service';

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const SCREENS = resolve('../../../target/screens');
const PASSWORD = 'correct horse battery';

/** Starts Debian's browser, or the one that CHROMIUM names. */
export function launch(): Promise<Browser> {
  return chromium.launch({
    executablePath: process.env['CHROMIUM'] ?? '/usr/bin/chromium',
    args: ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking',
      '--disable-component-update', '--disable-sync'],
  });
}

/** Sends a request as the operator, to set a test up. */
export async function asOperator(method: string, path: string, body?: object, headers: Record<string, string> = {}): Promise<Response> {
  const response = await fetch(inject('serviceUrl') + path, {
    method,
    headers: { Authorization: `Bearer ${OPERATOR_TOKEN}`, 'Content-Type': 'application/json', ...headers },
    body: body ? JSON.stringify(body) : null,
  });
  if (!response.ok) {
    throw new Error(`${method} ${path}: ${response.status} ${await response.text()}`);
  }
  return response;
}

/** Creates an account, with a role in a catalog. */
export async function createPerson(name: string, catalog: string, role: string, locales: string[] = []): Promise<void> {
  await asOperator('POST', '/v1/accounts', { name, displayName: name, password: PASSWORD });
  const member = locales.length > 0 ? { role, locales } : { role };
  await asOperator('PUT', `/v1/catalogs/${catalog}/members/${name}`, member, { 'If-None-Match': '*' });
}

export interface Visitor {
  context: BrowserContext;
  page: Page;
  /** The errors on the console so far, including violations of the content security policy. */
  errors: string[];
}

interface Options {
  locale?: string;
  colorScheme?: 'light' | 'dark';
  width?: number;
}

/** Opens a browser window of its own, with its own cookies and storage. */
export async function visit(browser: Browser, { locale = 'en', colorScheme = 'light', width = 1440 }: Options = {}): Promise<Visitor> {
  const context = await browser.newContext({
    baseURL: inject('serviceUrl'), locale, colorScheme, viewport: { width, height: 900 }, reducedMotion: 'reduce',
  });
  const page = await context.newPage();
  const errors: string[] = [];
  page.on('console', (message) => {
    // The browser reports each response with an error status. The page has to expect some of them.
    if (message.type() === 'error' && !message.text().startsWith('Failed to load resource')) {
      errors.push(message.text());
    }
  });
  page.on('pageerror', (error) => errors.push(String(error)));
  return { context, page, errors };
}

/** Signs in through the form, in any language. */
export async function signIn({ page }: Visitor, name: string, password = PASSWORD): Promise<void> {
  await page.goto('/app/sign-in');
  await page.locator('input[autocomplete=username]').fill(name);
  await page.locator('input[autocomplete=current-password]').fill(password);
  await page.keyboard.press('Enter');
  await page.waitForURL((url) => !url.pathname.endsWith('/sign-in'));
}

/** Expects no violation of any severity, and no error in the console, once the page has its heading. */
export async function expectAccessible({ page, errors }: Visitor): Promise<void> {
  await page.getByRole('heading', { level: 1 }).waitFor();
  // Not by a script element, which the content security policy forbids.
  const violations = await page.evaluate(`(async () => {
    ${AXE}
    const result = await window.axe.run(document, { resultTypes: ['violations'] });
    return result.violations.map(({ id, nodes }) => id + ': ' + nodes.map(({ target }) => target.join(' ')).join(', '));
  })()`);
  expect(violations).toEqual([]);
  expect(errors).toEqual([]);
}

/** Saves a screenshot to be looked at, in target/screens. */
export async function screenshot({ page }: Visitor, name: string): Promise<void> {
  mkdirSync(SCREENS, { recursive: true });
  await page.screenshot({ path: resolve(SCREENS, `${name}.png`) });
}
