/** The selected messages: some of them, or all that match the search. */
export interface Selection {
  keys: ReadonlySet<string>;
  all: boolean;
  /** The index from which a range extends. */
  anchor: number | null;
}

export const NOTHING_SELECTED: Selection = { keys: new Set(), all: false, anchor: null };

export function isEmpty({ keys, all }: Selection): boolean {
  return !all && keys.size === 0;
}

export function isSelected({ keys, all }: Selection, key: string): boolean {
  return all || keys.has(key);
}

/** Adds a message, or removes it. Of all messages none can be removed: the selection starts again. */
export function toggle(selection: Selection, key: string, index: number): Selection {
  if (selection.all) {
    return { keys: new Set([key]), all: false, anchor: index };
  }
  const keys = new Set(selection.keys);
  if (!keys.delete(key)) {
    keys.add(key);
  }
  return { keys, all: false, anchor: index };
}

export function extend(selection: Selection, keys: readonly string[]): Selection {
  return { ...selection, keys: new Set([...selection.keys, ...keys]), all: false };
}
