import { expect, test } from 'vitest';
import { bestLocale } from './bestLocale';

test('the exact locale comes before another one of the same language', () => {
  expect(bestLocale(['de', 'de-AT', 'en'], ['de-at'], 'en')).toBe('de-AT');
});

test('another region of the language is better than the next language', () => {
  expect(bestLocale(['pt-BR', 'fr', 'en'], ['pt-PT', 'fr'], 'en')).toBe('pt-BR');
});

test('the source locale remains for languages that the catalog lacks', () => {
  expect(bestLocale(['de', 'en'], ['ja'], 'en')).toBe('en');
});
