import { expect, test } from 'vitest';
import { filtersOf, readAddress, writeAddress } from './address';

test('reads and writes what the page shows', () => {
  const parameters = new URLSearchParams('q=card+tag%3Apay&state=draft&sort=key&key=card.declined');
  const address = { search: 'card tag:pay', state: 'draft', sort: 'key', key: 'card.declined' };
  expect(readAddress(parameters)).toEqual(address);
  expect(readAddress(writeAddress(new URLSearchParams(), { ...address, sort: 'key' }))).toEqual(address);
});

test('leaves out defaults and keeps other parameters', () => {
  const parameters = new URLSearchParams('q=card&sort=changed&view=wide');
  expect(writeAddress(parameters, { search: '', sort: 'position', key: 'a&b' }).toString()).toBe('view=wide&key=a%26b');
});

test('ignores an unknown order', () => {
  expect(readAddress(new URLSearchParams('sort=random')).sort).toBe('position');
});

test.each([
  ['card declined', { q: 'card declined' }],
  ['key:card. declined', { prefix: 'card.', q: 'declined' }],
  ['code:-1015 tag:pay author:anna', { code: '-1015', tag: 'pay', author: 'anna' }],
  ['status:missing', { state: 'untranslated' }],
  ['state:draft,findings', { state: 'draft,errors,warnings' }],
  ['tag:"two words" "a phrase"', { tag: 'two words', q: 'a phrase' }],
  ['https://example.com', { q: 'https://example.com' }],
  ['KEY:card', { prefix: 'card' }],
  ['  ', {}],
])('parses %s', (search, filters) => {
  expect(filtersOf({ search, state: '' })).toEqual(filters);
});

test('prefers the state of the search to that of the chips', () => {
  expect(filtersOf({ search: '', state: 'stale' })).toEqual({ state: 'stale' });
  expect(filtersOf({ search: 'status:draft', state: 'stale' })).toEqual({ state: 'draft' });
});
