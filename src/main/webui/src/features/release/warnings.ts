import type { DraftCounts, LocaleCounts } from '../../api/draftCounts';

export type WarningKind = 'untranslated' | 'drafts' | 'translated' | 'stale' | 'warnings' | 'errors';

/** A number of texts that deserve a look, with the filter of the translate page that shows them. */
export interface TextCount {
  kind: WarningKind;
  locale: string;
  count: number;
  state: string;
}

const FILTERS: Record<WarningKind, string> = {
  untranslated: 'untranslated', drafts: 'draft', translated: 'translated', stale: 'stale', warnings: 'warnings', errors: 'errors',
};

/** Warnings that do not block a release. */
export function findWarnings({ locales, reviewRequired }: DraftCounts): TextCount[] {
  return locales.flatMap((counts) => counted(counts, [
    ...(counts.required ? [] : ['untranslated', 'drafts', ...(reviewRequired ? ['translated'] : [])] as WarningKind[]),
    'stale',
    'warnings',
  ]));
}

/** Blockers derived from the counts, for callers without permission for a dry run. */
export function findBlockers({ locales, reviewRequired }: DraftCounts): TextCount[] {
  return locales.flatMap((counts) => counted(counts, [
    'errors',
    ...(counts.required ? ['untranslated', 'drafts', ...(reviewRequired ? ['translated'] : [])] as WarningKind[] : []),
  ]));
}

function counted(counts: LocaleCounts, kinds: readonly WarningKind[]): TextCount[] {
  return kinds.filter((kind) => counts[kind] > 0)
    .map((kind) => ({ kind, locale: counts.locale, count: counts[kind], state: FILTERS[kind] }));
}
