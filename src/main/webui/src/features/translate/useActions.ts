import { useQueryClient } from '@tanstack/react-query';
import type { RefObject } from 'react';
import { useNavigate } from 'react-router';
import { useAnnounce } from '../../components/Announcements';
import { useLabels } from '../../labels/LabelProvider';
import type { EditorCommands } from './editor/EditorPane';
import type { Review } from './editing/useReview';
import { loadedIndex, loadedRow, loadedTotal } from './list/rowCache';
import { NOTHING_SELECTED } from './list/selection';
import type { KeyboardHandlers } from './useKeyboard';
import type { OpenMessage } from './useOpenMessage';
import type { SelectionState } from './useSelection';
import { useWorkspace } from './workspace';

interface Parts {
  opened: OpenMessage;
  review: Review;
  selected: SelectionState;
  editor: RefObject<EditorCommands | null>;
  search: RefObject<HTMLInputElement | null>;
  page: RefObject<HTMLDivElement | null>;
  askRejection: (key: string) => void;
  showSheet: () => void;
}

interface Actions extends KeyboardHandlers {
  rejectWith: (key: string, comment: string) => Promise<void>;
}

/** The action of each key binding. */
export function useActions({ opened, review, selected, editor, search, page, askRejection, showSheet }: Parts): Actions {
  const { catalog, list, permissions } = useWorkspace();
  const { t } = useLabels();
  const announce = useAnnounce();
  const client = useQueryClient();
  const navigate = useNavigate();
  const { address: { key }, open, move, openAt } = opened;
  // The rows are loaded by the list, which does not render this again.
  const openIndex = () => (key === null ? null : loadedIndex(client, list, key));

  // The focus stays in the editor, or in the list.
  const inList = (step: 1 | -1) => void move(step, isInEditor(page.current) ? { pane: 'editor', focus: true } : {});
  const focusList = () => page.current?.querySelector<HTMLElement>('[role=grid]')?.focus();
  const extend = (step: 1 | -1) => {
    const index = openIndex();
    if (index !== null) {
      void selected.extendTo(index + step, index);
      void move(step, { pane: 'list' });
    }
  };
  const reviewThen = async (decide: (key: string) => Promise<boolean>, done: string) => {
    if (key === null || !permissions.approve) {
      announce(t('translate.mayNotApprove'));
    } else if (editor.current?.hasChanges()) {
      announce(t('translate.saveFirst'));
    } else if (await decide(key)) {
      const next = await move(1, { pane: opened.pane });
      announce(next ? t('translate.reviewedNow', { decision: done, code: next.code, state: next.state }) : t('translate.reviewed', { decision: done }));
    }
  };
  const goTo = (section: string) => void navigate(`/catalogs/${encodeURIComponent(catalog)}${section}`);
  return {
    saveAndNext: () => editor.current?.save('next'),
    approveAndNext: () => (permissions.approve ? editor.current?.save('approve') : announce(t('translate.mayNotApprove'))),
    save: () => editor.current?.save('stay'),
    insertArgument: (digit) => digit !== null && editor.current?.insertArgument(digit),
    takeSuggestion: (digit) => digit === 0 && editor.current?.useSource(),
    ignoreFinding: (digit) => digit !== null && editor.current?.ignoreFinding(digit),
    clear: () => editor.current?.clear(),
    toggleSource: () => editor.current?.toggleSource(),
    leaveEditor: focusList,
    next: () => inList(1),
    previous: () => inList(-1),
    nextMissing: () => void move(1, { state: 'untranslated' }),
    down: () => inList(1),
    up: () => inList(-1),
    first: () => void openAt(0),
    last: () => void openAt(Math.max(0, loadedTotal(client, list) - 1)),
    edit: () => {
      if (key !== null) {
        open(key, { focus: true, replace: opened.pane !== 'list' });
        editor.current?.focus();
      }
    },
    select: () => {
      const index = openIndex();
      const row = index === null ? null : loadedRow(client, list, index);
      if (row && index !== null) {
        selected.toggleRow(row, index);
      }
    },
    extendDown: () => extend(1),
    extendUp: () => extend(-1),
    selectAll: () => selected.setSelection({ keys: new Set(), all: true, anchor: null }),
    clearSelection: () => selected.setSelection(NOTHING_SELECTED),
    reviewDown: () => inList(1),
    reviewUp: () => inList(-1),
    approve: () => void reviewThen(review.approve, 'approved'),
    reject: () => (permissions.approve && key !== null ? askRejection(key) : announce(t('translate.mayNotApprove'))),
    undo: () => void review.undo().then((undone) => undone !== null && open(undone, { pane: opened.pane })),
    search: () => search.current?.select(),
    goDashboard: () => goTo(''),
    goTranslate: () => focusList(),
    goReleases: () => goTo('/releases'),
    sheet: showSheet,
    rejectWith: (rejected, comment) => reviewThen(() => review.reject(rejected, comment), 'rejected'),
  };
}

function isInEditor(page: HTMLDivElement | null): boolean {
  return page?.querySelector('[data-area=editor]')?.contains(document.activeElement) ?? false;
}
