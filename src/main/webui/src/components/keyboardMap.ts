import type { LabelKey } from '../labels/keys';

/** Keys that are pressed together, such as `['Mod', 'Enter']`. */
export type Combination = readonly string[];

interface Shortcut {
  /** What does the same, in any of several ways. */
  keys: readonly Combination[];
  /** Whether the combinations are pressed one after the other. */
  inOrder?: boolean;
  does: LabelKey;
}

interface ShortcutGroup {
  title: LabelKey;
  shortcuts: readonly Shortcut[];
}

/** The keyboard map of the editor. `Mod` is Ctrl, and Cmd on macOS. */
export const KEYBOARD_MAP: readonly ShortcutGroup[] = [
  {
    title: 'common.keys.everywhere',
    shortcuts: [
      { keys: [['?'], ['Mod', '/']], does: 'common.keys.sheet' },
      { keys: [['/'], ['Mod', 'K']], does: 'common.keys.search' },
      { keys: [['G'], ['D']], inOrder: true, does: 'common.keys.overview' },
      { keys: [['G'], ['T']], inOrder: true, does: 'common.keys.translate' },
      { keys: [['G'], ['R']], inOrder: true, does: 'common.keys.releases' },
    ],
  },
  {
    title: 'common.keys.editor',
    shortcuts: [
      { keys: [['Mod', 'Enter']], does: 'common.keys.saveAndNext' },
      { keys: [['Mod', 'Shift', 'Enter']], does: 'common.keys.approveAndNext' },
      { keys: [['Mod', 'S']], does: 'common.keys.save' },
      { keys: [['Alt', '↓'], ['Alt', '↑']], does: 'common.keys.nextOrPrevious' },
      { keys: [['Alt', 'Shift', '↓']], does: 'common.keys.nextMissing' },
      { keys: [['Tab'], ['Shift', 'Tab']], does: 'common.keys.pluralForms' },
      { keys: [['{']], does: 'common.keys.complete' },
      { keys: [['Mod', 'P'], ['1 – 9']], inOrder: true, does: 'common.keys.placeholder' },
      { keys: [['Mod', 'J'], ['1 – 9']], inOrder: true, does: 'common.keys.suggestion' },
      { keys: [['Mod', 'J'], ['0']], inOrder: true, does: 'common.keys.copySource' },
      { keys: [['Mod', 'I'], ['1 – 9']], inOrder: true, does: 'common.keys.ignoreCheck' },
      { keys: [['Mod', 'Shift', '⌫']], does: 'common.keys.clear' },
      { keys: [['Mod', 'E']], does: 'common.keys.toggleSource' },
      { keys: [['Esc']], does: 'common.keys.leaveEditor' },
    ],
  },
  {
    title: 'common.keys.list',
    shortcuts: [
      { keys: [['↑'], ['↓']], does: 'common.keys.move' },
      { keys: [['Enter']], does: 'common.keys.edit' },
      { keys: [['Space']], does: 'common.keys.select' },
      { keys: [['Shift', '↑'], ['Shift', '↓']], does: 'common.keys.extend' },
      { keys: [['Esc']], does: 'common.keys.clearSelection' },
    ],
  },
  {
    title: 'common.keys.review',
    shortcuts: [
      { keys: [['J'], ['K']], does: 'common.keys.downOrUp' },
      { keys: [['A']], does: 'common.keys.approve' },
      { keys: [['R']], does: 'common.keys.reject' },
      { keys: [['U']], does: 'common.keys.undo' },
    ],
  },
];

const isApple = /mac|iphone|ipad/i.test(navigator.userAgent);

const APPLE_NAMES: Readonly<Record<string, string>> = { Mod: '⌘', Alt: '⌥', Shift: '⇧', Enter: '↵' };

/** Returns what is printed on the key. */
export function keyName(key: string): string {
  return isApple ? APPLE_NAMES[key] ?? key : key === 'Mod' ? 'Ctrl' : key;
}
