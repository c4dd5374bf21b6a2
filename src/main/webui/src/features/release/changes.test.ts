import { expect, test } from 'vitest';
import { argumentNames, classify, compareTexts, totals } from './changes';

test('puts changes first that may break apps', () => {
  const changes = classify([
    { key: 'a', after: 'New' },
    { key: 'b', before: 'Declined', after: '{bank} declined' },
    { key: 'c', before: 'Old' },
    { key: 'd', before: '{n} cards', after: 'Many cards' },
  ]);
  expect(changes.map(({ key, kind, breaking }) => [key, kind, breaking])).toEqual([
    ['b', 'changed', true], ['c', 'removed', true], ['a', 'new', false], ['d', 'changed', false],
  ]);
  expect(changes[0]?.addedArguments).toEqual(['bank']);
});

test('marks the keys that the service reports', () => {
  const finding = { code: 'breaking-change', title: '', detail: '', key: 'a' };
  expect(classify([{ key: 'a', before: '1', after: '2' }], [finding])[0]?.breaking).toBe(true);
});

test.each([
  ['{count, plural, one {{name} has a card} other {# cards of {name}}}', ['count', 'name']],
  ['{when, date, medium} <b>{x}</b>', ['when', 'x']],
  ['لا {بطاقة}', ['بطاقة']],
  ["'{quoted}' text", []],
  ['', []],
])('finds the arguments of %s', (pattern, names) => {
  expect([...(argumentNames(pattern) ?? [])].sort()).toEqual(names.sort());
});

test('knows nothing about a pattern that it cannot read', () => {
  expect(argumentNames('{broken')).toBeNull();
  expect(classify([{ key: 'a', before: '{broken', after: '{n}' }])[0]?.addedArguments).toEqual([]);
});

test('compares the texts of two releases', () => {
  expect(compareTexts({ a: '1', b: '2', c: '3' }, { b: '2', c: '4', d: '5' })).toEqual([
    { key: 'a', before: '1' }, { key: 'c', before: '3', after: '4' }, { key: 'd', after: '5' },
  ]);
});

test('adds up the locales', () => {
  expect(totals([
    { locale: 'de', added: 1, changed: 2, removed: 0, messages: [] },
    { locale: 'ar', added: 0, changed: 3, removed: 4, messages: [] },
  ])).toEqual({ added: 1, changed: 5, removed: 4, all: 10 });
});
