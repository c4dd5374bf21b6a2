import type { JobRequest } from '../../../api/bulkJobs';
import type { RowFilters } from '../../../api/draftRows';
import type { LocalePermissions } from '../../../api/permissions';

/** The bulk actions. */
export type BulkAction = 'approve' | 'translated' | 'draft' | 'copySource' | 'addTag' | 'removeTag' | 'replace';

/** Returns the actions that a person may use. Tags and replacements are jobs over a whole search. */
export function allowedActions({ approve, manage, translate }: LocalePermissions, all: boolean): BulkAction[] {
  const actions: BulkAction[] = approve ? ['approve'] : [];
  if (all ? manage : translate) {
    actions.push('translated', 'draft', 'copySource');
  }
  if (all && manage) {
    actions.push('addTag', 'removeTag', 'replace');
  }
  return actions;
}

/** The input for a bulk action. */
export interface ActionInput {
  tag: string;
  find: string;
  replacement: string;
}

/** Returns whether everything that the action needs is filled in. */
export function isComplete(action: BulkAction, { tag, find }: ActionInput): boolean {
  switch (action) {
    case 'addTag': case 'removeTag': return tag.trim() !== '';
    case 'replace': return find !== '';
    default: return true;
  }
}

export function jobOf(action: BulkAction, filters: RowFilters, locale: string, { tag, find, replacement }: ActionInput): JobRequest {
  const query = { ...filters, locale };
  switch (action) {
    case 'approve': return { kind: 'approve', query };
    case 'translated': case 'draft': return { kind: 'state', state: action, query };
    case 'copySource': return { kind: 'copy-source', query };
    case 'addTag': return { kind: 'tag', add: [tag.trim()], query };
    case 'removeTag': return { kind: 'tag', remove: [tag.trim()], query };
    case 'replace': return { kind: 'replace', find, replacement, query };
  }
}
