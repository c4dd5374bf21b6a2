import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { asOperator, createPerson, expectAccessible, launch, screenshot, signIn, visit, type Visitor } from './browser';
import { createCatalog, publish } from './content';

const VARIANTS = [
  { name: 'light', options: {} },
  { name: 'dark', options: { colorScheme: 'dark' } },
  { name: 'ar', options: { locale: 'ar' } },
  { name: '360', options: { width: 360 } },
] as const;

const EDITOR_PAGES = {
  'catalogs': '/app/',
  'overview': '/app/catalogs/tour',
  'translate': '/app/catalogs/tour/translate/ar?key=0401',
  'messages': '/app/catalogs/tour/messages',
  'message': '/app/catalogs/tour/messages?message=0429',
  'releases': '/app/catalogs/tour/releases',
  'channels': '/app/catalogs/tour/releases?view=channels',
  'history': '/app/catalogs/tour/releases?view=history',
  'import': '/app/catalogs/tour/files',
  'export': '/app/catalogs/tour/files?view=export',
  'settings': '/app/catalogs/tour/settings',
  'account': '/app/account',
  'first-translation': '/app/first-translation',
  'not-found': '/app/no/such/page',
};

/** With a text of each page that is there without JavaScript. */
const PUBLIC_PAGES = {
  'front': { path: '/', text: 'exchange' },
  'code-catalogs': { path: '/codes', text: 'Exchange API errors' },
  'code-list': { path: '/codes/exchange', text: '-1015' },
  'code': { path: '/codes/exchange/-1015', text: 'TOO_MANY_NEW_ORDERS' },
  'docs': { path: '/docs', text: 'API' },
  'api': { path: '/docs/api', text: 'GET' },
};

let browser: Browser;

beforeAll(async () => {
  browser = await launch();
  await createCatalog('tour', 'Tour of the pages', ['ar', 'de'], [
    { key: '0401', reason: 'INSUFFICIENT_ASSET', message: 'Insufficient asset' },
    {
      key: '0429',
      reason: 'TOO_MANY_ORDERS',
      message: 'Too many orders; at most {limit} per {interval}.',
      description: 'Shown when an order is refused.',
      arguments: [{ name: 'limit', type: 'number', example: '5' }, { name: 'interval', type: 'string', example: '1m' }],
    },
  ]);
  await publish('tour');
  await createPerson('tess', 'tour', 'manager');
});

afterAll(() => browser.close());

/** Expects the page to need no sideways scrolling. */
async function expectNoOverflow({ page }: Visitor): Promise<void> {
  const widths = await page.evaluate(() => [document.documentElement.scrollWidth, window.innerWidth] as const);
  expect(widths[0]).toBeLessThanOrEqual(widths[1]);
}

describe.each(VARIANTS)('in $name', ({ name, options }) => {
  async function expectSound(visitor: Visitor, path: string, screen: string): Promise<void> {
    await visitor.page.goto(path);
    await visitor.page.getByRole('heading', { level: 1 }).waitFor();
    await expect.poll(() => visitor.page.locator('.skeleton, [aria-busy=true]').count()).toBe(0);
    expect(await visitor.page.locator('html').getAttribute('dir') ?? 'ltr').toBe(name === 'ar' ? 'rtl' : 'ltr');
    await screenshot(visitor, `${screen}-${name}`);
    await expectAccessible(visitor);
    await expectNoOverflow(visitor);
  }

  test.each(Object.entries(PUBLIC_PAGES))('the public page %s is sound', async (screen, { path }) => {
    const visitor = await visit(browser, options);
    await expectSound(visitor, path, screen);
    await visitor.context.close();
  });

  test('the sign-in page is sound', async () => {
    const visitor = await visit(browser, options);
    await expectSound(visitor, '/app/sign-in', 'sign-in');
    await visitor.context.close();
  });

  describe('the editor', () => {
    let visitor: Visitor;

    beforeAll(async () => {
      visitor = await visit(browser, options);
      await signInInAnyLanguage(visitor);
    });

    afterAll(() => visitor.context.close());

    test.each(Object.entries(EDITOR_PAGES))('has a sound page: %s', async (screen, path) => {
      await expectSound(visitor, path, screen);
    });
  });
});

/** Signs in without the labels of the form, which are in the language of the browser. */
async function signInInAnyLanguage(visitor: Visitor): Promise<void> {
  const response = await visitor.context.request.post('/v1/session', { data: { name: 'tess', password: 'correct horse battery' } });
  expect(response.ok()).toBe(true);
}

test('labels in Arabic are Arabic', async () => {
  const visitor = await visit(browser, { locale: 'ar' });
  await signInInAnyLanguage(visitor);
  await visitor.page.goto('/app/catalogs/tour/settings');
  expect(await visitor.page.getByRole('heading', { level: 1 }).textContent()).toMatch(/^\p{Script=Arabic}+$/u);
  await visitor.context.close();
});

test.each(Object.entries(PUBLIC_PAGES))('the public page %s has its text without JavaScript', async (_, { path, text }) => {
  const context = await browser.newContext({ baseURL: inject('serviceUrl'), locale: 'en', javaScriptEnabled: false });
  const page = await context.newPage();
  await page.goto(path);
  await page.getByRole('heading', { level: 1 }).waitFor();
  expect(await page.locator('main').innerText()).toContain(text);
  await context.close();
});

test('the address of a code leads to its text in the editor', async () => {
  const visitor = await visit(browser);
  await asOperator('PUT', '/v1/catalogs/exchange/members/tess', { role: 'translator' }, { 'If-None-Match': '*' });
  await signIn(visitor, 'tess');
  await visitor.page.goto('/app/go/exchange/-1015');
  await visitor.page.waitForURL(/\/app\/catalogs\/exchange\/translate\/en\?.*key=-1015/);
  await visitor.page.getByRole('heading', { name: /-1015/ }).waitFor();
  await visitor.context.close();
});

test('the pseudo-locale of keys shows which code a page shows', async () => {
  const { context, page } = await visit(browser);
  await page.goto('/v1/catalogs/exchange/messages/-1015?locale=en-XK&arg=5&arg=1m');
  expect(await page.locator('body').innerText()).toContain('[exchange/-1015]');
  await context.close();
});
