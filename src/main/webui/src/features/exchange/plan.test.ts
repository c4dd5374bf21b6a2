import { expect, test } from 'vitest';
import { DEFAULT_OPTIONS, obstacleOf, storedCount, total } from './plan';

const none = { new: 0, changed: 0, same: 0, removed: 0, conflicting: 0, refused: 0 };

test.each([
  ['nothing in the files', none, {}, 'nothing'],
  ['only equal texts', { ...none, same: 9 }, {}, 'nothing'],
  ['new texts', { ...none, new: 1 }, {}, null],
  ['a refused text', { ...none, new: 1, refused: 1 }, {}, 'refused'],
  ['a refused text that is left out', { ...none, new: 1, refused: 1 }, { skipRefused: true }, null],
  ['only refused texts that are left out', { ...none, refused: 1 }, { skipRefused: true }, 'nothing'],
  ['an approved text', { ...none, conflicting: 1 }, {}, 'conflicts'],
  ['an approved text that is replaced', { ...none, conflicting: 1 }, { overwrite: 'reviewed' as const }, null],
  ['an approved text that is kept', { ...none, changed: 1, conflicting: 1 }, { overwrite: 'unreviewed' as const }, null],
])('with %s', (_, counts, options, expected) => {
  expect(obstacleOf(counts, { ...DEFAULT_OPTIONS, ...options })).toBe(expected);
});

test('counts what is stored, and all entries', () => {
  const counts = { new: 1, changed: 2, same: 3, removed: 4, conflicting: 5, refused: 6 };
  expect(storedCount(counts, DEFAULT_OPTIONS)).toBe(7);
  expect(storedCount(counts, { ...DEFAULT_OPTIONS, overwrite: 'reviewed' })).toBe(12);
  expect(total(counts)).toBe(21);
});
