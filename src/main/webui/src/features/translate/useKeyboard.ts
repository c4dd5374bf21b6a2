import { useEffect, useRef } from 'react';
import { isMacKeyboard, KeyboardMatcher, type Area, type KeyboardAction } from './keyboard';

export type KeyboardHandlers = Record<KeyboardAction, (digit: number | null) => void>;

/** Calls the handlers of the keyboard map. Keys in dialogs and menus are theirs. */
export function useKeyboard(handlers: KeyboardHandlers): void {
  const current = useRef(handlers);
  useEffect(() => {
    current.current = handlers;
  });
  useEffect(() => {
    const matcher = new KeyboardMatcher(isMacKeyboard());
    const handle = (event: KeyboardEvent) => {
      const areas = areasOf(event.target);
      if (event.defaultPrevented || event.isComposing || areas === null) {
        return;
      }
      const match = matcher.match(event, areas, isInPatternEditor(event.target), performance.now());
      if (match !== null) {
        event.preventDefault();
        event.stopPropagation();
        if (match !== 'started') {
          current.current[match.action](match.digit);
        }
      }
    };
    // Combinations come before the field's own bindings. Bare keys are the field's first: Escape closes its completion.
    const early = (event: KeyboardEvent) => (event.ctrlKey || event.metaKey || event.altKey) && handle(event);
    const late = (event: KeyboardEvent) => !(event.ctrlKey || event.metaKey || event.altKey) && handle(event);
    document.addEventListener('keydown', early, true);
    document.addEventListener('keydown', late);
    return () => {
      document.removeEventListener('keydown', early, true);
      document.removeEventListener('keydown', late);
    };
  }, []);
}

const TEXT_FIELDS = 'input:not([type=checkbox], [type=radio], [type=button]), textarea, select, [contenteditable=true]';

function isInPatternEditor(target: EventTarget | null): boolean {
  return target instanceof Element && target.closest('.icu-editor') !== null;
}

/** Returns the areas of a key's target; null if it belongs to something over the page. */
function areasOf(target: EventTarget | null): ReadonlySet<Area> | null {
  const element = target instanceof Element ? target : document.body;
  if (element.closest('[role=dialog], [role=alertdialog], [role=menu], [role=listbox]')) {
    return null;
  }
  const areas = new Set<Area>(['anywhere']);
  if (element.closest('[data-area=editor]')) {
    areas.add('editor');
  }
  if (element.closest('[data-area=list]')) {
    areas.add('list');
  }
  if (!element.closest(TEXT_FIELDS)) {
    areas.add('outside');
  }
  return areas;
}
