import { expect, test } from 'vitest';
import { mergeTexts } from './merge';

test('combines changes of different words', () => {
  expect(mergeTexts('The card was declined.', 'The card {id} was declined.', 'Your card was declined.')).toEqual({ text: 'Your card {id} was declined.', clashes: 0 });
});

test('keeps mine where both changed the same word differently', () => {
  expect(mergeTexts('The card failed.', 'The card expired.', 'The card vanished.')).toEqual({ text: 'The card vanished.', clashes: 1 });
});

test('applies the same change once', () => {
  expect(mergeTexts('One two.', 'One three.', 'One three.')).toEqual({ text: 'One three.', clashes: 0 });
});

test('returns the one changed text if the other is unchanged', () => {
  expect(mergeTexts('A b c', 'A b c', 'A c').text).toBe('A c');
  expect(mergeTexts('A b c', 'A c', 'A b c').text).toBe('A c');
});

test('keeps line breaks and spaces', () => {
  expect(mergeTexts('a\nb  c', 'a\nb  d', 'x\nb  c').text).toBe('x\nb  d');
});

test('treats an argument as one word', () => {
  expect(mergeTexts('Up to {limit} items', 'Up to {maximum} items', 'At most {limit} items').text).toBe('At most {maximum} items');
});
