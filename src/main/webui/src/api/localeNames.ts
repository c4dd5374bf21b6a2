import { useLabels } from '../labels/LabelProvider';
import { useCatalog } from './catalogs';

/** Returns a function for the names of locales in the language of the editor. */
export function useLocaleNames(catalog: string): (locale: string) => string {
  const { locale: language } = useLabels();
  const offered = useCatalog(catalog).data?.locales;
  return (locale) => offered?.find((it) => it.locale === locale)?.name ?? nameOf(locale, language);
}

function nameOf(locale: string, language: string): string {
  try {
    return new Intl.DisplayNames([language], { type: 'language' }).of(locale) ?? locale;
  } catch {
    return locale;
  }
}
