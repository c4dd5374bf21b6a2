import { useQuery } from '@tanstack/react-query';
import { get, path } from './client';

export interface PluralSamples {
  category: string;
  samples: string[];
}

/** The CLDR data of a locale. */
export interface LocaleFacts {
  locale: string;
  name: string;
  nativeName: string;
  direction: 'ltr' | 'rtl';
  cardinal: PluralSamples[];
  ordinal: PluralSamples[];
}

export function useLocaleFacts(locale: string) {
  return useQuery({
    queryKey: ['locale', locale],
    queryFn: ({ signal }) => get<LocaleFacts>('/v1/locales' + path(locale), { signal }),
    staleTime: Infinity,
    retry: false,
  });
}
