import type { EntryKind, ImportCounts, ImportOptions } from '../../api/imports';

/** The default options: everything is detected, and no approved text is replaced. */
export const DEFAULT_OPTIONS: ImportOptions = {
  locale: '', format: '', dialect: '', overwrite: '', deleteMissing: false, skipRefused: false, addLocales: false, mapping: null,
};

/** The kinds of entries, problems first. */
export const KINDS: readonly EntryKind[] = ['refused', 'conflicting', 'new', 'changed', 'removed'];

/** Returns the number of entries that an import stores. */
export function storedCount(counts: ImportCounts, options: ImportOptions): number {
  return counts.new + counts.changed + counts.removed + (options.overwrite === 'reviewed' ? counts.conflicting : 0);
}

export type Obstacle = 'refused' | 'conflicts' | 'nothing';

/** Returns why an import would store nothing; `null` if it stores something. */
export function obstacleOf(counts: ImportCounts, options: ImportOptions): Obstacle | null {
  if (counts.refused > 0 && !options.skipRefused) {
    return 'refused';
  }
  if (counts.conflicting > 0 && options.overwrite === '') {
    return 'conflicts';
  }
  return storedCount(counts, options) === 0 ? 'nothing' : null;
}

/** Returns the number of entries that the files have. */
export function total(counts: ImportCounts): number {
  return Object.values(counts).reduce((sum, count) => sum + count, 0);
}
