import type { LabelKey } from '../../labels/keys';

/** The context in which a binding applies. `outside` means outside of text fields. */
export type Area = 'anywhere' | 'editor' | 'list' | 'outside';

interface Binding {
  action: string;
  /** Alternatives, such as `Mod+Enter`; a space separates the keys of a chord, and `1-9` stands for a digit. */
  keys: readonly string[];
  area: Area;
  /** The pattern editor handles the keys by itself while it has the focus. */
  isOfField: boolean;
  label: LabelKey;
}

/** The keyboard map: used by the handlers, and shown by the sheet. Mod is Ctrl, on macOS Cmd. */
export const BINDINGS = [
  { action: 'saveAndNext', isOfField: true, keys: ['Mod+Enter'], area: 'editor', label: 'translate.key.saveAndNext' },
  { action: 'approveAndNext', isOfField: true, keys: ['Mod+Shift+Enter'], area: 'editor', label: 'translate.key.approveAndNext' },
  { action: 'save', isOfField: true, keys: ['Mod+S'], area: 'editor', label: 'translate.key.save' },
  { action: 'insertArgument', isOfField: true, keys: ['Mod+P 1-9'], area: 'editor', label: 'translate.key.insertArgument' },
  { action: 'takeSuggestion', isOfField: false, keys: ['Mod+J 0-9'], area: 'editor', label: 'translate.key.takeSuggestion' },
  { action: 'ignoreFinding', isOfField: false, keys: ['Mod+I 1-9'], area: 'editor', label: 'translate.key.ignoreFinding' },
  { action: 'clear', isOfField: true, keys: ['Mod+Shift+Backspace'], area: 'editor', label: 'translate.key.clear' },
  { action: 'toggleSource', isOfField: true, keys: ['Mod+E'], area: 'editor', label: 'translate.key.toggleSource' },
  { action: 'leaveEditor', isOfField: false, keys: ['Escape'], area: 'editor', label: 'translate.key.leaveEditor' },
  { action: 'next', isOfField: false, keys: ['Alt+ArrowDown'], area: 'anywhere', label: 'translate.key.next' },
  { action: 'previous', isOfField: false, keys: ['Alt+ArrowUp'], area: 'anywhere', label: 'translate.key.previous' },
  { action: 'nextMissing', isOfField: false, keys: ['Alt+Shift+ArrowDown'], area: 'anywhere', label: 'translate.key.nextMissing' },
  { action: 'down', isOfField: false, keys: ['ArrowDown'], area: 'list', label: 'translate.key.down' },
  { action: 'up', isOfField: false, keys: ['ArrowUp'], area: 'list', label: 'translate.key.up' },
  { action: 'first', isOfField: false, keys: ['Home'], area: 'list', label: 'translate.key.first' },
  { action: 'last', isOfField: false, keys: ['End'], area: 'list', label: 'translate.key.last' },
  { action: 'edit', isOfField: false, keys: ['Enter'], area: 'list', label: 'translate.key.edit' },
  { action: 'select', isOfField: false, keys: ['Space'], area: 'list', label: 'translate.key.select' },
  { action: 'extendDown', isOfField: false, keys: ['Shift+ArrowDown'], area: 'list', label: 'translate.key.extendDown' },
  { action: 'extendUp', isOfField: false, keys: ['Shift+ArrowUp'], area: 'list', label: 'translate.key.extendUp' },
  { action: 'selectAll', isOfField: false, keys: ['Mod+A'], area: 'list', label: 'translate.key.selectAll' },
  { action: 'clearSelection', isOfField: false, keys: ['Escape'], area: 'list', label: 'translate.key.clearSelection' },
  { action: 'reviewDown', isOfField: false, keys: ['j'], area: 'outside', label: 'translate.key.reviewDown' },
  { action: 'reviewUp', isOfField: false, keys: ['k'], area: 'outside', label: 'translate.key.reviewUp' },
  { action: 'approve', isOfField: false, keys: ['a'], area: 'outside', label: 'translate.key.approve' },
  { action: 'reject', isOfField: false, keys: ['r'], area: 'outside', label: 'translate.key.reject' },
  { action: 'undo', isOfField: false, keys: ['u'], area: 'outside', label: 'translate.key.undo' },
  { action: 'search', isOfField: false, keys: ['/'], area: 'outside', label: 'translate.key.search' },
  { action: 'search', isOfField: false, keys: ['Mod+K'], area: 'anywhere', label: 'translate.key.search' },
  { action: 'goDashboard', isOfField: false, keys: ['g d'], area: 'outside', label: 'translate.key.goDashboard' },
  { action: 'goTranslate', isOfField: false, keys: ['g t'], area: 'outside', label: 'translate.key.goTranslate' },
  { action: 'goReleases', isOfField: false, keys: ['g r'], area: 'outside', label: 'translate.key.goReleases' },
  { action: 'sheet', isOfField: false, keys: ['?'], area: 'outside', label: 'translate.key.sheet' },
  { action: 'sheet', isOfField: false, keys: ['Mod+/'], area: 'anywhere', label: 'translate.key.sheet' },
] as const satisfies readonly Binding[];

