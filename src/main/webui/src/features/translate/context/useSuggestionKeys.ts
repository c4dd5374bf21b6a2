import { useEffect, useEffectEvent } from 'react';
import { digitOf } from '../../../icu/keys';

const CHORD_MILLISECONDS = 2000;

/** Calls back with the digit that follows Mod+J, wherever the focus is. Listens before the page, which has Mod+J for the source only. */
export function useSuggestionKeys(onDigit: (digit: number) => void): void {
  const use = useEffectEvent(onDigit);
  useEffect(() => {
    let startedAt = -Infinity;
    const watch = (event: KeyboardEvent) => {
      if (event.isComposing) {
        return;
      }
      const isFollowed = event.timeStamp - startedAt < CHORD_MILLISECONDS;
      if ((event.ctrlKey || event.metaKey) && !event.altKey && !event.shiftKey && event.key.toLowerCase() === 'j') {
        startedAt = event.timeStamp;
        event.preventDefault();
      } else if (!['Control', 'Meta', 'Shift', 'Alt'].includes(event.key)) {
        startedAt = -Infinity;
        const digit = isFollowed ? digitOf(event) : null;
        if (digit !== null) {
          event.preventDefault();
          use(digit);
        }
      }
    };
    window.addEventListener('keydown', watch, true);
    return () => window.removeEventListener('keydown', watch, true);
  }, []);
}
