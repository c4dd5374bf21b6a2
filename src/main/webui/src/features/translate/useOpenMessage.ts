import { useQueryClient } from '@tanstack/react-query';
import { useCallback, useMemo, useRef, useState } from 'react';
import { useLocation, useNavigate, useSearchParams } from 'react-router';
import { draftText } from '../../api/draftTexts';
import { messageDetails } from '../../api/messageDetails';
import type { DraftRow, RowList } from '../../api/draftRows';
import { useAnnounce } from '../../components/Announcements';
import { useLabels } from '../../labels/LabelProvider';
import { filtersOf, readAddress, writeAddress, type Address } from './address';
import { neighbour, rowAt } from './list/rowCache';

/** One pane is shown at a time on a narrow screen. */
export type Pane = 'list' | 'editor' | 'context';

export interface OpenMessage {
  address: Address;
  list: RowList;
  pane: Pane;
  /** Whether the field of the open message takes the focus. */
  isFocusWanted: boolean;
  change: (change: Partial<Address>) => void;
  open: (key: string, options?: { pane?: Pane; focus?: boolean; replace?: boolean }) => void;
  showPane: (pane: Pane) => void;
  /** Opens the message after or before the present one, and returns it; null at the end. */
  move: (step: 1 | -1, options?: { pane?: Pane; focus?: boolean; state?: string }) => Promise<DraftRow | null>;
  openAt: (index: number) => Promise<void>;
}

/**
 * Which message is open, in which list: the address is the state.
 *
 * @param beforeFocus called before a message is opened whose field takes the focus
 */
export function useOpenMessage(catalog: string, locale: string, beforeFocus: () => void): OpenMessage {
  const { t } = useLabels();
  const announce = useAnnounce();
  const client = useQueryClient();
  const navigate = useNavigate();
  const { state: shown } = useLocation() as { state: { pane?: Pane; focus?: boolean } | null };
  const [parameters] = useSearchParams();
  const address = useMemo(() => readAddress(parameters), [parameters]);
  const { search, state, sort, key } = address;
  const list = useMemo<RowList>(() => ({ catalog, locale, sort, filters: filtersOf({ search, state }) }), [catalog, locale, sort, search, state]);
  const [isFocusWanted, setFocusWanted] = useState(shown?.focus === true);
  // A slow answer must not take the person away from what was opened since.
  const latest = useRef(0);

  const go = useCallback((change: Partial<Address>, pane: Pane, replace: boolean) => {
    latest.current++;
    void navigate({ search: `?${writeAddress(parameters, change).toString()}` }, { replace, state: { pane } });
  }, [navigate, parameters]);

  const pane = shown?.pane ?? (key === null ? 'list' : 'editor');
  const prefetch = (row: DraftRow | null) => {
    if (row) {
      void client.prefetchQuery(messageDetails(catalog, row.key));
      void client.prefetchQuery(draftText({ catalog, key: row.key, locale }));
    }
  };

  const find = (among: RowList, step: 1 | -1) => (key === null ? rowAt(client, among, 0) : neighbour(client, among, key, step));

  const open: OpenMessage['open'] = (opened, { pane: next = 'editor', focus = false, replace = false } = {}) => {
    setFocusWanted(focus);
    if (focus) {
      beforeFocus();
    }
    go({ key: opened }, next, replace);
  };
  const move: OpenMessage['move'] = async (step, { pane: next = pane, focus = false, state: wanted } = {}) => {
    const among = wanted === undefined ? list : { ...list, filters: { ...list.filters, state: wanted } };
    const before = ++latest.current;
    const row = await find(among, step).catch(() => find(list, step)).catch(() => null);
    if (latest.current !== before) {
      return null;
    }
    if (row === null) {
      announce(t(step > 0 ? 'translate.atEnd' : 'translate.atStart'));
      return null;
    }
    open(row.key, { pane: next, focus, replace: next === 'list' });
    void neighbour(client, among, row.key, step).then(prefetch, () => undefined);
    return row;
  };
  return {
    address, list, pane, isFocusWanted, open, move,
    change: (change) => go(change, 'list', true),
    showPane: (next) => go({}, next, pane !== 'list'),
    openAt: async (index) => {
      const before = ++latest.current;
      const row = await rowAt(client, list, index);
      if (row && latest.current === before) {
        open(row.key, { pane: 'list', replace: true });
      }
    },
  };
}