export type KeyboardAction = (typeof BINDINGS)[number]['action'];

/** The relevant properties of a keyboard event. */
export interface Stroke {
  key: string;
  code: string;
  ctrlKey: boolean;
  metaKey: boolean;
  altKey: boolean;
  shiftKey: boolean;
}

export interface Match {
  action: KeyboardAction;
  /** The digit of a chord. */
  digit: number | null;
}

const CHORD_MILLISECONDS = 2_000;

/** Recognises the bindings in a series of strokes. */
export class KeyboardMatcher {
  private started: { stroke: string; at: number } | null = null;

  constructor(private readonly isMac: boolean) {}

  /** Returns the action of a stroke, `started` for the first key of a chord, or null. */
  match(stroke: Stroke, areas: ReadonlySet<Area>, isInField: boolean, now: number): Match | 'started' | null {
    const first = this.started && now - this.started.at < CHORD_MILLISECONDS ? this.started.stroke : null;
    this.started = null;
    const name = this.nameOf(stroke);
    const digit = /^(?:Digit|Numpad)\d$/.test(stroke.code) ? Number(stroke.code.at(-1)) : null;
    for (const { action, keys, area, isOfField } of BINDINGS) {
      if (areas.has(area) && !(isOfField && isInField)) {
        for (const combination of keys) {
          const [start, end] = combination.split(' ');
          if (end === undefined ? first === null && start === name : first === start && isEnd(end, name, digit)) {
            return { action, digit: end === undefined ? null : digit };
          }
          if (end !== undefined && first === null && start === name) {
            this.started = { stroke: name, at: now };
          }
        }
      }
    }
    return this.started ? 'started' : null;
  }

  private nameOf({ key, code, ctrlKey, metaKey, altKey, shiftKey }: Stroke): string {
    const modifiers = [
      (this.isMac ? metaKey : ctrlKey) ? 'Mod+' : '',
      (this.isMac ? ctrlKey : metaKey) ? 'Other+' : '',
      altKey ? 'Alt+' : '',
    ].join('');
    const isCharacter = key.length === 1 && key !== ' ';
    // Shift is part of a character such as the question mark, but not of a named key.
    const shift = shiftKey && (!isCharacter || (modifiers !== '' && /^Key/.test(code))) ? 'Shift+' : '';
    const letter = modifiers && isCharacter ? key.toUpperCase() : key;
    return modifiers + shift + (key === ' ' ? 'Space' : letter);
  }
}

function isEnd(end: string, name: string, digit: number | null): boolean {
  const range = /^(\d)-(\d)$/.exec(end);
  return range ? digit !== null && digit >= Number(range[1]) && digit <= Number(range[2]) : end === name;
}

/** Returns the keys of a binding as they stand on the keyboard. */
export function shownKeys(combination: string, isMac: boolean): string[] {
  const names: Record<string, string> = {
    Mod: isMac ? '⌘' : 'Ctrl', Alt: isMac ? '⌥' : 'Alt', Shift: isMac ? '⇧' : 'Shift', ArrowDown: '↓', ArrowUp: '↑', Enter: '↵', Backspace: '⌫', Escape: 'Esc',
  };
  return combination.split(' ').map((stroke) => stroke.split('+').map((key) => names[key] ?? key).join(isMac ? '' : '+'));
}

export function isMacKeyboard(): boolean {
  return /^Mac|^iP/.test(navigator.platform);
}
