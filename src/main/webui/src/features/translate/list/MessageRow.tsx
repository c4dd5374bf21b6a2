import { AlertTriangle, CheckSquare, CircleAlert, CircleUser, CloudOff, History, Pencil, Square, Undo2 } from 'lucide-react';
import type { MouseEvent, ReactNode } from 'react';
import type { DraftRow } from '../../../api/draftRows';
import { useLabels } from '../../../labels/LabelProvider';
import type { Edit } from '../editing/editSession';
import { useWorkspace } from '../workspace';
import { StateMark } from './StateMark';

interface Props {
  id: string;
  row: DraftRow;
  index: number;
  start: number;
  isOpen: boolean;
  isSelected: boolean;
  edit: Edit | undefined;
  onOpen: (event: MouseEvent) => void;
  onToggle: () => void;
}

/** One message in the list. */
export function MessageRow({ id, row, index, start, isOpen, isSelected, edit, onOpen, onToggle }: Props) {
  const { t } = useLabels();
  const { locale, sourceLocale, others } = useWorkspace();
  const text = edit?.message ?? row.message ?? '';
  const Box = isSelected ? CheckSquare : Square;
  return (
    <div
      id={id}
      role="row"
      aria-rowindex={index + 1}
      aria-selected={isSelected}
      aria-current={isOpen ? 'true' : undefined}
      className="translate-row"
      style={{ transform: `translateY(${start}px)` }}
      onClick={onOpen}
    >
      <div role="gridcell" className="translate-row-cell">
        <span
          className="translate-row-box"
          aria-hidden
          onClick={(event) => {
            event.stopPropagation();
            onToggle();
          }}
        >
          <Box size={16} />
        </span>
        <StateMark state={row.state} />
        <span className="translate-row-code" dir="auto">{row.code}</span>
        <span className="translate-row-marks">
          {edit && !isFailed(edit) && <Mark label={t('translate.mark.edited')}><Pencil size={14} /></Mark>}
          {edit && isFailed(edit) && <Mark label={t('translate.mark.notSaved')} kind="danger"><CloudOff size={14} /></Mark>}
          {row.stale && <Mark label={t('translate.mark.stale')} kind="warning"><History size={14} /></Mark>}
          {row.rejected && <Mark label={t('translate.mark.rejected')} kind="danger"><Undo2 size={14} /></Mark>}
          {(row.errors ?? 0) > 0 && <Mark label={t('translate.mark.errors', { count: row.errors ?? 0 })} kind="danger"><CircleAlert size={14} /></Mark>}
          {(row.warnings ?? 0) > 0 && <Mark label={t('translate.mark.warnings', { count: row.warnings ?? 0 })} kind="warning"><AlertTriangle size={14} /></Mark>}
          {others.some((it) => it.key === row.key) && <Mark label={t('translate.mark.present')} kind="info"><CircleUser size={14} /></Mark>}
        </span>
        <span className="translate-row-source" dir="auto" lang={sourceLocale}>{row.source ?? ''}</span>
        <span className="translate-row-text" dir="auto" lang={locale}>{text}</span>
      </div>
    </div>
  );
}

function isFailed({ status }: Edit): boolean {
  return status === 'waiting' || status === 'refused' || status === 'conflict';
}

function Mark({ label, kind = '', children }: { label: string; kind?: string; children: ReactNode }) {
  return (
    <span className={`translate-mark ${kind}`} title={label}>
      <span aria-hidden>{children}</span>
      <span className="visually-hidden">{label}</span>
    </span>
  );
}
