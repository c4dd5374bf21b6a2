import { useQueryClient } from '@tanstack/react-query';
import { useVirtualizer } from '@tanstack/react-virtual';
import { useEffect, useRef, useState, type MouseEvent } from 'react';
import { rowPosition, type DraftRow } from '../../../api/draftRows';
import { EmptyState } from '../../../components/EmptyState';
import { ProblemMessage } from '../../../components/ProblemMessage';
import { useLabels } from '../../../labels/LabelProvider';
import { useEdits, useWorkspace } from '../workspace';
import { MessageRow } from './MessageRow';
import { loadedIndex } from './rowCache';
import { isSelected, type Selection } from './selection';
import { useMessageRows } from './useMessageRows';

interface Props {
  openKey: string | null;
  selection: Selection;
  onOpen: (row: DraftRow) => void;
  onToggle: (row: DraftRow, index: number) => void;
  onExtend: (index: number) => void;
  /** Tells the first row once it is known. */
  onFirstRow: (row: DraftRow) => void;
  onClearSearch: () => void;
}

const ROW_REM = 3.5;
const OVERSCAN = 2;

function rowHeight(): number {
  return ROW_REM * parseFloat(getComputedStyle(document.documentElement).fontSize || '16');
}

/** All messages of a search: as many rows as fit on the screen, at their places among all of them. */
export function MessageList({ openKey, selection, onOpen, onToggle, onExtend, onFirstRow, onClearSearch }: Props) {
  const { t } = useLabels();
  const { list } = useWorkspace();
  const edits = useEdits();
  const client = useQueryClient();
  const scroller = useRef<HTMLDivElement>(null);
  const [range, setRange] = useState({ first: 0, last: 0 });
  const rows = useMessageRows(list, range.first, range.last);
  const virtual = useVirtualizer({
    count: rows.total ?? 0,
    getScrollElement: () => scroller.current,
    estimateSize: rowHeight,
    overscan: OVERSCAN,
  });
  const items = virtual.getVirtualItems();
  const first = items[0]?.index ?? 0;
  const last = items.at(-1)?.index ?? 0;
  useEffect(() => setRange({ first, last }), [first, last]);

  const firstRow = rows.rowAt(0);
  useEffect(() => {
    if (firstRow) {
      onFirstRow(firstRow);
    }
  }, [firstRow, onFirstRow]);

  const known = rows.total !== null;
  useEffect(() => {
    if (openKey === null || !known) {
      return;
    }
    const index = loadedIndex(client, list, openKey);
    if (index !== null) {
      virtual.scrollToIndex(index, { align: 'auto' });
      return;
    }
    let current = true;
    client.fetchQuery(rowPosition(list, openKey)).then(
      ({ offset, listed }) => current && (listed ? virtual.scrollToIndex(offset, { align: 'center' }) : virtual.scrollToOffset(0)),
      // An unknown message is said in the editor; the list stays where it is.
      () => undefined,
    );
    return () => {
      current = false;
    };
  }, [openKey, known, client, list, virtual]);

  if (rows.error && !known) {
    return <ProblemMessage error={rows.error} onRetry={rows.retry} />;
  }
  if (rows.total === 0) {
    return (
      <EmptyState title={t('translate.nothingFound')}>
        <button type="button" className="button small" onClick={onClearSearch}>{t('translate.clearSearch')}</button>
      </EmptyState>
    );
  }
  const click = (row: DraftRow, index: number) => (event: MouseEvent) => {
    if (event.shiftKey) {
      onExtend(index);
    } else if (event.ctrlKey || event.metaKey) {
      onToggle(row, index);
    } else {
      onOpen(row);
    }
  };
  const shown = items.map((item) => ({ item, row: rows.rowAt(item.index) }));
  const active = shown.find(({ row }) => row !== null && row.key === openKey);
  return (
    <div
      ref={scroller}
      role="grid"
      tabIndex={0}
      className="translate-rows"
      data-area="list"
      aria-label={t('translate.list')}
      aria-rowcount={rows.total ?? -1}
      aria-colcount={1}
      aria-multiselectable
      aria-busy={shown.some(({ row }) => row === null)}
      aria-activedescendant={active ? rowId(active.item.index) : undefined}
    >
      <div role="presentation" className="translate-rows-all" style={{ blockSize: known ? virtual.getTotalSize() : undefined }}>
        {shown.map(({ item, row }) => (row === null
          ? <div key={item.key} role="presentation" className="translate-row translate-row-loading" style={{ transform: `translateY(${item.start}px)` }}><span /><span /></div>
          : (
            <MessageRow
              key={item.key}
              id={rowId(item.index)}
              row={row}
              index={item.index}
              start={item.start}
              isOpen={row.key === openKey}
              isSelected={isSelected(selection, row.key)}
              edit={edits.get(row.key)}
              onOpen={click(row, item.index)}
              onToggle={() => onToggle(row, item.index)}
            />
          )))}
      </div>
    </div>
  );
}

function rowId(index: number): string {
  return `translate-row-${index}`;
}
