import { expect, it } from 'vitest';
import { scanPrintf } from './scanPrintf';

it.each([
  ['', []],
  ['100% of 5%', []],
  ['%% %n', []],
  ['%s orders per %s', [['%s', 0], ['%s', 1]]],
  ['%2$s and %1$d', [['%2$s', 1], ['%1$d', 0]]],
  ['%s (%<s) %,.2f', [['%s', 0], ['%<s', 0], ['%,.2f', 1]]],
  ['%%s %lu', [['%lu', 0]]],
])('finds the conversions of %j', (text, expected) => {
  expect(scanPrintf(text).map(({ from, to, argument }) => [text.slice(from, to), argument])).toEqual(expected);
});
