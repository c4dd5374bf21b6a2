import { expect, test } from 'vitest';
import { BINDINGS, KeyboardMatcher, shownKeys, type Area, type Stroke } from './keyboard';

function stroke(key: string, code: string, modifiers: Partial<Stroke> = {}): Stroke {
  return { key, code, ctrlKey: false, metaKey: false, altKey: false, shiftKey: false, ...modifiers };
}

const CTRL = { ctrlKey: true };
const IN_EDITOR = new Set<Area>(['anywhere', 'editor']);
const IN_LIST = new Set<Area>(['anywhere', 'list', 'outside']);

test.each([
  ['saveAndNext', stroke('Enter', 'Enter', CTRL), IN_EDITOR],
  ['approveAndNext', stroke('Enter', 'Enter', { ctrlKey: true, shiftKey: true }), IN_EDITOR],
  ['save', stroke('s', 'KeyS', CTRL), IN_EDITOR],
  ['clear', stroke('Backspace', 'Backspace', { ctrlKey: true, shiftKey: true }), IN_EDITOR],
  ['nextMissing', stroke('ArrowDown', 'ArrowDown', { altKey: true, shiftKey: true }), IN_EDITOR],
  ['down', stroke('ArrowDown', 'ArrowDown'), IN_LIST],
  ['select', stroke(' ', 'Space'), IN_LIST],
  ['extendDown', stroke('ArrowDown', 'ArrowDown', { shiftKey: true }), IN_LIST],
  ['approve', stroke('a', 'KeyA'), IN_LIST],
  ['sheet', stroke('?', 'Slash', { shiftKey: true }), IN_LIST],
  ['sheet', stroke('/', 'Slash', CTRL), IN_EDITOR],
  ['search', stroke('/', 'Digit7', { shiftKey: true }), IN_LIST],
  ['search', stroke('K', 'KeyK', CTRL), IN_EDITOR],
])('recognises %s', (action, pressed, areas) => {
  expect(new KeyboardMatcher(false).match(pressed, areas, false, 0)).toEqual({ action, digit: null });
});

test('uses Cmd on macOS', () => {
  const matcher = new KeyboardMatcher(true);
  expect(matcher.match(stroke('s', 'KeyS', { metaKey: true }), IN_EDITOR, false, 0)).toMatchObject({ action: 'save' });
  expect(matcher.match(stroke('s', 'KeyS', CTRL), IN_EDITOR, false, 0)).toBeNull();
});

test('leaves letters to fields', () => {
  expect(new KeyboardMatcher(false).match(stroke('a', 'KeyA'), IN_EDITOR, false, 0)).toBeNull();
});

test('leaves the keys of the pattern editor to it', () => {
  expect(new KeyboardMatcher(false).match(stroke('Enter', 'Enter', CTRL), IN_EDITOR, true, 0)).toBeNull();
  expect(new KeyboardMatcher(false).match(stroke('ArrowDown', 'ArrowDown', { altKey: true }), IN_EDITOR, true, 0)).toMatchObject({ action: 'next' });
});

test('recognises chords, with digits by their place on the keyboard', () => {
  const matcher = new KeyboardMatcher(false);
  expect(matcher.match(stroke('j', 'KeyJ', CTRL), IN_EDITOR, false, 0)).toBe('started');
  expect(matcher.match(stroke('à', 'Digit0'), IN_EDITOR, false, 100)).toEqual({ action: 'takeSuggestion', digit: 0 });
  expect(matcher.match(stroke('g', 'KeyG'), IN_LIST, false, 200)).toBe('started');
  expect(matcher.match(stroke('d', 'KeyD'), IN_LIST, false, 300)).toEqual({ action: 'goDashboard', digit: null });
});

test('forgets the start of a chord', () => {
  const matcher = new KeyboardMatcher(false);
  matcher.match(stroke('g', 'KeyG'), IN_LIST, false, 0);
  expect(matcher.match(stroke('r', 'KeyR'), IN_LIST, false, 3_000)).toMatchObject({ action: 'reject' });
});

test('has no key twice where both would apply', () => {
  const seen = new Set<string>();
  for (const { keys, area } of BINDINGS) {
    for (const combination of keys) {
      expect(seen).not.toContain(`${area} ${combination}`);
      seen.add(`${area} ${combination}`);
    }
  }
});

test('avoids keys that browsers and keyboards need', () => {
  for (const { keys } of BINDINGS) {
    for (const combination of keys) {
      expect(combination).not.toMatch(/^(?:Mod|Alt)\+\d|^Alt\+[A-Z]$|^Mod\+Shift\+[CIJ]$/);
    }
  }
});

test('shows keys as they stand on the keyboard', () => {
  expect(shownKeys('Mod+Shift+Enter', true)).toEqual(['⌘⇧↵']);
  expect(shownKeys('Mod+P 1-9', false)).toEqual(['Ctrl+P', '1-9']);
});
