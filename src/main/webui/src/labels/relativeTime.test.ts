import { expect, test } from 'vitest';
import { relativeTime } from './relativeTime';

const NOW = new Date('2026-11-28T12:00:00Z');

test.each([
  ['2026-11-28T11:59:58Z', 'now'],
  ['2026-11-28T12:00:03Z', 'now'],
  ['2026-11-28T11:58:00Z', '2 minutes ago'],
  ['2026-11-28T09:00:00Z', '3 hours ago'],
  ['2026-11-27T11:00:00Z', 'yesterday'],
  ['2026-11-18T12:00:00Z', 'last week'],
  ['2025-01-01T00:00:00Z', 'last year'],
])('%s is %s', (time, expected) => {
  expect(relativeTime(new Date(time), NOW, 'en')).toBe(expected);
});
