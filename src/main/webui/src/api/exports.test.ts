import { expect, test } from 'vitest';
import { fileName, parseKeys } from './exports';

test.each([
  [null, [], 0],
  ['"limit.reached"', ['limit.reached'], 0],
  ['"a,b", "c;more=1"', ['a,b', 'c;more=1'], 0],
  ['"a", "b";more=120', ['a', 'b'], 120],
])('reads the keys of %s', (header, keys, more) => {
  expect(parseKeys(header)).toEqual({ keys, more });
});

test('reads the name of a download', () => {
  expect(fileName('attachment; filename="messages_de.properties"')).toBe('messages_de.properties');
  expect(fileName(null)).toBeNull();
});
