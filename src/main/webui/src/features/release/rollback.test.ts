import { expect, test } from 'vitest';
import type { ChannelMove } from '../../api/channels';
import { releaseBefore } from './rollback';

function moves(...releases: (number | [number])[]): ChannelMove[] {
  return releases.map((it, index) => ({
    move: index + 1, release: Array.isArray(it) ? it[0] : it, rollback: Array.isArray(it), movedAt: '2026-03-14T09:30:00Z',
  })).reverse();
}

test.each([
  ['a channel that never moved', moves(), null],
  ['a channel with one release', moves(1), null],
  ['two releases', moves(1, 2), 1],
  ['a second rollback', moves(1, 2, 3, [2]), 1],
  ['a release after a rollback', moves(1, 2, [1], 3), 1],
  ['a rollback to a release that never was on it', moves(4, [2]), null],
])('goes back from %s', (_, history, expected) => {
  expect(releaseBefore(history)).toBe(expected);
});

test('uses the previous release of a history that is cut off', () => {
  expect(releaseBefore([{ move: 9, release: 9, previous: 8, rollback: false, movedAt: '' }])).toBe(8);
});
