import { useCatalog } from '../../api/catalogs';
import { Choice } from '../../components/Choice';
import { useLabels } from '../../labels/LabelProvider';
import { localeName } from '../../locales/localeNames';

/** The languages of the editor, each in its own words. */
export function LanguageChoice() {
  const { t, locale, setLocale } = useLabels();
  const labels = useCatalog('web');
  const options = labels.data?.locales.map((it) => ({ id: it.locale, text: it.nativeName })) ?? [];
  const known = options.some(({ id }) => id === locale)
    ? options
    : [...options, { id: locale, text: localeName(locale, locale) }];
  return <Choice label={t('account.language')} options={known} value={locale} onChange={setLocale} />;
}
