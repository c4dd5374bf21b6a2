import { useState, type KeyboardEvent } from 'react';
import { commandOf, digitOf } from './keys';
import type { AfterSave } from './types';

interface Actions {
  onSave: (then: AfterSave) => void;
  onToggle: () => void;
  onClear: () => void;
  /** Inserts the argument of a digit, from 1. */
  onDigit: (digit: number) => void;
}

/** Handles the keys of the editor before its fields do. */
export function useEditorKeys({ onSave, onToggle, onClear, onDigit }: Actions) {
  const [isAwaitingDigit, setAwaitingDigit] = useState(false);

  const onKeyDownCapture = (event: KeyboardEvent) => {
    const { nativeEvent } = event;
    if (nativeEvent.defaultPrevented) {
      return;
    }
    if (isAwaitingDigit && !['Control', 'Meta', 'Shift', 'Alt'].includes(event.key)) {
      setAwaitingDigit(false);
      const digit = digitOf(nativeEvent);
      if (digit !== null || event.key === 'Escape') {
        consume(event);
        if (digit) {
          onDigit(digit);
        }
        return;
      }
    }
    const command = commandOf(nativeEvent);
    if (command === null) {
      return;
    }
    consume(event);
    switch (command) {
      case 'toggle': return onToggle();
      case 'clear': return onClear();
      case 'awaitDigit': return setAwaitingDigit(true);
      default: return onSave(command.save);
    }
  };
  return { isAwaitingDigit, onKeyDownCapture, stopAwaiting: () => setAwaitingDigit(false) };
}

function consume(event: KeyboardEvent): void {
  event.preventDefault();
  event.stopPropagation();
}
