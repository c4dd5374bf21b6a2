import type { EditorView } from '@codemirror/view';
import { useEffect, useRef, useState } from 'react';
import type { Edit } from './inspection';

/** Keeps the views of the fields, and which of them had the focus last. */
export function useFieldViews(ids: readonly string[]) {
  const views = useRef(new Map<string, EditorView>());
  const [active, setActive] = useState<string | null>(null);
  const focusNext = useRef<string | null>(null);

  useEffect(() => {
    const view = focusNext.current === null ? undefined : views.current.get(focusNext.current);
    if (view) {
      focusNext.current = null;
      view.focus();
    }
  });

  const current = active !== null && ids.includes(active) ? active : ids[0] ?? null;
  const currentView = () => (current === null ? undefined : views.current.get(current));
  return {
    /** The field that had the focus last, or the first one. */
    current,
    setActive,
    register: (id: string) => (view: EditorView | null) => {
      if (view) {
        views.current.set(id, view);
      } else {
        views.current.delete(id);
      }
    },
    focus: () => currentView()?.focus(),
    /** Moves the focus to a field once it is there. */
    focusLater: (id: string) => {
      focusNext.current = id;
    },
    insert: (text: string) => {
      const view = currentView();
      view?.dispatch(view.state.replaceSelection(text), { userEvent: 'input', scrollIntoView: true });
      view?.focus();
    },
    /** Puts the first half before the selection and the second half behind it. */
    surround: (before: string, after: string) => {
      const view = currentView();
      if (view) {
        const { from, to } = view.state.selection.main;
        view.dispatch({ changes: [{ from, insert: before }, { from: to, insert: after }], selection: { anchor: to + before.length }, userEvent: 'input' });
        view.focus();
      }
    },
    clear: () => {
      const view = currentView();
      view?.dispatch({ changes: { from: 0, to: view.state.doc.length }, userEvent: 'delete' });
      view?.focus();
    },
    edit: (id: string, edit: Edit) => {
      const view = views.current.get(id);
      if (view && edit.to <= view.state.doc.length) {
        view.dispatch({ changes: edit, selection: { anchor: edit.from + edit.insert.length }, userEvent: 'input' });
        view.focus();
      }
    },
  };
}
