import type { AfterSave } from './types';

/** What a key does in the editor. */
export type EditorCommand = { save: AfterSave } | 'toggle' | 'clear' | 'awaitDigit';

/** The parts of a keyboard event that decide; `code` names the key itself, so that digits work on every layout. */
export type KeyPress = Pick<KeyboardEvent, 'key' | 'code' | 'ctrlKey' | 'metaKey' | 'shiftKey' | 'altKey' | 'isComposing'>;

/** Returns what a key does; null if it is not a key of the editor. Keys of an input method are left to it. */
export function commandOf(press: KeyPress): EditorCommand | null {
  const isMod = (press.ctrlKey || press.metaKey) && !press.altKey;
  if (!isMod || press.isComposing) {
    return null;
  }
  if (press.key === 'Enter') {
    return { save: press.shiftKey ? 'approve' : 'next' };
  }
  if (press.key === 'Backspace') {
    return press.shiftKey ? 'clear' : null;
  }
  if (press.shiftKey) {
    return null;
  }
  switch (press.key.toLowerCase()) {
    case 's': return { save: 'stay' };
    case 'e': return 'toggle';
    case 'p': return 'awaitDigit';
    default: return null;
  }
}

/** Returns the digit of a key on any layout, such as AZERTY, where digits need Shift; null for other keys. */
export function digitOf({ code }: Pick<KeyboardEvent, 'code'>): number | null {
  const digit = /^(?:Digit|Numpad)(\d)$/.exec(code)?.[1];
  return digit === undefined ? null : Number(digit);
}
