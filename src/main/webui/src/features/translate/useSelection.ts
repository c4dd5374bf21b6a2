import { useQueryClient } from '@tanstack/react-query';
import { useCallback, useState } from 'react';
import type { DraftRow, RowList } from '../../api/draftRows';
import { rowsBetween } from './list/rowCache';
import { extend, NOTHING_SELECTED, toggle, type Selection } from './list/selection';

/** A range loads its rows, so it ends somewhere. All messages of a search are selected without loading them. */
const LONGEST_RANGE = 2_000;

export interface SelectionState {
  selection: Selection;
  setSelection: (selection: Selection) => void;
  toggleRow: (row: DraftRow, index: number) => void;
  /** Selects from the last selected message, or the open one, to an index. */
  extendTo: (index: number, from: number | null) => Promise<void>;
}

/** The selected messages of a list. Another search selects nothing. */
export function useSelection(list: RowList): SelectionState {
  const client = useQueryClient();
  const [{ of, selection }, set] = useState<{ of: RowList; selection: Selection }>({ of: list, selection: NOTHING_SELECTED });
  const current = of === list ? selection : NOTHING_SELECTED;
  const setSelection = useCallback((next: Selection) => set({ of: list, selection: next }), [list]);
  return {
    selection: current,
    setSelection,
    toggleRow: (row, index) => setSelection(toggle(current, row.key, index)),
    extendTo: async (index, from) => {
      const anchor = current.anchor ?? from ?? index;
      const last = index > anchor ? Math.min(index, anchor + LONGEST_RANGE) : Math.max(index, anchor - LONGEST_RANGE);
      const rows = await rowsBetween(client, list, anchor, last);
      setSelection(extend({ ...current, anchor }, rows.map((row) => row.key)));
    },
  };
}
