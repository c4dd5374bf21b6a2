import { expect, test } from 'vitest';
import { formatBytes } from './formatBytes';

test.each([
  [0, 'en', '0 bytes'], [946, 'en', '946 bytes'], [1536, 'en', '1.5 kB'], [20 * 1024 * 1024, 'en', '20 MB'], [1536, 'de', '1,5 kB'],
])('formats %d bytes in %s', (bytes, locale, text) => {
  expect(formatBytes(bytes, locale).replaceAll(' ', ' ')).toBe(text);
});
