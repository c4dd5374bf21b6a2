import { beforeEach, expect, test } from 'vitest';
import { pageAfterSignIn, rememberPageAfterSignIn } from './pageAfterSignIn';

beforeEach(() => sessionStorage.clear());

test.each([
  ['/catalogs/shop?x=1', '/catalogs/shop?x=1'],
  ['//other.example', '/'],
  ['/\\other.example', '/'],
  ['https://other.example', '/'],
  [null, '/'],
])('%s leads to %s', (requested, page) => {
  expect(pageAfterSignIn(requested)).toBe(page);
});

test('returns to the page from which the provider was visited', () => {
  rememberPageAfterSignIn('/account');
  expect(pageAfterSignIn(null)).toBe('/account');
});
