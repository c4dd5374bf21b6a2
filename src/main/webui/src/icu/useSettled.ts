import type { ShownFinding } from './findingList';
import { useDebounced } from './useDebounced';

const DEBOUNCE_MILLISECONDS = 400;

/** Leaves out findings that have just appeared: while somebody types an argument, its brace is missing only for a moment. */
export function useSettled(shown: readonly ShownFinding[]): ShownFinding[] {
  const before = useDebounced(shown, DEBOUNCE_MILLISECONDS);
  return shown.filter(({ message, field }) => before.some((it) => it.message === message && it.field === field));
}
