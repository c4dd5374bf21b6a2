import { expect, test } from 'vitest';
import { permissionsIn } from './permissions';
import type { Session } from './session';

const session = (permissions: string[], locales: string[] = [], administrator = false): Session => ({
  name: 'tina', kind: 'person', administrator, catalogs: [{ catalog: 'shop', permissions, locales }],
});

test('limits a translator to the allowed locales', () => {
  const tina = session(['read-draft', 'translate'], ['de']);
  expect(permissionsIn(tina, 'shop', 'de')).toMatchObject({ translate: true, approve: false });
  expect(permissionsIn(tina, 'shop', 'fr')).toMatchObject({ translate: false, locales: ['de'] });
});

test('has no limit without locales', () => {
  expect(permissionsIn(session(['translate', 'approve']), 'shop', 'fr')).toMatchObject({ translate: true, approve: true, manage: false });
});

test('grants nothing in another catalog, and everything to an administrator', () => {
  expect(permissionsIn(session(['translate']), 'desk', 'de').translate).toBe(false);
  expect(permissionsIn(session([], [], true), 'desk', 'de')).toMatchObject({ translate: true, approve: true, manage: true });
});
