import { createContext, useContext, useSyncExternalStore } from 'react';
import type { RowList } from '../../api/draftRows';
import type { Presence } from '../../api/draftEvents';
import type { LocalePermissions } from '../../api/permissions';
import type { Edit, EditSession } from './editing/editSession';

/** The state that all parts of the page share. */
export interface Workspace {
  catalog: string;
  locale: string;
  sourceLocale: string;
  /** The direction of the language that is translated into. */
  direction: 'ltr' | 'rtl';
  person: string;
  permissions: LocalePermissions;
  list: RowList;
  edits: EditSession;
  /** The people who work in this locale, without the person. */
  others: Presence[];
}

export const WorkspaceContext = createContext<Workspace | null>(null);

export function useWorkspace(): Workspace {
  const workspace = useContext(WorkspaceContext);
  if (workspace === null) {
    throw new Error('useWorkspace needs a WorkspaceContext');
  }
  return workspace;
}

/** The changed texts by message key. */
export function useEdits(): ReadonlyMap<string, Edit> {
  const { edits } = useWorkspace();
  return useSyncExternalStore(edits.subscribe, edits.snapshot);
}
