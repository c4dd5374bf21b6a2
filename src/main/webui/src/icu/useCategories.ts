import { useMemo } from 'react';
import { useLocaleFacts } from '../api/locales';
import type { ChoiceType } from './pattern';
import { browserCategories, type PluralCategory } from './plurals';

const NONE: PluralCategory[] = [];

/** Returns the plural categories of a language from the service, and until it answers from the browser. */
export function useCategories(locale: string, type: ChoiceType): PluralCategory[] {
  const facts = useLocaleFacts(locale).data;
  return useMemo(() => {
    if (type === 'select') {
      return NONE;
    }
    const kind = type === 'plural' ? 'cardinal' : 'ordinal';
    return facts?.[kind] ?? browserCategories(locale, kind);
  }, [facts, locale, type]);
}
