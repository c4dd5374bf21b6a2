import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { asOperator, createPerson, launch, signIn, visit } from './browser';
import { createCatalog, publish } from './content';

let browser: Browser;
let app: Server;

beforeAll(async () => {
  browser = await launch();
  app = await serveApp();
  await createCatalog('shop', 'Shop', ['de'], [{ key: 'empty-cart', reason: 'EMPTY_CART', message: 'The cart is empty' }]);
  await asOperator('PUT', '/v1/catalogs/shop/visibility', { public: true });
  await publish('shop');
  await createPerson('rita', 'shop', 'manager');
});

afterAll(async () => {
  await browser.close();
  app.close();
});

/** Serves an ordinary page of another site, which shows a text of the bundle, and loads it again on a press of its button. */
async function serveApp(): Promise<Server> {
  const script = `
    const load = async () => {
      const response = await fetch('${inject('serviceUrl')}/v1/catalogs/shop/bundles/en');
      document.querySelector('p').textContent = (await response.json()).messages['empty-cart'];
    };
    document.querySelector('button').onclick = load;
    load();`;
  const server = createServer((_, response) => {
    response.setHeader('Content-Type', 'text/html');
    response.end(`<!DOCTYPE html><title>Shop</title><p></p><button>Reload</button><script>${script}</script>`);
  });
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  return server;
}

test('what is published reaches another site, until it is rolled back', async () => {
  const shop = await visit(browser);
  const editor = await visit(browser);
  const expectInShop = (text: string) => expect.poll(async () => {
    await shop.page.getByRole('button', { name: 'Reload' }).click();
    return shop.page.locator('p').textContent();
  }).toBe(text);
  await shop.page.goto(`http://127.0.0.1:${(app.address() as AddressInfo).port}/`);
  await expectInShop('The cart is empty');

  await signIn(editor, 'rita');
  await editor.page.goto('/app/catalogs/shop/translate/en?key=empty-cart');
  await editor.page.locator('.cm-content').first().fill('Nothing is in your cart yet');
  await editor.page.getByRole('button', { name: 'Save and next' }).click();
  await editor.page.getByText('Saved.').first().waitFor();
  await editor.page.goto('/app/catalogs/shop/releases');
  await editor.page.getByRole('heading', { name: 'Changes since release 1' }).waitFor();
  await editor.page.getByRole('button', { name: 'Publish', exact: true }).click();
  const publication = editor.page.getByRole('dialog', { name: 'Publish release 2' });
  await publication.getByRole('textbox', { name: 'Comment' }).fill('A friendlier cart');
  // The draft is not delivered.
  await expectInShop('The cart is empty');
  await publication.getByRole('button', { name: 'Publish', exact: true }).click();
  await editor.page.getByText('The draft has the same texts as release 2.').waitFor();
  await expectInShop('Nothing is in your cart yet');

  await editor.page.getByRole('tab', { name: 'Channels' }).click();
  await editor.page.getByRole('button', { name: 'Roll back' }).click();
  const rollback = editor.page.getByRole('dialog', { name: 'Roll back production' });
  await rollback.getByText('will show the texts of release 1 instead of release 2').waitFor();
  await rollback.getByRole('button', { name: 'Roll back' }).click();
  await editor.page.getByText('production serves release 1').waitFor();
  await expectInShop('The cart is empty');
  await editor.page.getByRole('tab', { name: 'History' }).click();
  await editor.page.getByText('A friendlier cart').waitFor();
  expect(editor.errors).toEqual([]);
  expect(shop.errors).toEqual([]);
});
