import { describe, expect, it } from 'vitest';
import { findInvisible } from './invisible';
import { commandOf, digitOf, type KeyPress } from './keys';

function press(key: string, modifiers: Partial<KeyPress> = {}): KeyPress {
  return { key, code: '', ctrlKey: false, metaKey: false, shiftKey: false, altKey: false, isComposing: false, ...modifiers };
}

describe('commandOf', () => {
  it.each([
    [press('Enter', { ctrlKey: true }), { save: 'next' }],
    [press('Enter', { metaKey: true, shiftKey: true }), { save: 'approve' }],
    [press('s', { ctrlKey: true }), { save: 'stay' }],
    [press('S', { metaKey: true }), { save: 'stay' }],
    [press('e', { ctrlKey: true }), 'toggle'],
    [press('p', { ctrlKey: true }), 'awaitDigit'],
    [press('Backspace', { ctrlKey: true, shiftKey: true }), 'clear'],
    [press('Backspace', { ctrlKey: true }), null],
    [press('Enter'), null],
    [press('s', { ctrlKey: true, shiftKey: true }), null],
    [press('e', { ctrlKey: true, altKey: true }), null],
    [press('Enter', { ctrlKey: true, isComposing: true }), null],
  ])('reads %j', (given, command) => {
    expect(commandOf(given)).toEqual(command);
  });

  it('reads digits by the place of their keys', () => {
    expect(digitOf({ code: 'Digit1' })).toBe(1);
    expect(digitOf({ code: 'Numpad9' })).toBe(9);
    expect(digitOf({ code: 'KeyA' })).toBeNull();
  });
});

it('finds invisible characters, but not the joiners of emoji', () => {
  expect(findInvisible('a\u00a0b\u200cc\u2068{x}\u2069')).toEqual([
    { at: 1, sign: 'NBSP' }, { at: 3, sign: 'ZWNJ' }, { at: 5, sign: 'FSI' }, { at: 9, sign: 'PDI' },
  ]);
  expect(findInvisible('\u{1F469}\u200d\u{1F467} ❤️\u200d🔥')).toEqual([]);
  expect(findInvisible('ک\u200dب')).toEqual([{ at: 1, sign: 'ZWJ' }]);
});
