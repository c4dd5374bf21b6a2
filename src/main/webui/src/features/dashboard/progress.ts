import type { LocaleProgress } from '../../api/summary';

type Count = 'approved' | 'translated' | 'drafts' | 'untranslated';

/** The parts of the bar of a locale, from finished to missing, by the filter that shows them. */
export const SEGMENTS = [
  { state: 'approved', count: 'approved' },
  { state: 'translated', count: 'translated' },
  { state: 'draft', count: 'drafts' },
  { state: 'untranslated', count: 'untranslated' },
] as const satisfies readonly { state: string; count: Count }[];

/** Conditions that need attention, by the filter that lists their texts. */
export const CONCERNS = ['errors', 'warnings', 'stale', 'rejected'] as const;

/** Returns which part of a locale is translated, rounded down to a percent: all is all. */
export function translatedPart({ total, translated, approved }: LocaleProgress): number {
  return total === 0 ? 1 : Math.floor((100 * (translated + approved)) / total) / 100;
}

/** Something that the next release needs. */
export interface Blocker {
  state: 'errors' | 'untranslated' | 'draft' | 'translated';
  count: number;
}

/** Returns what of a locale blocks the next release. Texts without approval block it if the catalog requires a review. */
export function blockersOf({ errors, required, untranslated, drafts, translated }: LocaleProgress, reviewRequired: boolean): Blocker[] {
  const blockers: Blocker[] = [{ state: 'errors', count: errors }];
  if (required) {
    blockers.push({ state: 'untranslated', count: untranslated }, { state: 'draft', count: drafts });
    if (reviewRequired) {
      blockers.push({ state: 'translated', count: translated });
    }
  }
  return blockers.filter(({ count }) => count > 0);
}
