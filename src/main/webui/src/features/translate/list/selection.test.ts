import { expect, test } from 'vitest';
import { extend, isEmpty, isSelected, NOTHING_SELECTED, toggle } from './selection';

test('selects, extends and unselects messages', () => {
  const two = extend(toggle(NOTHING_SELECTED, 'a', 3), ['a', 'b']);
  expect(two).toEqual({ keys: new Set(['a', 'b']), all: false, anchor: 3 });
  expect(isSelected(toggle(two, 'b', 4), 'b')).toBe(false);
  expect(isEmpty(NOTHING_SELECTED)).toBe(true);
});

test('starts again after all were selected', () => {
  const all = { keys: new Set<string>(), all: true, anchor: null };
  expect(isSelected(all, 'any')).toBe(true);
  expect(toggle(all, 'a', 0)).toEqual({ keys: new Set(['a']), all: false, anchor: 0 });
});
